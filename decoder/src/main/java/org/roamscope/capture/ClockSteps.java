package org.roamscope.capture;

import java.util.List;

/**
 * Where the clock of the capturing machine seems to have been set back while it captured, as {@link
 * ClockWatch} finds it. Files that were joined without sorting look the same.
 *
 * @param all in file order
 */
public record ClockSteps(List<Step> all) {
  /** What stands for the time between the last frame before a step and the first after it. */
  private static final long GAP_NANOS = 1_000_000;

  /** A clock that was not set. */
  public static final ClockSteps NONE = new ClockSteps(List.of());

  /** An own copy. */
  public ClockSteps {
    all = List.copyOf(all);
  }

  /**
   * A time that lies before that of the frame before.
   *
   * @param frame number of the first frame with the new time
   * @param timeNanos its time in the file, nanoseconds since 1970
   * @param backNanos how far that is before the latest frame
   */
  public record Step(int frame, long timeNanos, long backNanos) {
    /** What undoes it: later times are so much later, nanoseconds. */
    public long addedNanos() {
      return backNanos + GAP_NANOS;
    }
  }

  /** True for a clock that was not set. */
  public boolean none() {
    return all.isEmpty();
  }

  /**
   * The time of a frame if the clock had gone on. How long the first frame after a step came after
   * the one before is not known: a millisecond is put in its place.
   *
   * @param frame number in the file, from 1
   * @param timeNanos its time in the file, nanoseconds since 1970
   */
  public long mended(int frame, long timeNanos) {
    long time = timeNanos;
    for (Step step : all) {
      time += frame >= step.frame() ? step.addedNanos() : 0;
    }
    return time;
  }
}
