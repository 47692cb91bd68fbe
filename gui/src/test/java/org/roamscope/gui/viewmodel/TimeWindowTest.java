package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeWindowTest {
  private static final long SECOND = 1_000_000_000L;
  private static final TimeWindow ALL = TimeWindow.whole(0, 20 * SECOND);

  @Test
  void beginsWithAllAndSomeRoom() {
    assertThat(ALL.isWhole()).isTrue();
    assertThat(ALL.until()).isEqualTo(21 * SECOND);
    assertThat(TimeWindow.whole(5, 5).until()).isGreaterThan(5);
  }

  @Test
  void zoomKeepsWhatIsUnderThePointer() {
    var near = ALL.zoomed(0.5, 0.25);
    assertThat(near.until() - near.from()).isEqualTo(21 * SECOND / 2);
    assertThat(near.from() + (near.until() - near.from()) / 4).isEqualTo(21 * SECOND / 4);
    assertThat(near.zoomed(2, 0.25)).isEqualTo(ALL);
    assertThat(near.zoomed(100, 0.9)).isEqualTo(ALL);
    assertThat(near.zoomed(1e-30, 0.5).until()).isGreaterThan(near.zoomed(1e-30, 0.5).from());
  }

  @Test
  void movingStopsAtTheEnds() {
    var near = ALL.zoomed(0.5, 0);
    assertThat(near.moved(0.1).from()).isEqualTo(near.until() / 10);
    assertThat(near.moved(-1)).isEqualTo(near);
    assertThat(near.moved(1e300).until()).isEqualTo(ALL.last());
    assertThat(near.moved(-1e300).from()).isZero();
    assertThat(near.moved(0.1).whole()).isEqualTo(ALL);
  }

  @Test
  void showsATimeWithoutNeedlessMoves() {
    var near = ALL.zoomed(0.1, 0);
    assertThat(near.showing(SECOND)).isEqualTo(near);
    assertThat(near.showing(10 * SECOND).from()).isLessThan(10 * SECOND);
    assertThat(near.showing(10 * SECOND).until()).isGreaterThan(10 * SECOND);
  }
}
