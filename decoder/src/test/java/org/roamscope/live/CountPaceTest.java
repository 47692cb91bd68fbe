package org.roamscope.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountPaceTest {
  private static final int YEAR = 365 * 24 * 3600;

  /** Fewer than a reader keeps: 4,096 blocks without packets. */
  private static final int MOST = 4_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void aYearOfDropsIsFewBlocksAndTheFirstMinutesAreExact(int interfaces) {
    CountPace pace = new CountPace(interfaces);
    int early = 0;
    int all = 0;
    for (int second = 1; second <= YEAR; second++) {
      for (int place = 0; place < interfaces; place++) {
        if (pace.due(place, true)) {
          all++;
          early += second <= 30 ? 1 : 0;
        }
      }
    }
    assertThat(early).isEqualTo(30 * interfaces);
    assertThat(all).isLessThan(MOST);
  }

  @Test
  void withoutMoreDropsNothingIsWritten() {
    CountPace pace = new CountPace(1);
    assertThat(pace.due(0, false)).isFalse();
    assertThat(pace.due(0, true)).isTrue();
    for (int second = 0; second < 5_000; second++) {
      assertThat(pace.due(0, false)).isFalse();
    }
    assertThat(pace.due(0, true)).isTrue();
    assertThat(pace.due(0, true)).isFalse();
  }
}
