package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowStoreTest {
  @Test
  void givesBackWhatItTookAcrossBlocks() {
    var rows = new RowStore(2);
    for (int i = 0; i < 1000; i++) {
      rows.add(List.of("ä" + i, i % 3 == 0 ? "" : "b\n" + i), i * 10L);
    }
    assertThat(rows.size()).isEqualTo(1000);
    for (int i = 999; i >= 0; i -= 37) {
      assertThat(rows.text(i, 0)).isEqualTo("ä" + i);
      assertThat(rows.text(i, 1)).isEqualTo(i % 3 == 0 ? "" : "b " + i);
      assertThat(rows.time(i)).isEqualTo(i * 10L);
    }
  }

  @Test
  void holdsNoMoreThanItMay() {
    var rows = new RowStore(1, 3);
    for (int i = 0; i < 3; i++) {
      assertThat(rows.add(List.of("x"), 0)).isTrue();
    }
    assertThat(rows.add(List.of("x"), 0)).isFalse();
    assertThat(rows.size()).isEqualTo(3);
  }

  /** Mostly half the octets do; a capture of years, or a packet without a time, takes all. */
  @Test
  void keepsTimesHoweverFarApart() {
    var rows = new RowStore(1);
    for (int i = 0; i < 1000; i++) {
      assertThat(rows.add(List.of("x"), time(i))).isTrue();
    }
    for (int i = 0; i < 1000; i++) {
      assertThat(rows.time(i)).isEqualTo(time(i));
    }
  }

  private static long time(int row) {
    return switch (row) {
      case 300 -> Long.MIN_VALUE;
      case 600 -> Long.MAX_VALUE;
      default -> 1_700_000_000_000_000_000L + row * 8_000_000L;
    };
  }

  /** The last rows are asked for while more come in. */
  @Test
  void theLastRowsAreReadWhileItGrows() {
    var rows = new RowStore(2);
    for (int i = 0; i < 600; i++) {
      rows.add(List.of("a" + i, "b" + i), i);
      assertThat(rows.text(i, 0)).isEqualTo("a" + i);
      assertThat(rows.text(i / 2, 1)).isEqualTo("b" + i / 2);
    }
  }
}
