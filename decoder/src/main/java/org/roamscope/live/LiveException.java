package org.roamscope.live;

import java.io.IOException;

/** A live capture cannot begin or go on; the message is one sentence with the way out. */
public final class LiveException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says why. */
  public LiveException(String message) {
    super(message);
  }
}
