package org.roamscope.track;

import java.util.Arrays;

/**
 * When one UE was at one address: stays, each from a registration there until the one that took the
 * UE elsewhere. They come in the order of their begins, and then their ends are in order, too: of
 * those that began before a time the last one ends last.
 */
final class Presence {
  /** Begin and end of each, in turn. */
  private long[] times = new long[2];

  private final int place;
  private int count;

  /**
   * Nowhere yet.
   *
   * @param place of the UE among all that were at the address
   */
  Presence(int place) {
    this.place = place;
  }

  /** Place of the UE among all that were at the address. */
  int place() {
    return place;
  }

  /** One more stay, that begins with or after all others and does not end before them. */
  void add(long fromNanos, long untilNanos) {
    if (2 * count == times.length) {
      times = Arrays.copyOf(times, 4 * count);
    }
    times[2 * count] = fromNanos;
    times[2 * count + 1] = untilNanos;
    count++;
  }

  /** How many stays. */
  int count() {
    return count;
  }

  /** Begin of a stay, by its number. */
  long from(int stay) {
    return times[2 * stay];
  }

  /** Its end. */
  long until(int stay) {
    return times[2 * stay + 1];
  }

  /** The number of stays that begin at the time or before it. */
  private int begun(long nanos) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (from(middle) <= nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** True when a stay that begins at most so much later has not ended at the time. */
  boolean at(long nanos, long aheadNanos) {
    int begun = begun(nanos + aheadNanos);
    return begun > 0 && until(begun - 1) > nanos;
  }

  /** How long before the time the latest stay began that has not ended; -1 without one. */
  long since(long nanos) {
    int begun = begun(nanos);
    return begun > 0 && until(begun - 1) > nanos ? nanos - from(begun - 1) : -1;
  }

  /** The begin of the first stay after the time; {@link Long#MAX_VALUE} without one. */
  long next(long nanos) {
    int begun = begun(nanos);
    return begun < count ? from(begun) : Long.MAX_VALUE;
  }
}
