package org.roamscope.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.roamscope.field.IpAddress;
import org.roamscope.track.At;
import org.roamscope.track.CaptureQuality;
import org.roamscope.track.Correlation;
import org.roamscope.track.Event;
import org.roamscope.track.EventWindow;
import org.roamscope.track.Observation;
import org.roamscope.track.Tracker;

/**
 * What is given up of a long watch changes no later verdict; what was dropped makes one less sure.
 */
class EventWindowTest {
  private static final IpAddress OLD = IpAddress.parse("2001:db8:a::a1");
  private static final IpAddress NEW = IpAddress.parse("2001:db8:b::a1");
  private static final long SPI = 0x1111;
  private static final int REFRESHES = 3_000;
  private static final double MOVED = REFRESHES * 60 + 100;

  /** An IKE SA, a day and more of refreshes, then a move on which the SA goes on. */
  private static Signalling days() {
    Signalling signalling = new Signalling();
    signalling.ike(0, OLD, true, SPI, 34, 0, 1);
    signalling.ike(0.1, OLD, false, SPI, 34, 0, 2);
    signalling.ike(0.2, OLD, true, SPI, 35, 1, 3);
    signalling.ike(0.3, OLD, false, SPI, 35, 1, 4);
    for (int i = 0; i < REFRESHES; i++) {
      signalling.bind(1 + i * 60, OLD, i + 1, 600);
    }
    signalling.bind(MOVED, NEW, REFRESHES + 1, 600);
    signalling.ike(MOVED + 1, NEW, true, SPI, 37, 2, 5);
    signalling.ike(MOVED + 1.1, NEW, false, SPI, 37, 2, 6);
    return signalling;
  }

  private static List<Handover> judged(List<Event> events, CaptureQuality quality) {
    long last = events.getLast().at().timeNanos() + 60 * At.SECOND;
    Observation observation =
        new Observation(events.getFirst().at().timeNanos(), last, true, quality);
    return audit(events, observation).handovers();
  }

  private static Audit audit(List<Event> events, Observation observation) {
    Tracker tracker = new Tracker(1000);
    events.forEach(tracker::accept);
    return Audit.of(Correlation.of(tracker, observation), Profile.TS24303);
  }

  @Test
  void aVerdictAfterDaysIsThatOfTheWholeCapture() {
    List<Event> all = days().events();
    EventWindow window = new EventWindow(1_000);
    List<Event> kept = List.of();
    for (Event event : all) {
      window.add(event);
      if (window.full()) {
        kept = window.shorten();
        assertThat(kept).hasSizeLessThanOrEqualTo(750);
      }
    }
    kept = window.shorten();
    assertThat(kept).hasSizeLessThan(all.size() / 5);
    assertThat(kept.getFirst()).isInstanceOf(Event.Ike.class);
    Handover whole = judged(all, CaptureQuality.GOOD).getFirst();
    Handover later = judged(kept, CaptureQuality.GOOD).getFirst();
    assertThat(whole.verdict()).isEqualTo(Verdict.K_HONOURED);
    assertThat(later.verdict()).isEqualTo(whole.verdict());
    assertThat(later.confidence()).isEqualTo(whole.confidence());
    assertThat(later.movement().begin()).isEqualTo(whole.movement().begin());
  }

  private static final int UES = 50;
  private static final int MOVES = 40;

  private static IpAddress home(int ue) {
    return IpAddress.parse("2001:db8:100::" + Integer.toHexString(0x1000 + ue));
  }

  private static IpAddress careOf(int ue, int move) {
    return IpAddress.parse(
        "2001:db8:" + Integer.toHexString(0xa00 + move) + "::" + Integer.toHexString(0x1000 + ue));
  }

