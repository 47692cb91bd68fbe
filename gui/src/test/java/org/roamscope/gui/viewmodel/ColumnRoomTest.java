package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.roamscope.gui.viewmodel.ColumnRoom.Need;

class ColumnRoomTest {
  private static final List<Need> NEEDS =
      List.of(new Need(50, 50, 0), new Need(60, 100, 1), new Need(40, 100, 3));

  @Test
  void withJustEnoughRoomAllAreNormal() {
    assertThat(ColumnRoom.shared(NEEDS, 250)).containsExactly(50.0, 100.0, 100.0);
  }

  @Test
  void whatIsLeftOverGoesByShares() {
    assertThat(ColumnRoom.shared(NEEDS, 450)).containsExactly(50.0, 150.0, 250.0);
    assertThat(ColumnRoom.shared(List.of(new Need(10, 20, 0)), 100)).containsExactly(20.0);
  }

  @Test
  void allGiveWayInProportionButNotBelowTheLeast() {
    assertThat(ColumnRoom.shared(NEEDS, 200)).containsExactly(50.0, 80.0, 70.0);
    assertThat(ColumnRoom.shared(NEEDS, 150)).containsExactly(50.0, 60.0, 40.0);
    assertThat(ColumnRoom.shared(NEEDS, -20)).containsExactly(50.0, 60.0, 40.0);
  }

  @Test
  void aLargerTextNeedsMore() {
    assertThat(new Need(50, 100, 2).times(1.5)).isEqualTo(new Need(75, 150, 2));
  }
}
