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

  /** Nanoseconds from {@code earlier} to this. */
  public long since(At earlier) {
    return timeNanos - earlier.timeNanos;
  }
}
