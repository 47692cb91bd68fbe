package org.roamscope.capture;

import java.math.BigInteger;

/**
 * How a pcapng interface counts time: 64-bit unsigned ticks of a decimal or binary fraction of a
 * second, and seconds to add. Exact to the nanosecond, rounded down, saturating.
 */
final class TimeScale {
  private static final long NANOS = 1_000_000_000;
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private final int resolution;
  private final long offsetSeconds;

  /**
   * A scale as in a pcapng file.
   *
   * @param resolution {@code if_tsresol}: 10^-n seconds a tick, or with the top bit set 2^-n
   * @param offsetSeconds {@code if_tsoffset}
   */
  TimeScale(int resolution, long offsetSeconds) {
    this.resolution = resolution;
    this.offsetSeconds = offsetSeconds;
  }

  /** Nanoseconds since 1970 of an unsigned tick count. */
  long nanos(long ticks) {
    if (offsetSeconds == 0 && ticks >= 0) {
      if (resolution == 9) {
        return ticks;
      }
      if (resolution == 6 && ticks <= Long.MAX_VALUE / 1_000) {
        return ticks * 1_000;
      }
    }
    return exactly(ticks);
  }

  private long exactly(long ticks) {
    BigInteger count = new BigInteger(Long.toUnsignedString(ticks));
    BigInteger scaled = count.multiply(BigInteger.valueOf(NANOS));
    int n = resolution & 0x7f;
    BigInteger sum =
        ((resolution & 0x80) != 0 ? scaled.shiftRight(n) : scaled.divide(BigInteger.TEN.pow(n)))
            .add(BigInteger.valueOf(offsetSeconds).multiply(BigInteger.valueOf(NANOS)));
    return sum.max(LEAST).min(MOST).longValueExact();
  }
}
