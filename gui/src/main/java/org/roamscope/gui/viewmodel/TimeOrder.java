package org.roamscope.gui.viewmodel;

/**
 * Puts rows into the order of their times without an object for each: captures are runs that ascend
 * or nearly do, so runs are merged until one is left.
 */
final class TimeOrder {
  private TimeOrder() {}

  /** Indices of times in their order; equal ones stay as they are. */
  static int[] of(long[] times) {
    int[] order = new int[times.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    int[] other = new int[times.length];
    int runs = Integer.MAX_VALUE;
    while (runs > 1) {
      runs = mergePairs(times, order, other);
      int[] merged = other;
      other = order;
      order = merged;
    }
    return order;
  }

  /** Merges each run with the one behind it; how many runs that leaves. */
  private static int mergePairs(long[] times, int[] from, int[] to) {
    int runs = 0;
    int start = 0;
    while (start < from.length) {
      int middle = endOfRun(times, from, start);
      int end = endOfRun(times, from, middle);
      merge(times, from, start, middle, end, to);
      start = end;
      runs++;
    }
    return runs;
  }

  private static int endOfRun(long[] times, int[] from, int start) {
    int end = Math.min(start + 1, from.length);
    while (end < from.length && times[from[end - 1]] <= times[from[end]]) {
      end++;
    }
    return end;
  }

  private static void merge(long[] times, int[] from, int start, int middle, int end, int[] to) {
    int left = start;
    int right = middle;
    for (int i = start; i < end; i++) {
      boolean takeLeft = left < middle && (right == end || times[from[left]] <= times[from[right]]);
      to[i] = from[takeLeft ? left++ : right++];
    }
  }
}
