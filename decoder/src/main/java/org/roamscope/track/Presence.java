package org.roamscope.track;

import java.util.Arrays;

/**
 * When one UE was at one address: stays, each from a registration there until the one that took the
 * UE elsewhere. They come in the order of their begins, and then their ends are in order, too: of
 * those that began before a time the last one ends last.
 */
final class Presence {
  /** What is asked of every stay. */
  @FunctionalInterface
  interface Visitor {
    /** One from then until then, nanoseconds since 1970. */
    void stay(long fromNanos, long untilNanos);
  }

  /** Numbers of a run: its first stop, the one behind its last, and the first one elsewhere. */
  private static final int NUMBERS = 3;

  /** When the UE registered, here and elsewhere: one and the same for all its addresses. */
  private final long[] stops;

  private final int place;

  /** Stays that follow one another and end together, as numbers of stops. */
  private int[] runs = {};

  /**
   * Nowhere yet.
   *
   * @param stops when the UE registered, here and elsewhere, nanoseconds since 1970 in their order
   * @param place of the UE among all that were at the address
   */
  Presence(long[] stops, int place) {
    this.stops = stops;
    this.place = place;
  }

  /** Place of the UE among all that were at the address. */
  int place() {
    return place;
  }

  /**
   * One more stay, that begins with or after all others and does not end before them.
   *
   * @param stop number of the registration here
   * @param elsewhere number of the first one elsewhere that follows, or how many there are
   */
  void add(int stop, int elsewhere) {
    int last = runs.length - NUMBERS;
    if (last >= 0 && runs[last + 1] == stop && runs[last + 2] == elsewhere) {
      runs[last + 1]++;
      return;
    }
    runs = Arrays.copyOf(runs, runs.length + NUMBERS);
    runs[last + NUMBERS] = stop;
    runs[last + NUMBERS + 1] = stop + 1;
    runs[last + NUMBERS + 2] = elsewhere;
  }

  /** Every stay, in the order of their begins. */
  void forEach(Visitor visitor) {
    for (int run = 0; run < runs.length; run += NUMBERS) {
      for (int stop = runs[run]; stop < runs[run + 1]; stop++) {
        visitor.stay(stops[stop], until(run));
      }
    }
  }

  private long until(int run) {
    int elsewhere = runs[run + 2];
    return elsewhere == stops.length ? Long.MAX_VALUE : stops[elsewhere];
  }

  /** The last run that begins at the time or before it; negative without one. */
  private int begun(long nanos) {
    int low = 0;
    int high = runs.length / NUMBERS;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (stops[runs[NUMBERS * middle]] <= nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return NUMBERS * (low - 1);
  }

  /** The first stop of a run after the time, or the one behind its last. */
  private int after(int run, long nanos) {
    int low = runs[run];
    int high = runs[run + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (stops[middle] <= nanos) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** True when a stay that begins at most so much later has not ended at the time. */
  boolean at(long nanos, long aheadNanos) {
    int run = begun(nanos + aheadNanos);
    return run >= 0 && until(run) > nanos;
  }

  /** True when a stay begins at the time or before it. */
  boolean begunBy(long nanos) {
    return begun(nanos) >= 0;
  }

  /** How long before the time the latest stay began that has not ended; -1 without one. */
  long since(long nanos) {
    int run = begun(nanos);
    return run >= 0 && until(run) > nanos ? nanos - stops[after(run, nanos) - 1] : -1;
  }

  /** The begin of the first stay after the time; {@link Long#MAX_VALUE} without one. */
  long next(long nanos) {
    int run = begun(nanos);
    if (run >= 0) {
      int stop = after(run, nanos);
      if (stop < runs[run + 1]) {
        return stops[stop];
      }
    }
    int next = run + NUMBERS;
    return next < runs.length ? stops[runs[next]] : Long.MAX_VALUE;
  }
}
