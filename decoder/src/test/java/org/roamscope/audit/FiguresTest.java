package org.roamscope.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.roamscope.field.IpAddress;
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Observation;

class FiguresTest {
  private static final IpAddress A = IpAddress.parse("2001:db8:a::a1");
  private static final IpAddress B = IpAddress.parse("2001:db8:b::a1");
  private static final IpAddress NAT = IpAddress.parse("198.51.100.7");

  private final Signalling signalling = new Signalling();

  private Audit audit(double endSeconds) {
    Observation seen = new Observation(0, (long) (endSeconds * At.SECOND), true);
    return Audit.of(Correlation.of(signalling.tracker(), seen), Profile.TS24303);
  }

  @Test
  void percentilesAreValuesThatWereMeasured() {
    assertThat(Distribution.of(LongStream.rangeClosed(1, 100)))
        .isEqualTo(new Distribution(100, 50, 95, 100));
    assertThat(Distribution.of(LongStream.of(9, 1, 5))).isEqualTo(new Distribution(3, 5, 9, 9));
    assertThat(Distribution.of(LongStream.of(7))).isEqualTo(new Distribution(1, 7, 7, 7));
    assertThat(Distribution.of(LongStream.empty())).isEqualTo(new Distribution(0, 0, 0, 0));
  }

  /** With a cookie round, a repetition and EAP: four round trips, nine messages. */
  @Test
  void aRunCostsAllItsMessages() {
    signalling.ike(0, A, true, 0x100, 34, 0, 1);
    signalling.ike(0.1, A, false, 0x100, 34, 0, 2);
    signalling.ike(0.2, A, true, 0x100, 34, 0, 3);
    signalling.ike(0.3, A, false, 0x100, 34, 0, 4);
    signalling.ike(0.4, A, true, 0x100, 35, 1, 5);
    signalling.ike(0.5, A, true, 0x100, 35, 1, 5);
    signalling.ike(0.6, A, false, 0x100, 35, 1, 6);
    signalling.ike(0.7, A, true, 0x100, 35, 2, 7);
    signalling.ike(0.8, A, false, 0x100, 35, 2, 8);
    signalling.ike(5, A, true, 0x100, 37, 3, 9);
    signalling.ike(5.1, A, false, 0x100, 37, 3, 10);
    IkeSa sa = audit(10).correlation().ikeSas().getFirst();
    assertThat(RunCost.of(sa)).isEqualTo(new RunCost(1, 9, 900, 4, 8 * At.SECOND / 10));
  }

  /** RFC 2409: aggressive mode has three messages, Quick Mode three. */
  @Test
  void aRunOfIkeV1IsPhaseOneAndTheFirstQuickMode() {
    signalling.ikeV1(0, A, true, 0x100, 4, 0, 1);
    signalling.ikeV1(0.1, A, false, 0x100, 4, 0, 2);
    signalling.ikeV1(0.2, A, true, 0x100, 4, 0, 3);
    signalling.ikeV1(0.3, A, true, 0x100, 32, 7, 4);
    signalling.ikeV1(0.4, A, false, 0x100, 32, 7, 5);
    signalling.ikeV1(0.5, A, true, 0x100, 32, 7, 6);
    signalling.ikeV1(9, A, true, 0x100, 32, 8, 7);
    signalling.ikeV1(9.1, A, false, 0x100, 32, 8, 8);
    IkeSa sa = audit(10).correlation().ikeSas().getFirst();
    assertThat(RunCost.of(sa)).isEqualTo(new RunCost(1, 6, 600, 4, 4 * At.SECOND / 10));
  }

  private void run(double at, IpAddress careOf, long spi) {
    signalling.ike(at, careOf, true, spi, 34, 0, spi + 1);
    signalling.ike(at + 0.1, careOf, false, spi, 34, 0, spi + 2);
    signalling.ike(at + 0.2, careOf, true, spi, 35, 1, spi + 3);
    signalling.ike(at + 0.3, careOf, false, spi, 35, 1, spi + 4);
  }

  @Test
  void kWouldHaveSavedTheNeedlessRunAndNotTheFirst() {
    run(0, A, 0x100);
    signalling.bind(1, A, 1, 600);
    signalling.bind(10, B, 2, 600);
    run(11, B, 0x200);
    Figures figures = Figures.of(audit(20));
    assertThat(figures.ikeRuns().runs()).isEqualTo(2);
    assertThat(figures.saved()).isEqualTo(new RunCost(1, 4, 400, 2, 3 * At.SECOND / 10));
    assertThat(figures.binding())
        .isEqualTo(new Distribution(2, 20_000_000, 20_000_000, 20_000_000));
  }

  @Test
  void aKeptSaSavesNothingMore() {
    run(0, A, 0x100);
    signalling.bind(1, A, 1, 600);
    signalling.bind(10, B, 2, 600);
    signalling.ike(12, B, true, 0x100, 37, 2, 90);
    signalling.ike(12.1, B, false, 0x100, 37, 2, 91);
    assertThat(Figures.of(audit(20)).saved()).isEqualTo(RunCost.NONE);
  }

  // ---- what comes next, NATs -----------------------------------------------------------------

  @Test
  void aBindingThatRunsOutIsOverdueOnlyAfterItsEnd() {
    signalling.bind(1, A, 1, 60);
    Audit before = audit(50);
    assertThat(Expectation.of(before.correlation(), before.correlation().histories().getFirst()))
        .singleElement()
        .satisfies(next -> {
          assertThat(next.what()).isEqualTo(Expectation.What.BINDING_REFRESH);
          assertThat(next.byNanos()).isEqualTo(61 * At.SECOND + 20_000_000);
          assertThat(next.overdue()).isFalse();
        });
    Audit after = audit(70);
    assertThat(Expectation.of(after.correlation(), after.correlation().histories().getFirst()))
        .singleElement()
        .satisfies(next -> assertThat(next.overdue()).isTrue());
  }

  @Test
  void anUpdateWithoutAnswerWaitsForOne() {
    signalling.update(1, A, 1, 60);
    Audit audit = audit(50);
    assertThat(Expectation.of(audit.correlation(), audit.correlation().histories().getFirst()))
        .singleElement()
        .satisfies(next -> {
          assertThat(next.what()).isEqualTo(Expectation.What.BINDING_ACKNOWLEDGEMENT);
          assertThat(next.byNanos()).isEqualTo(2 * At.SECOND);
          assertThat(next.overdue()).isTrue();
        });
  }

  @Test
  void aMappingLastsOverRefreshesAndEndsWithAnotherPort() {
    signalling.bindBehindNat(1, NAT, 14191, 1, 30L);
    signalling.bindBehindNat(20, NAT, 14191, 2, 30L);
    signalling.bindBehindNat(90, NAT, 14192, 3, 30L);
    Audit audit = audit(100);
    assertThat(NatMapping.of(audit.correlation(), audit.correlation().histories().getFirst()))
        .hasSize(2)
        .satisfiesExactly(
            first -> {
              assertThat(first.port()).isEqualTo(14191);
              assertThat(first.untilNanos()).isEqualTo(90 * At.SECOND);
              assertThat(first.silenceNanos()).isEqualTo(70 * At.SECOND);
              assertThat(first.late()).isTrue();
            },
            second -> {
              assertThat(second.port()).isEqualTo(14192);
              assertThat(second.silenceNanos()).isEqualTo(10 * At.SECOND);
              assertThat(second.late()).isFalse();
            });
  }
}
