package org.roamscope.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.Random;
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
    assertThat(silence(activity, OLD, 1, 32)).hasValue(20 * At.SECOND);
    assertThat(silence(activity, OLD, 1, 90)).hasValue(60 * At.SECOND);
    assertThat(silence(activity, NEW, 1, 4)).hasValue(3 * At.SECOND);
  }

  private static OptionalLong silence(Activity in, Activity.Place from, long begin, long end) {
    return in.longestSilence(from, begin * At.SECOND, end * At.SECOND);
  }

  private static Activity.Place place(int number) {
    return new Activity.Place(IpAddress.parse("203.0.113.1"), number);
  }

  /** Room for two places with four runs each. */
  private static final int LITTLE = 2 * (8 + 4);

  /** What is left says what a table without limits says, or nothing. */
  @Test
  void whatIsGivenUpIsNotMeasured() {
    Activity little = new Activity(LITTLE);
    for (double second : new double[] {1, 5, 25, 30, 31, 32}) {
      send(OLD, second);
      little.packet(OLD, (long) (second * At.SECOND));
      send(NEW, second + 0.5);
      little.packet(NEW, (long) ((second + 0.5) * At.SECOND));
    }
    assertThat(silence(activity, OLD, 1, 40)).hasValue(20 * At.SECOND);
    assertThat(silence(little, OLD, 1, 40)).as("since 5 s").hasValue(20 * At.SECOND);
    assertThat(silence(little, OLD, 1, 20)).as("until 20 s").hasValue(15 * At.SECOND);
    assertThat(silence(little, OLD, 1, 5)).as("of what is gone").isEmpty();
    assertThat(silence(little, OLD, 30, 32)).isEqualTo(silence(activity, OLD, 30, 32));
    long soon = At.SECOND;
    assertThat(little.interruption(OLD, NEW, 30 * At.SECOND, soon))
        .isEqualTo(activity.interruption(OLD, NEW, 30 * At.SECOND, soon))
        .isPresent();
    assertThat(activity.interruption(OLD, NEW, 5 * At.SECOND, soon)).isPresent();
    assertThat(little.interruption(OLD, NEW, 5 * At.SECOND, soon)).isEmpty();
  }

  /** Traffic that never rests is one run, however long ago it began. */
  @Test
  void whatGoesOnIsNotOld() {
    Activity little = new Activity(LITTLE);
    for (int i = 0; i < 1_000; i++) {
      little.packet(OLD, i * At.SECOND / 20);
      little.packet(place(i), i * At.SECOND / 20);
    }
    assertThat(silence(little, OLD, 0, 50)).hasValue(At.SECOND / 20);
  }

  @Test
  void ofAPlaceThatIsGoneNothingIsKnownBeforeItWent() {
    Activity little = new Activity(LITTLE);
    little.packet(OLD, At.SECOND);
    for (int i = 2; i < 8; i++) {
      little.packet(place(i), i * At.SECOND);
    }
    assertThat(silence(little, OLD, 1, 3)).isEmpty();
    little.packet(OLD, 9 * At.SECOND);
    assertThat(little.interruption(place(7), OLD, 8 * At.SECOND, 10 * At.SECOND)).isEmpty();
    assertThat(little.interruption(place(7), OLD, 8 * At.SECOND, At.SECOND))
        .hasValue(2 * At.SECOND);
  }

  /** More than a thousand runs of one place: before, the silence was taken to be from the begin. */
  @Test
  void onePlaceForgetsToo() {
    for (int i = 0; i < 3_000; i++) {
      activity.packet(OLD, i * At.SECOND);
    }
    assertThat(silence(activity, OLD, 0, 2_999)).hasValue(At.SECOND);
    assertThat(silence(activity, OLD, 0, 1_000)).isEmpty();
  }

  @Test
  void whenAllIsGivenUpMeasuringBeginsAnew() {
    send(OLD, 1, 2, 3);
    activity.giveUpAll();
    assertThat(silence(activity, OLD, 1, 3)).isEmpty();
    assertThat(silence(activity, NEW, 1, 4)).hasValue(At.SECOND);
    send(OLD, 4, 5);
    assertThat(silence(activity, OLD, 1, 7)).hasValue(2 * At.SECOND);
  }

  /** 48 octets a run: a thirty-second of the heap. */
  @Test
  void roomIsAShareOfTheHeap() {
    assertThat(Activity.roomIn(512L << 20)).isEqualTo((512 << 20) / 32 / 48);
    assertThat(Activity.roomIn(Long.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
  }

  /** Any packets, in any order: known is the same as without limits, or nothing. */
  @Test
  void neverSaysWhatIsNotSo() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      Activity all = new Activity();
      Activity little = new Activity(LITTLE + random.nextInt(60));
      for (int i = 0; i < 200; i++) {
        Activity.Place from = place(random.nextInt(6));
        long time = (i + random.nextInt(20)) * At.SECOND;
        all.packet(from, time);
        little.packet(from, time);
      }
      for (int i = 0; i < 100; i++) {
        Activity.Place from = place(random.nextInt(6));
        Activity.Place to = place(random.nextInt(6));
        long around = random.nextInt(220) * At.SECOND;
        OptionalLong known = little.interruption(from, to, around, 5 * At.SECOND);
        if (known.isPresent()) {
          assertThat(known).isEqualTo(all.interruption(from, to, around, 5 * At.SECOND));
        }
        OptionalLong silent = little.longestSilence(from, around, 230 * At.SECOND);
        if (silent.isPresent()) {
          assertThat(silent.getAsLong())
              .isLessThanOrEqualTo(all.longestSilence(from, around, 230 * At.SECOND).orElseThrow());
        }
      }
    }
  }
}
