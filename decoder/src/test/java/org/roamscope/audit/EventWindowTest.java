package org.roamscope.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
    Tracker tracker = new Tracker(1000);
    events.forEach(tracker::accept);
    long last = events.getLast().at().timeNanos() + 60 * At.SECOND;
    Observation observation =
        new Observation(events.getFirst().at().timeNanos(), last, true, quality);
    return Audit.of(Correlation.of(tracker, observation), Profile.TS24303).handovers();
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
    return new CaptureQuality(List.of(), List.of(), List.of(), List.of(loss));
  }
}
