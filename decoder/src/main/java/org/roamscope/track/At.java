package org.roamscope.track;

/**
 * Where and when an event was seen.
 *
 * @param capture index of the capture, from 0
 * @param frame frame number in it, from 1
 * @param timeNanos nanoseconds since 1970-01-01 UTC
 */
public record At(int capture, int frame, long timeNanos) implements Comparable<At> {
  /** Nanoseconds in a second. */
  public static final long SECOND = 1_000_000_000L;

  /** Captures that are correlated together at most. */
  public static final int MOST_CAPTURES = 1 << 16;

  /** Order of times, then of captures and frames. */
  @Override
  public int compareTo(At other) {
    if (timeNanos != other.timeNanos) {
      return Long.compare(timeNanos, other.timeNanos);
    }
    return capture == other.capture
        ? Integer.compare(frame, other.frame)
        : Integer.compare(capture, other.capture);
  }

  /**
   * The index of a capture in two octets.
   *
   * @throws IllegalArgumentException from {@link #MOST_CAPTURES} on
   */
  static char index(int capture) {
    if (capture >= MOST_CAPTURES) {
      throw new IllegalArgumentException("capture " + capture + " of at most " + MOST_CAPTURES);
    }
    return (char) capture;
  }

  /** Nanoseconds from {@code earlier} to this. */
  public long since(At earlier) {
    return timeNanos - earlier.timeNanos;
  }
}