  /** UEs with an IKE SA each that all move again and again, in turn. */
  private static List<Event> many() {
    Signalling signalling = new Signalling();
    for (int ue = 0; ue < UES; ue++) {
      for (int message = 0; message < 4; message++) {
        signalling.ike(
            ue + message * 0.1,
            careOf(ue, 0),
            message % 2 == 0,
            SPI + ue,
            message < 2 ? 34 : 35,
            message / 2,
            ue * 4L + message);
      }
    }
    for (int move = 0; move < MOVES; move++) {
      for (int ue = 0; ue < UES; ue++) {
        double at = 100 + move * 100 + ue;
        signalling.ue(home(ue));
        signalling.bind(at, careOf(ue, move), move + 1, 600);
        signalling.ike(at + 0.3, careOf(ue, move), true, SPI + ue, 37, 2 + move, 2L * move);
        signalling.ike(at + 0.4, careOf(ue, move), false, SPI + ue, 37, 2 + move, 2L * move + 1);
      }
    }
    return signalling.events();
  }

  /** Verdicts of moves after a time: those before it rest on what was given up. */
  private static List<String> verdicts(List<Event> events, double from) {
    return judged(events, CaptureQuality.GOOD).stream()
        .filter(handover -> handover.movement().begin().timeNanos() >= from * At.SECOND)
        .map(handover ->
            handover.movement().ue().homeAddress()
                + " "
                + handover.movement().begin().timeNanos()
                + " "
                + handover.verdict()
                + " "
                + handover.confidence())
        .toList();
  }

  private static EventWindow through(List<Event> all, int most) {
    EventWindow window = new EventWindow(most);
    for (Event event : all) {
      window.add(event);
      if (window.full()) {
        window.shorten();
      }
      assertThat(window.size()).isLessThanOrEqualTo(2 * most);
    }
    return window;
  }

  @Test
  void everyUeGoesOnThoughTheirPastsAreMoreThanAQuarterOfTheWindow() {
    List<Event> all = many();
    EventWindow window = through(all, 8 * UES);
    List<Event> kept = window.shorten();
    assertThat(window.forgotten()).isZero();
    assertThat(window.shortened()).hasSize(UES);
    Observation observation =
        new Observation(
            kept.getFirst().at().timeNanos(),
            kept.getLast().at().timeNanos(),
            true,
            CaptureQuality.GOOD,
            window.shortened());
    assertThat(audit(kept, observation).findings())
        .as("what was given up is not missing from the capture")
        .extracting(finding -> finding.rule().id())
        .doesNotContain("CAP003");
    assertThat(
            audit(kept, new Observation(0, Long.MAX_VALUE, true, CaptureQuality.GOOD)).findings())
        .extracting(finding -> finding.rule().id())
        .contains("CAP003");
    double late = 100 + (MOVES - 1) * 100;
    assertThat(verdicts(all, late)).hasSize(UES);
    assertThat(verdicts(kept, late)).isEqualTo(verdicts(all, late));
  }

  @Test
  void whereThatIsTooMuchUesAreForgottenWhole() {
    EventWindow window = through(many(), 3 * UES);
    List<Event> kept = window.shorten();
    assertThat(window.forgotten()).isPositive();
    Map<Long, Long> startsKept =
        kept.stream()
            .filter(Event.Ike.class::isInstance)
            .map(Event.Ike.class::cast)
            .filter(message -> message.exchange() != 37)
            .collect(Collectors.groupingBy(Event.Ike::initiatorSpi, Collectors.counting()));
    assertThat(startsKept).hasSizeBetween(1, UES - 1);
    assertThat(startsKept.values()).containsOnly(4L);
    assertThat(judged(kept, CaptureQuality.GOOD))
        .extracting(Handover::verdict)
        .isNotEmpty()
        .containsOnly(Verdict.K_HONOURED);
  }

  @Test
  void dropsNearAHandoverLowerItsConfidence() {
    List<Event> all = days().events();
    Confidence sure = judged(all, CaptureQuality.GOOD).getFirst().confidence();
    assertThat(sure).isNotEqualTo(Confidence.LOW);
    assertThat(judged(all, lossUntil(MOVED + 5)).getFirst().confidence()).isEqualTo(sure.lowered());
    assertThat(judged(all, lossUntil(MOVED - 50)).getFirst().confidence()).isEqualTo(sure);
  }

  private static CaptureQuality lossUntil(double seconds) {
    long until = (long) (seconds * At.SECOND);
    CaptureQuality.Loss loss = new CaptureQuality.Loss(until - 20 * At.SECOND, until, 7);
    return new CaptureQuality(List.of(), List.of(), List.of(), List.of(loss), List.of());
  }
}
