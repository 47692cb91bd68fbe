package org.roamscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.roamscope.track.Correlation;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Registration;

/**
 * One lane of a timeline.
 *
 * @param name what the lane is about
 * @param spans in time order
 */
record TimelineLane(String name, List<Span> spans) {
  /** Lanes of IKE SAs; of more the last are kept. */
  static final int MAX_SAS = 12;

  /** Spans of a lane. */
  private static final int MAX_SPANS = 400;

  /**
   * Something that lasts.
   *
   * @param label short
   * @param detail in words
   * @param fromNanos when it begins
   * @param untilNanos when it ends, {@link Long#MAX_VALUE} when nothing shows an end
   */
  record Span(String label, String detail, long fromNanos, long untilNanos) {}

  /** Where the UE signals from: from the first try at a place to the first one at the next. */
  static TimelineLane attachment(List<Registration> registrations, LadderPlaces places) {
    List<Span> spans = new ArrayList<>();
    Registration here = null;
    for (Registration next : registrations) {
      boolean stays = here != null && next.samePlace(here);
      if (stays || spans.size() >= MAX_SPANS) {
        continue;
      }
      long now = next.begun().timeNanos();
      if (!spans.isEmpty()) {
        spans.add(until(spans.removeLast(), now));
      }
      spans.add(
          new Span(
              places.name(LadderPlaces.of(next)),
              next.careOfAddress() + " from " + next.path().source(),
              now,
              Long.MAX_VALUE));
      here = next;
    }
    return new TimelineLane("attachment", List.copyOf(spans));
  }

  /** A lane for each SA that stood, a span for each place of the UE's end. */
  static List<TimelineLane> ikeSas(
      Correlation correlation,
      List<IkeSa> sas,
      Map<IkeSa, String> letters,
      List<LadderBand> bands,
      LadderPlaces places) {
    List<TimelineLane> lanes = new ArrayList<>();
    for (IkeSa sa : sas) {
      String letter = letters.getOrDefault(sa, "?");
      bands.stream()
          .filter(band -> band.of() == LadderBand.Of.IKE_SA && band.label().equals(letter))
          .findFirst()
          .ifPresent(band ->
              lanes.add(
                  new TimelineLane(
                      "SA " + letter, spans(sa, band, correlation.ueInitiated(sa), places))));
    }
    return List.copyOf(lanes.subList(Math.max(0, lanes.size() - MAX_SAS), lanes.size()));
  }

  private static List<Span> spans(
      IkeSa sa, LadderBand band, boolean ueInitiated, LadderPlaces places) {
    List<Span> spans = new ArrayList<>();
    for (IkeSa.Endpoints ends : sa.endpoints()) {
      long now = ends.at().timeNanos();
      if (now >= band.untilNanos() || spans.size() >= MAX_SPANS) {
        break;
      }
      var spot = places.of(ueInitiated ? ends.initiator() : ends.responder(), now);
      String name = places.name(spot);
      if (!spans.isEmpty() && spans.getLast().label().equals(name)) {
        continue;
      }
      if (!spans.isEmpty()) {
        spans.add(until(spans.removeLast(), now));
      }
      String end = Lines.plain(Story.ueEnd(ends, ueInitiated));
      spans.add(new Span(name, band.detail() + ", UE end " + end, now, band.untilNanos()));
    }
    return List.copyOf(spans);
  }

  private static Span until(Span span, long nanos) {
    return new Span(span.label(), span.detail(), span.fromNanos(), nanos);
  }
}
