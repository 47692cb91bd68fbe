package org.roamscope.capture;

import java.io.IOException;

/** The input cannot be opened as a capture. The message is one printable sentence that names it. */
public final class CaptureException extends IOException {
  private final long offset;

  CaptureException(long offset, String message) {
    super(message);
    this.offset = offset;
  }

  /** Bytes into the input, after decompression, where the trouble is. */
  public long offset() {
    return offset;
  }
}
