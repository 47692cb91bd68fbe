package org.roamscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.roamscope.audit.Distribution;
import org.roamscope.track.At;

/**
 * How often something took how long, in steps of 1, 2 and 5 times a power of ten.
 *
 * @param name what took that long
 * @param distribution the same in four figures
 * @param buckets from the first that holds a value to the last, none left out between; empty when
 *     it never happened
 */
public record Histogram(String name, Distribution distribution, List<Bucket> buckets) {
  private static final long[] BOUNDS = bounds();

  /**
   * Values within bounds.
   *
   * @param fromNanos the least, nanoseconds
   * @param untilNanos the first that is too long; {@link Long#MAX_VALUE} for no bound
   * @param count how many
   */
  public record Bucket(long fromNanos, long untilNanos, int count) {
    /** The bounds for people, for example {@code 20 ms – 50 ms}. */
    public String range() {
      return untilNanos == Long.MAX_VALUE
          ? "from " + text(fromNanos)
          : text(fromNanos) + " – " + text(untilNanos);
    }

    private static String text(long nanos) {
      if (nanos >= At.SECOND) {
        return nanos / At.SECOND + " s";
      }
      return nanos >= MILLI ? nanos / MILLI + " ms" : nanos / MICRO + " µs";
    }
  }

  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;

  /** Counts values in nanoseconds; negative ones count as zero. */
  static Histogram of(String name, LongStream values) {
    long[] all = values.map(nanos -> Math.max(0, nanos)).toArray();
    int[] counts = new int[BOUNDS.length];
    for (long nanos : all) {
      counts[bucket(nanos)]++;
    }
    int first = 0;
    int end = all.length == 0 ? 0 : counts.length;
    while (first < end && counts[first] == 0) {
      first++;
    }
    while (end > first && counts[end - 1] == 0) {
      end--;
    }
    List<Bucket> buckets = new ArrayList<>();
    for (int i = first; i < end; i++) {
      long until = i + 1 < BOUNDS.length ? BOUNDS[i + 1] : Long.MAX_VALUE;
      buckets.add(new Bucket(BOUNDS[i], until, counts[i]));
    }
    return new Histogram(name, Distribution.of(LongStream.of(all)), List.copyOf(buckets));
  }

  private static int bucket(long nanos) {
    int at = 0;
    while (at + 1 < BOUNDS.length && BOUNDS[at + 1] <= nanos) {
      at++;
    }
    return at;
  }

  /** 0, then 1, 2, 5 and so on from a microsecond to 500 seconds. */
  private static long[] bounds() {
    LongStream.Builder all = LongStream.builder().add(0);
    for (long decade = MICRO; decade <= 100 * At.SECOND; decade *= 10) {
      all.add(decade).add(2 * decade).add(5 * decade);
    }
    return all.build().toArray();
  }
}
