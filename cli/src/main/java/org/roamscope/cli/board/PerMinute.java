package org.roamscope.cli.board;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.track.At;

/** How much happened in each of the last minutes of capture time. */
final class PerMinute {
  private static final int KEPT = 30;
  private static final long MINUTE = 60 * At.SECOND;

  private final int[] counts = new int[KEPT];
  private long latest = Long.MIN_VALUE;

  /** Goes on to a time; an earlier one changes nothing. */
  void reach(long nanos) {
    long minute = Math.floorDiv(nanos, MINUTE);
    if (latest == Long.MIN_VALUE) {
      latest = minute;
    }
    long passed = Math.min(KEPT, minute - latest);
    for (long i = 0; i < passed; i++) {
      counts[place(minute - i)] = 0;
    }
    latest = Math.max(latest, minute);
  }

  /** Counts one more, or one less, at a time; what is long past is not counted. */
  void count(long nanos, int by) {
    reach(nanos);
    long minute = Math.floorDiv(nanos, MINUTE);
    if (minute > latest - KEPT) {
      counts[place(minute)] += by;
    }
  }

  private static int place(long minute) {
    return Math.floorMod(minute, KEPT);
  }

  /** The last minutes, the one that goes on last; empty before anything came. */
  List<Integer> counts() {
    List<Integer> all = new ArrayList<>();
    if (latest != Long.MIN_VALUE) {
      for (long minute = latest - KEPT + 1; minute <= latest; minute++) {
        all.add(counts[place(minute)]);
      }
    }
    return all;
  }
}
