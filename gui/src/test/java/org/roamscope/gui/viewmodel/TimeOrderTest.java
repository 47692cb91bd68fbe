package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeOrderTest {
  @Test
  void equalTimesStayInTheirOrder() {
    assertThat(TimeOrder.of(new long[] {5, 3, 5, 3, 4})).containsExactly(1, 3, 4, 0, 2);
    assertThat(TimeOrder.of(new long[] {})).isEmpty();
    assertThat(TimeOrder.of(new long[] {7})).containsExactly(0);
    assertThat(TimeOrder.of(new long[] {3, 2, 1, Long.MIN_VALUE})).containsExactly(3, 2, 1, 0);
  }

  @Test
  void sortsAsTheLibraryDoes() {
    var random = new Random(7);
    for (int size = 0; size < 300; size++) {
      long[] times = random.longs(size, 0, 1 + size / 3).toArray();
      int[] expected =
          IntStream.range(0, size)
              .boxed()
              .sorted(Comparator.comparingLong(i -> times[i]))
              .mapToInt(Integer::intValue)
              .toArray();
      assertThat(TimeOrder.of(times)).containsExactly(expected);
    }
  }
}
