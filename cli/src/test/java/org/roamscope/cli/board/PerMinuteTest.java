package org.roamscope.cli.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.roamscope.track.At;

class PerMinuteTest {
  private static final long MINUTE = 60 * At.SECOND;

  @Test
  void countsByMinutesAndForgetsWhatIsPast() {
    PerMinute perMinute = new PerMinute();
    assertThat(perMinute.counts()).isEmpty();
    for (int minute = 0; minute < 10_000; minute++) {
      perMinute.count(minute * MINUTE + 5, 1);
      perMinute.count(minute * MINUTE + 7, minute % 2);
    }
    List<Integer> counts = perMinute.counts();
    assertThat(counts).hasSize(30);
    assertThat(counts.subList(28, 30)).containsExactly(1, 2);
    perMinute.count(0, 5);
    assertThat(perMinute.counts()).isEqualTo(counts);
  }

  @Test
  void minutesWithoutAnythingAreEmpty() {
    PerMinute perMinute = new PerMinute();
    perMinute.count(0, 3);
    perMinute.reach(3 * MINUTE);
    assertThat(perMinute.counts().subList(26, 30)).containsExactly(3, 0, 0, 0);
    perMinute.reach(1_000_000 * MINUTE);
    assertThat(perMinute.counts()).containsOnly(0);
    perMinute.count(999_999 * MINUTE, 1);
    perMinute.count(999_999 * MINUTE, -1);
    assertThat(perMinute.counts()).containsOnly(0);
  }
}
