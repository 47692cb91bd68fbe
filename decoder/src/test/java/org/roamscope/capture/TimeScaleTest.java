package org.roamscope.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeScaleTest {
  @ParameterizedTest
  @CsvSource({
    "6, 0, 1700000000123456, 1700000000123456000",
    "9, 0, 1700000000123456789, 1700000000123456789",
    "0, 0, 1700000000, 1700000000000000000",
    "3, 0, 1, 1000000",
    "12, 0, 1999, 1", // picoseconds are rounded down
    "127, 0, -1, 0",
    "0, 0, -1, 9223372036854775807", // 2^64 - 1 seconds
    "9, 0, -1, 9223372036854775807",
    "6, 0, 9223372036854776, 9223372036854775807", // just above what fits
    "6, 0, 9223372036854775, 9223372036854775000",
    "6, 1700000000, 5, 1700000000000005000",
    "6, -1, 5, -999995000",
    "0, -9223372036854775808, 0, -9223372036854775808",
    "0, -9223372036854775808, -1, 9223372036854775807",
    "0, -9223372036854775808, -9223372036854775808, 0", // 2^63 s, 2^63 s back
    "128, 0, 2, 2000000000", // 2^-0
    "129, 0, 3, 1500000000", // 2^-1
    "138, 0, 1, 976562", // 2^-10
    "160, 0, 7301444403200000000, 1700000000000000000", // 2^-32
    "192, 0, -1, 999999999", // 2^-64
    "255, 0, -1, 0" // 2^-127
  })
  void isExact(int resolution, long offset, long ticks, long nanos) {
    assertThat(new TimeScale(resolution, offset).nanos(ticks)).isEqualTo(nanos);
  }

  @Test
  void isTheFractionItSays() {
    Random random = new Random(5555);
    for (int i = 0; i < 2_000; i++) {
      int resolution = random.nextInt(256);
      long ticks = random.nextLong() >>> random.nextInt(64);
      int n = resolution & 0x7f;
      BigInteger unit = resolution < 128 ? BigInteger.TEN.pow(n) : BigInteger.TWO.pow(n);
      BigInteger nanos =
          new BigInteger(Long.toUnsignedString(ticks))
              .multiply(BigInteger.valueOf(1_000_000_000))
              .divide(unit)
              .min(BigInteger.valueOf(Long.MAX_VALUE));

      assertThat(new TimeScale(resolution, 0).nanos(ticks))
          .as("%d ticks of resolution %d", ticks, resolution)
          .isEqualTo(nanos.longValueExact());
    }
  }
}
