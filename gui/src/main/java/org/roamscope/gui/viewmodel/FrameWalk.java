package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.roamscope.decode.DecodedFrame;

/** A way through all captures by row, beside the one on which packets are opened. */
final class FrameWalk {
  private final CaptureSet captures;
  private final FrameCursor[] cursors;
  private boolean closed;

  /**
   * At the beginning.
   *
   * @param fields fields that will be asked for; they are read in one go
   */
  FrameWalk(CaptureSet captures, Set<String> fields) {
    this.captures = captures;
    cursors = new FrameCursor[captures.files().size()];
    for (int i = 0; i < cursors.length; i++) {
      cursors[i] = captures.cursor(i, fields);
    }
  }

  /**
   * The frame of a row; null when there is none, when nobody wants it any more, or once closed.
   *
   * @throws IOException when a file cannot be read again
   */
  synchronized @Nullable DecodedFrame frame(int row, BooleanSupplier unwanted) throws IOException {
    return closed || row >= captures.rowCount()
        ? null
        : cursors[captures.capture(row)].find(
            captures.frame(row), () -> unwanted.getAsBoolean() || captures.isClosed());
  }

  /** Lets the files go. */
  synchronized void close() {
    closed = true;
    for (FrameCursor cursor : cursors) {
      CaptureSet.close(cursor);
    }
  }
}
