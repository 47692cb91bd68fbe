package org.roamscope.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamscope.compare.ClockFit.Basis;
import org.roamscope.compare.ClockFit.Bound;

/** Clocks that a test set apart are laid over each other again. */
class ClockFitTest {
  private static final long START = 1_795_474_664_000_000_000L;
  private static final long SECOND = 1_000_000_000L;
  private static final Offset<Double> MILLISECOND = Offset.offset(1e6);

  /** Messages over ten minutes, both ways, at least 20 ms each way and up to 80 ms more. */
  private static List<Bound> traffic(long offset, double drift, int count, Random random) {
    List<Bound> bounds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long time = START + ((long) (random.nextDouble() * 600 * SECOND));
      boolean upper = random.nextBoolean();
      double jitter = random.nextInt(4) == 0 ? 0 : random.nextDouble() * 80e6;
      long delay = ((long) (20e6 + jitter)) * (upper ? 1 : -1);
      bounds.add(new Bound(time, offset + Math.round(drift * (time - START)) + delay, upper));
    }
    bounds.sort(Comparator.comparingLong(Bound::timeNanos));
    return bounds;
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "3600000000000, 0.0005",
    "-7200000000000, -0.0005",
    "-1500000000, 0.00002",
    "250000000, -0.00012"
  })
  void offsetAndDriftAreRecoveredWithinAMillisecond(long offset, double drift) {
    for (int seed = 0; seed < 20; seed++) {
      List<Bound> bounds = traffic(offset, drift, 400, new Random(seed));
      ClockFit fit = ClockFit.of(bounds);
      assertThat(fit.basis()).isEqualTo(Basis.BOTH);
      assertThat(fit.uncertaintyNanos()).isBetween(19e6, 24e6);
      for (Bound bound : bounds) {
        double truth = offset + drift * (bound.timeNanos() - START);
        assertThat(fit.offsetAt(bound.timeNanos()))
            .as("seed " + seed)
            .isCloseTo(truth, MILLISECOND);
      }
    }
  }

  @Test
  void noBoundIsCrossed() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<Bound> bounds = traffic(random.nextInt(), 0, 2 + random.nextInt(20), random);
      ClockFit fit = ClockFit.of(bounds);
      for (Bound bound : bounds) {
        double over = bound.differenceNanos() - fit.offsetAt(bound.timeNanos());
        assertThat(bound.upper() ? over : -over).isGreaterThan(fit.uncertaintyNanos() - 1000);
      }
    }
  }

  @Test
  void oneDirectionGivesABoundOnly() {
    List<Bound> both = traffic(SECOND, 0.0001, 200, new Random(1));
    ClockFit up = ClockFit.of(both.stream().filter(Bound::upper).toList());
    assertThat(up.basis()).isEqualTo(Basis.UPPER_BOUND);
    assertThat(up.offsetAt(START)).isCloseTo(SECOND + 20e6, Offset.offset(5e6));
    ClockFit down = ClockFit.of(both.stream().filter(bound -> !bound.upper()).toList());
    assertThat(down.basis()).isEqualTo(Basis.LOWER_BOUND);
    assertThat(down.offsetAt(START)).isCloseTo(SECOND - 20e6, Offset.offset(5e6));
  }

  @Test
  void stepOfAClockIsFoundAndNotAveraged() {
    List<Bound> stepped = new ArrayList<>();
    for (Bound bound : traffic(0, 0, 300, new Random(3))) {
      long step = bound.timeNanos() < START + 300 * SECOND ? 0 : 2 * SECOND;
      stepped.add(new Bound(bound.timeNanos(), bound.differenceNanos() + step, bound.upper()));
    }
    Clock clock = Clock.of(stepped);
    assertThat(clock.pieces()).hasSize(2);
    long before = START + 100 * SECOND;
    long after = START + 500 * SECOND;
    assertThat(clock.corrected(before) - before).isBetween(-2_000_000L, 2_000_000L);
    assertThat(clock.corrected(after) - after).isBetween(1_998_000_000L, 2_002_000_000L);
  }

  @Test
  void messagePairedWronglyIsNoStep() {
    List<Bound> bounds = new ArrayList<>(traffic(0, 0, 300, new Random(4)));
    Bound wrong = bounds.get(150);
    bounds.set(150, new Bound(wrong.timeNanos(), wrong.upper() ? -SECOND : SECOND, wrong.upper()));
    Clock clock = Clock.of(bounds);
    assertThat(clock.stepped()).isFalse();
    assertThat(clock.corrected(START) - START).isBetween(-2_000_000L, 2_000_000L);
  }
}
