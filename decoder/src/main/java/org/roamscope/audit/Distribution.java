package org.roamscope.audit;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * How long something took, over all times that it happened. Percentiles are by nearest rank: values
 * that were measured, none in between.
 *
 * @param count how often
 * @param p50 nanoseconds, half are at most this; 0 when it never happened
 * @param p95 nanoseconds, 95 of 100 are at most this
 * @param max the longest, nanoseconds
 */
public record Distribution(int count, long p50, long p95, long max) {
  /** The distribution of some values. */
  public static Distribution of(LongStream values) {
    long[] sorted = values.toArray();
    Arrays.sort(sorted);
    return new Distribution(sorted.length, rank(sorted, 50), rank(sorted, 95), rank(sorted, 100));
  }

  private static long rank(long[] sorted, int percent) {
    if (sorted.length == 0) {
      return 0;
    }
    int at = (int) Math.ceilDiv((long) sorted.length * percent, 100L);
    return sorted[Math.max(0, at - 1)];
  }
}
