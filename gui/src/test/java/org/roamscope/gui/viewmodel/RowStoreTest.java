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
}
