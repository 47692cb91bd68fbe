package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class RowWindowTest {
  @Test
  void aShortListIsThereAsAWhole() {
    var window = new RowWindow(PacketList.ascending(new int[] {3, 5, 8}), 2, 100);
    assertThat(window).containsExactly(3, 5, 8);
    assertThat(window.partial()).isFalse();
    assertThat(window.nearEnd(0, 2)).isFalse();
    assertThat(window.indexOf(8)).isEqualTo(2);
    assertThat(window.indexOf(4)).isEqualTo(-1);
  }

  @Test
  void ofALongListThePartAroundAPlaceIsThere() {
    var window = new RowWindow(PacketList.all(1000), 500, 100);
    assertThat(window).hasSize(100).startsWith(450).endsWith(549);
    assertThat(window.partial()).isTrue();
    assertThat(window.index(449)).isEqualTo(-1);
    assertThat(window.index(450)).isZero();
    assertThat(window.index(550)).isEqualTo(-1);
    assertThat(window.place(7)).isEqualTo(457);
    assertThat(window.indexOf(460)).isEqualTo(10);
    assertThat(window.contains(600)).isFalse();
  }

  @Test
  void atTheEndsThePartIsAsLongAsElsewhere() {
    assertThat(new RowWindow(PacketList.all(1000), 3, 100)).hasSize(100).startsWith(0);
    assertThat(new RowWindow(PacketList.all(1000), 999, 100)).hasSize(100).endsWith(999);
  }

  @Test
  void anEndIsNearOnlyWhereTheListGoesOn() {
    var begin = new RowWindow(PacketList.all(1000), 0, 100);
    assertThat(begin.nearEnd(0, 20)).isFalse();
    assertThat(begin.nearEnd(70, 87)).isFalse();
    assertThat(begin.nearEnd(70, 88)).isTrue();
    var end = new RowWindow(PacketList.all(1000), 999, 100);
    assertThat(end.nearEnd(80, 99)).isFalse();
    assertThat(end.nearEnd(11, 20)).isTrue();
  }

  @Test
  void growsWithTheListUntilItIsFull() {
    var list = PacketList.all(90);
    var window = new RowWindow(list, 0, 100);
    List<String> told = new ArrayList<>();
    window.addListener(
        (ListChangeListener<Integer>)
            change -> {
              while (change.next()) {
                told.add(change.getFrom() + " to " + change.getTo());
              }
            });
    list.grow(95);
    window.grow();
    list.grow(500);
    window.grow();
    window.grow();
    assertThat(told).containsExactly("90 to 95", "95 to 100");
    assertThat(window).hasSize(100).endsWith(99);
    assertThat(window.partial()).isTrue();
  }

  @Test
  void allRowsOfAListGoIntoASet() {
    var rows = new BitSet();
    PacketList.of(new int[] {7, 2}).into(rows);
    PacketList.ascending(new int[] {9}).into(rows);
    assertThat(rows.stream()).containsExactly(2, 7, 9);
    PacketList.all(5).into(rows);
    assertThat(rows.stream()).containsExactly(0, 1, 2, 3, 4, 7, 9);
  }
}
