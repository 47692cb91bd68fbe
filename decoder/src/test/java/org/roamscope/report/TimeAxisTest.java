package org.roamscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ticks stand at round numbers and are never too many. */
class TimeAxisTest {
  private static final long SECOND = 1_000_000_000L;

  private static List<String> labels(long from, long until) {
    TimeAxis axis = new TimeAxis(0, from, until, 0, 1000);
    return axis.ticks().stream().map(axis::label).toList();
  }

  @Test
  void seconds() {
    assertThat(labels(0, 14 * SECOND))
        .containsExactly("0 s", "2 s", "4 s", "6 s", "8 s", "10 s", "12 s", "14 s");
    assertThat(labels(185 * SECOND, 188 * SECOND))
        .containsExactly(
            "185.0 s", "185.5 s", "186.0 s", "186.5 s", "187.0 s", "187.5 s", "188.0 s");
  }

  @Test
  void minutesAndHours() {
    assertThat(labels(0, 1200 * SECOND)).startsWith("0:00:00", "0:05:00").endsWith("0:20:00");
    assertThat(labels(0, 7 * 3600 * SECOND)).startsWith("0:00:00", "1:00:00").endsWith("7:00:00");
  }

  @ParameterizedTest
  @ValueSource(
      longs = {1, 17, 1_000_000, SECOND, 59 * SECOND, 86_400 * SECOND, 3_000_000_000L * SECOND})
  void neverTooMany(long span) {
    assertThat(labels(0, span)).hasSizeBetween(1, 10);
    assertThat(labels(123, 123 + span)).hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void timesBeyondTheEndsAreTheEnds() {
    TimeAxis axis = new TimeAxis(0, 0, SECOND, 100, 200);
    assertThat(axis.x(SECOND / 2)).isEqualTo(150);
    assertThat(axis.x(Long.MAX_VALUE)).isEqualTo(200);
    assertThat(axis.x(Long.MIN_VALUE)).isEqualTo(100);
    assertThat(new TimeAxis(0, Long.MIN_VALUE, Long.MAX_VALUE, 0, 1).ticks().size()).isLessThan(11);
  }
}
