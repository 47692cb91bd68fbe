package org.roamscope.track;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamscope.field.IpAddress;

class ActivityTest {
  private static final Activity.Place OLD =
      new Activity.Place(IpAddress.parse("198.51.100.7"), 14191);
  private static final Activity.Place NEW =
      new Activity.Place(IpAddress.parse("198.51.100.7"), 14192);
  private static final long WITHIN = 30 * At.SECOND;

  private final Activity activity = new Activity();

  private void send(Activity.Place from, double... seconds) {
    for (double second : seconds) {
      activity.packet(from, (long) (second * At.SECOND));
    }
  }

  private double interruption(double around) {
    return activity.interruption(OLD, NEW, (long) (around * At.SECOND), WITHIN).orElse(-1)
        / (double) At.SECOND;
  }

  /** Two ports of one NAT address are two places. */
  @Test
  void fromTheLastPacketThereToTheFirstHere() {
    send(OLD, 1, 1.05, 2, 9.5);
    send(NEW, 10.25, 10.3, 40);
    assertThat(interruption(10)).isEqualTo(0.75);
  }

  @Test
  void theOrderOfTakingDoesNotMatter() {
    send(NEW, 40, 10.3, 10.25);
    send(OLD, 9.5, 2, 1.05, 1);
    assertThat(interruption(10)).isEqualTo(0.75);
  }

  @Test
  void bothPlacesAtOnceIsNoInterruption() {
    send(OLD, 9.9, 9.95, 10, 10.05, 10.1, 10.15);
    send(NEW, 10.1);
    assertThat(interruption(10)).isZero();
  }

  @Test
  void anIdleUserHasNone() {
    send(OLD, 1);
    send(NEW, 100);
    assertThat(interruption(50)).isEqualTo(-1 / (double) At.SECOND);
    assertThat(interruption(10)).isEqualTo(-1 / (double) At.SECOND);
  }

  /** A second visit: packets of the first one do not count. */
  @Test
  void anEarlierVisitDoesNotCount() {
    send(NEW, 1, 2);
    send(OLD, 50, 59);
    send(NEW, 61);
    assertThat(interruption(60)).isEqualTo(2);
  }

  @Test
  void silenceIsTheLongestGapUpToTheEnd() {
    send(OLD, 1, 5, 25, 30);
    assertThat(activity.longestSilence(OLD, At.SECOND, 32 * At.SECOND)).isEqualTo(20 * At.SECOND);
    assertThat(activity.longestSilence(OLD, At.SECOND, 90 * At.SECOND)).isEqualTo(60 * At.SECOND);
    assertThat(activity.longestSilence(NEW, At.SECOND, 4 * At.SECOND)).isEqualTo(3 * At.SECOND);
  }
}
