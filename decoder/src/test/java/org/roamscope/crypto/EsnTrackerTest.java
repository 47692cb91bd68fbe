package org.roamscope.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 4303 appendix A2. */
class EsnTrackerTest {
  @Test
  void beginsWithTheFirstHalf() {
    EsnTracker tracker = new EsnTracker();
    assertThat(tracker.guess(1)).isZero();
    assertThat(tracker.guess(0xffffffffL)).isZero();
    tracker.verified(1, 0);
    // Below the first numbers are none.
    assertThat(tracker.guess(0xffffffffL)).isZero();
  }

  @Test
  void goesUpWhenTheLowerHalfWraps() {
    EsnTracker tracker = new EsnTracker(5);
    tracker.verified(0xfffffff0L, 5);
    assertThat(tracker.guess(0xfffffff8L)).isEqualTo(5);
    assertThat(tracker.guess(0xffff0000L)).as("late").isEqualTo(5);
    assertThat(tracker.guess(3)).isEqualTo(6);
    tracker.verified(3, 6);
    assertThat(tracker.guess(0xfffffff9L)).as("late, of the half before").isEqualTo(5);
    assertThat(tracker.guess(1)).isEqualTo(6);
    assertThat(tracker.guess(0x80000000L)).isEqualTo(6);
  }

  @Test
  void latePacketsDoNotPullItBack() {
    EsnTracker tracker = new EsnTracker();
    tracker.verified(0x10000000L, 9);
    tracker.verified(0xfffffff0L, 8);
    assertThat(tracker.guess(0x10000001L)).isEqualTo(9);
    assertThat(tracker.guess(1)).as("too old for the window, so of the next half").isEqualTo(10);
  }

  @Test
  void wrapsWithItsUpperHalf() {
    EsnTracker tracker = new EsnTracker(-1);
    tracker.verified(0xfffffff0L, -1);
    assertThat(tracker.guess(0xfffffff1L)).isEqualTo(-1);
    assertThat(tracker.guess(0)).isZero();
  }
}
