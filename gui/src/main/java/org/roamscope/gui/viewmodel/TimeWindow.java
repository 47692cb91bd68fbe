package org.roamscope.gui.viewmodel;

/**
 * The part of a time that is on the screen.
 *
 * @param first begin of all, nanoseconds since 1970
 * @param last end of all
 * @param from left end of what is shown
 * @param until right end of what is shown
 */
public record TimeWindow(long first, long last, long from, long until) {
  /** What is shown never gets shorter. */
  private static final long SHORTEST = 1_000;

  /** Room to the right of the last event, as a share of all: labels stand there. */
  private static final int ROOM = 20;

  /** All of it. */
  public static TimeWindow whole(long first, long last) {
    long span = Math.max(1_000_000, last - first);
    long end = first + span + span / ROOM;
    return new TimeWindow(first, end, first, end);
  }

  /** True when all is shown. */
  public boolean isWhole() {
    return from == first && until == last;
  }

  /**
   * Shows more or less.
   *
   * @param factor below 1 for less time on the screen
   * @param share what stays where it is, from 0 at the left end to 1 at the right
   */
  public TimeWindow zoomed(double factor, double share) {
    long span = until - from;
    long wanted = Math.clamp(Math.round(span * factor), SHORTEST, last - first);
    return at(from + Math.round((span - wanted) * share), wanted);
  }

  /** Shows what is later by that share of the screen; negative for earlier. */
  public TimeWindow moved(double share) {
    long span = until - from;
    return at(from + Math.round(span * share), span);
  }

  /** Moves just so far that a time is shown. */
  public TimeWindow showing(long nanos) {
    return nanos >= from && nanos <= until ? this : at(nanos - (until - from) / 2, until - from);
  }

  private TimeWindow at(long start, long span) {
    long begin = Math.clamp(start, first, last - span);
    return new TimeWindow(first, last, begin, begin + span);
  }

  /** All of it. */
  public TimeWindow whole() {
    return new TimeWindow(first, last, first, last);
  }
}
