package org.roamscope.capture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClockWatchTest {
  private static final long MILLI = 1_000_000L;

  private final ClockWatch watch = new ClockWatch();
  private int frames;

  private void frame(int from, long millis) {
    watch.time(++frames, from, millis * MILLI);
  }

  @Test
  void aStepIsFoundAndUndone() {
    frame(0, 10_000);
    frame(0, 12_000);
    frame(0, 7_000);
    frame(0, 8_000);
    ClockSteps steps = watch.steps();
    assertThat(steps.all()).containsExactly(new ClockSteps.Step(3, 7_000 * MILLI, 5_000 * MILLI));
    assertThat(steps.mended(2, 12_000 * MILLI)).isEqualTo(12_000 * MILLI);
    assertThat(steps.mended(3, 7_000 * MILLI)).isEqualTo(12_001 * MILLI);
    assertThat(steps.mended(4, 8_000 * MILLI)).isEqualTo(13_001 * MILLI);
  }

  @Test
  void stepsAddUp() {
    frame(0, 10_000);
    frame(0, 5_000);
    frame(0, 6_000);
    frame(0, 2_000);
    assertThat(watch.steps().all()).hasSize(2);
    assertThat(watch.steps().mended(4, 2_000 * MILLI)).isEqualTo(11_002 * MILLI);
  }

  @Test
  void whatQueuesDoIsNoStep() {
    frame(0, 10_000);
    frame(1, 10_200);
    frame(0, 10_110);
    frame(1, 10_150);
    assertThat(watch.steps().none()).isTrue();
  }

  @Test
  void interfacesOneAfterTheOtherAreNoStep() {
    frame(0, 10_000);
    frame(0, 20_000);
    frame(1, 10_000);
    frame(1, 20_000);
    assertThat(watch.steps().none()).isTrue();
  }

  @Test
  void aStepIsOneForAllInterfaces() {
    frame(0, 10_000);
    frame(1, 11_000);
    frame(0, 6_000);
    frame(1, 7_000);
    assertThat(watch.steps().all())
        .containsExactly(new ClockSteps.Step(3, 6_000 * MILLI, 5_000 * MILLI));
  }

  @Test
  void aFileInNoOrderHasNoClock() {
    for (int i = 0; i < 50; i++) {
      frame(0, i % 2 == 0 ? 10_000 : 5_000);
    }
    assertThat(watch.steps().none()).isTrue();
  }
}
