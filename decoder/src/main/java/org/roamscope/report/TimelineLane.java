package org.roamscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.roamscope.audit.NatMapping;
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Registration;

/**
 * One lane of a timeline.
 *
 * @param name what the lane is about
 * @param spans in time order
 * @param below lanes that belong to it: of an IKE SA those of its child SAs
 */
public record TimelineLane(String name, List<Span> spans, List<TimelineLane> below) {
  static final TimelineLane NO_NATS = new TimelineLane("NAT", List.of());

  /** A lane to which no other belongs. */
  public TimelineLane(String name, List<Span> spans) {
    this(name, spans, List.of());
  }

  /**
   * Something that lasts.
   *
   * @param label short
   * @param detail in words
   * @param from the frame that shows its begin
   * @param untilNanos when it ends, {@link Long#MAX_VALUE} when nothing shows an end
   * @param end how an SA ended, in a word or two; empty for other things and when nothing shows it
   */
  public record Span(String label, String detail, At from, long untilNanos, String end) {
    /** Something whose end needs no word. */
    public Span(String label, String detail, At from, long untilNanos) {
      this(label, detail, from, untilNanos, "");
    }

    /** When it begins. */
    public long fromNanos() {
      return from.timeNanos();
    }

    Span until(long nanos) {
      return new Span(label, detail, from, nanos);
    }
  }

  /** Where the UE signals from: from the first try at a place to the first one at the next. */
  static TimelineLane attachment(List<Registration> registrations, LadderPlaces places) {
    List<Span> spans = new ArrayList<>();
    Registration here = null;
    for (Registration next : registrations) {
      boolean stays = here != null && next.samePlace(here);
      if (stays) {
        continue;
      }
      if (!spans.isEmpty()) {
        spans.add(spans.removeLast().until(next.begunNanos()));
      }
      spans.add(
          new Span(
              places.name(LadderPlaces.of(next)),
              next.careOfAddress() + " from " + next.path().source(),
              next.begun(),
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
      LadderPlaces places,
      TimelineIpsec ipsec) {
    List<TimelineLane> lanes = new ArrayList<>();
    for (IkeSa sa : sas) {
      String letter = letters.getOrDefault(sa, "?");
      bands.stream()
          .filter(band -> band.of() == LadderBand.Of.IKE_SA && band.label().equals(letter))
          .findFirst()
          .ifPresent(band ->
              lanes.add(
                  new TimelineLane(
                      "SA " + letter,
                      spans(sa, band, correlation.ueInitiated(sa), places, end(sa, letters)),
                      ipsec.children(sa, letter))));
    }
    return List.copyOf(lanes);
  }

  private static String end(IkeSa sa, Map<IkeSa, String> letters) {
    IkeSa successor = sa.successor();
    return successor != null
        ? "rekeyed to SA " + letters.getOrDefault(successor, "?")
        : sa.state() == IkeSa.State.DELETED ? "deleted" : "";
  }

  private static List<Span> spans(
      IkeSa sa, LadderBand band, boolean ueInitiated, LadderPlaces places, String how) {
    List<Span> spans = new ArrayList<>();
    for (IkeSa.Endpoints ends : sa.endpoints()) {
      long now = ends.at().timeNanos();
      if (now >= band.untilNanos()) {
        break;
      }
      var spot = places.of(ueInitiated ? ends.initiator() : ends.responder(), now);
      String name = places.name(spot);
      if (!spans.isEmpty() && spans.getLast().label().equals(name)) {
        continue;
      }
      if (!spans.isEmpty()) {
        spans.add(spans.removeLast().until(now));
      }
      String end = Lines.plain(Story.ueEnd(ends, ueInitiated));
      spans.add(
          new Span(name, band.detail() + ", UE end " + end, ends.at(), band.untilNanos(), how));
    }
    return List.copyOf(spans);
  }

  /** What NATs made of the UE's address and port. */
  static TimelineLane nats(List<NatMapping> mappings) {
    return new TimelineLane(
        NO_NATS.name(),
        mappings.stream()
            .map(nat ->
                new Span(
                    nat.outer() + " port " + nat.port(),
                    nat.careOfAddress()
                        + " is "
                        + nat.outer()
                        + " port "
                        + nat.port()
                        + (nat.late() ? ", silent for longer than told" : ""),
                    nat.from(),
                    nat.untilNanos()))
            .toList());
  }
}
