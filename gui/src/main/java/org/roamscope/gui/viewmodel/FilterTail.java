package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.filter.Filter;

/** A filter over packets that still come: each round takes up where the last one ended. */
final class FilterTail {
  private final CaptureSet captures;
  private final Filter filter;
  private final FrameWalk walk;
  private int done;

  FilterTail(CaptureSet captures, Filter filter) {
    this.captures = captures;
    this.filter = filter;
    walk = new FrameWalk(captures, filter.fields());
  }

  /**
   * Rows that pass among those that came since the last round, ascending. One round at a time.
   *
   * @throws IOException when the file cannot be read again
   */
  int[] more(AtomicBoolean stop) throws IOException {
    var matches = IntStream.builder();
    int until = captures.rowCount();
    for (; done < until; done++) {
      DecodedFrame frame = walk.frame(done, stop::get);
      if (frame == null) {
        break;
      }
      if (filter.matches(frame)) {
        matches.add(done);
      }
    }
    return matches.build().toArray();
  }

  /** True when rows came since the last round. */
  boolean behind() {
    return done < captures.rowCount();
  }

  void close() {
    walk.close();
  }
}
