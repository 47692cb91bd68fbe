package org.roamscope.track;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QualityWatchTest {
  private final QualityWatch watch = new QualityWatch();

  private void time(int capture, int frame, double seconds) {
    watch.time(capture, frame, (long) (seconds * At.SECOND));
  }

  @Test
  void aClockThatIsSetBackIsSaidOnce() {
    time(0, 1, 100);
    time(0, 2, 95);
    time(0, 3, 96);
    watch.endOfCapture();
    CaptureQuality.StepBack step = watch.result().steps().getFirst();
    assertThat(step.first().frame()).isEqualTo(2);
    assertThat(step.frames()).isEqualTo(2);
    assertThat(step.mostNanos()).isEqualTo(5 * At.SECOND);
  }

  @Test
  void interfacesOutOfStepAndEarlierFilesAreNoSuchThing() {
    time(0, 1, 100);
    time(0, 2, 99.5);
    watch.endOfCapture();
    time(1, 1, 50);
    watch.endOfCapture();
    assertThat(watch.result()).isEqualTo(CaptureQuality.GOOD);
  }

  @Test
  void lossesTouchTheirOwnTimeOnly() {
    watch.lost(10 * At.SECOND, 20 * At.SECOND, 3);
    CaptureQuality quality = watch.result();
    assertThat(quality.doubtful(5 * At.SECOND, 9 * At.SECOND)).isFalse();
    assertThat(quality.doubtful(5 * At.SECOND, 10 * At.SECOND)).isTrue();
    assertThat(quality.doubtful(12 * At.SECOND, 13 * At.SECOND)).isTrue();
    assertThat(quality.doubtful(21 * At.SECOND, 30 * At.SECOND)).isFalse();
  }
}
