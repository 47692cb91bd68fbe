package org.roamscope.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.audit.NatMapping;
import org.roamscope.audit.Severity;
import org.roamscope.bytes.Hex;
import org.roamscope.field.PlainText;
import org.roamscope.track.At;
import org.roamscope.track.Event;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Registration;
import org.roamscope.track.Ue;

/** Puts a ladder together: messages get their lifelines, remarks their rows, runs are gathered. */
final class LadderBuilder {
  /** IKE SAs told in the legend. */
  private static final int MAX_LEGEND = 40;

  /** Places of one SA told in the legend. */
  private static final int MAX_ENDS = 6;

  private static final Comparator<At> ORDER = Comparator.naturalOrder();

  private final ReportIndex index;
  private final Person person;
  private final Ue ue;
  private final LadderPlaces places;
  private final Map<IkeSa, String> letters = new LinkedHashMap<>();
  private final List<LadderMessages.Draft> drafts = new ArrayList<>();
  private final List<LadderRow> rows = new ArrayList<>();

  LadderBuilder(ReportIndex index, Person person) {
    this.index = index;
    this.person = person;
    ue = person.history().ue();
    places = new LadderPlaces(ue);
    for (IkeSa sa : person.history().ikeSas()) {
      letters.put(sa, IkeNames.letter(letters.size()));
    }
    drafts.addAll(new LadderMessages(index.correlation(), person, places, letters).all());
    drafts.sort(Comparator.comparing(LadderMessages.Draft::at, ORDER));
    drafts.forEach(draft -> places.see(draft.spot()));
  }

  Ladder ladder() {
    // The sort is stable: at the same frame the handover comes first, then the arrow, then remarks.
    handovers();
    int agent = places.agent();
    for (LadderMessages.Draft draft : drafts) {
      int at = places.column(draft.spot());
      boolean toAgent = draft.way() == LadderMessages.Way.TO_AGENT;
      rows.add(
          new LadderRow.Arrow(
              draft.at(),
              draft.kind(),
              toAgent ? at : agent,
              toAgent ? agent : at,
              places.via(draft.spot()),
              draft.label(),
              draft.detail(),
              draft.marks()));
    }
    states();
    findings();
    rows.sort(Comparator.comparing(LadderRow::at, ORDER));
    return new Ladder(
        index.id(ue),
        Ladder.title(index, person),
        places.columns(),
        LadderRuns.gathered(rows),
        bands(),
        legend(),
        index.frames());
  }

  /** The same as a timeline. */
  Timeline timeline() {
    List<TimelineLane> lanes = new ArrayList<>();
    lanes.add(TimelineLane.attachment(ue.registrations(), places));
    TimelineIpsec ipsec = new TimelineIpsec(index, person.history());
    lanes.addAll(
        TimelineLane.ikeSas(
            index.correlation(), person.history().ikeSas(), letters, bands(), places, ipsec));
    return new Timeline(
        Ladder.title(index, person),
        drafts.isEmpty() ? 0 : drafts.getFirst().at().timeNanos(),
        drafts.isEmpty() ? 0 : drafts.getLast().at().timeNanos(),
        List.copyOf(lanes),
        ipsec.others(),
        TimelineLane.nats(NatMapping.of(index.correlation(), person.history())),
        TimelineMark.grants(ue.registrations()),
        TimelineMark.keyManagement(ue.registrations()),
        TimelineMark.handovers(person.handovers()),
        TimelineMark.findings(person.findings()),
        index.frames());
  }

  private List<LadderBand> bands() {
    List<LadderBand> bands = new ArrayList<>(LadderBands.bindings(ue.registrations(), places));
    bands.addAll(LadderBands.ikeSas(person.history().ikeSas(), letters));
    return List.copyOf(bands);
  }

  private void remark(At at, LadderRow.Topic topic, String text) {
    rows.add(new LadderRow.Remark(at, topic, text));
  }

  private void states() {
    long end = index.correlation().observation().lastNanos();
    List<Registration> registrations = ue.registrations();
    for (int i = 0; i < registrations.size(); i++) {
      Registration registration = registrations.get(i);
      RegistrationEnd ended = RegistrationEnd.of(registrations, i, end);
      if (ended.end().equals("expired") && !registration.deregistration()) {
        At at = registration.ended();
        remark(
            new At(at.capture(), LadderRow.NO_FRAME, ended.untilNanos()),
            LadderRow.Topic.STATE,
            "the binding at " + place(registration) + " ran out");
      }
    }
    for (Event.MalformedMobility message : ue.malformed()) {
      remark(
          message.at(),
          LadderRow.Topic.STATE,
          "a damaged message: " + PlainText.of(message.what()));
    }
    for (IkeSa sa : person.history().ikeSas()) {
      IkeSa before = sa.predecessor();
      if (before != null) {
        remark(
            sa.first(),
            LadderRow.Topic.STATE,
            "SA " + letter(sa) + " takes over from SA " + letter(before) + " (rekeyed, no re-run)");
      } else if (!sa.startSeen()) {
        remark(
            sa.first(),
            LadderRow.Topic.STATE,
            "SA " + letter(sa) + " is in use, its start was not captured");
      } else if (sa.state() == IkeSa.State.FAILED) {
        remark(sa.last(), LadderRow.Topic.STATE, "SA " + letter(sa) + " failed");
      }
    }
  }

  private String letter(IkeSa sa) {
    return letters.getOrDefault(sa, "?");
  }

  private String place(Registration registration) {
    return places.name(LadderPlaces.of(registration));
  }

  private void handovers() {
    int number = 0;
    for (Handover handover : person.handovers()) {
      number++;
      remark(
          handover.movement().begin(),
          LadderRow.Topic.HANDOVER,
          "HANDOVER "
              + number
              + " "
              + places.move(handover.movement())
              + ": "
              + handover.verdict());
    }
  }

  private void findings() {
    for (Finding finding : person.findings()) {
      remark(
          finding.primary().at(),
          topic(finding.severity()),
          finding.severity().json() + " " + finding.rule().id() + " " + finding.rule().name());
    }
  }

  private static LadderRow.Topic topic(Severity severity) {
    return switch (severity) {
      case ERROR -> LadderRow.Topic.ERROR;
      case WARNING -> LadderRow.Topic.WARNING;
      case NOTE, CHAT -> LadderRow.Topic.NOTE;
    };
  }

  private List<String> legend() {
    List<String> lines = new ArrayList<>();
    for (IkeSa sa : person.history().ikeSas()) {
      if (lines.size() == MAX_LEGEND) {
        lines.add("and " + (letters.size() - MAX_LEGEND) + " more IKE SAs");
        break;
      }
      lines.add(
          "SA "
              + letter(sa)
              + "  IKEv"
              + sa.version()
              + " "
              + Hex.spi64(sa.initiatorSpi())
              + "/"
              + Hex.spi64(sa.responderSpi())
              + " "
              + sa.state().json()
              + ", UE end "
              + ends(sa));
    }
    if (ue.forgotten() > 0) {
      lines.add(ue.forgotten() + " older registrations of this UE were not kept");
    }
    return List.copyOf(lines);
  }

  private String ends(IkeSa sa) {
    boolean ueInitiated = index.correlation().ueInitiated(sa);
    List<String> told = new ArrayList<>();
    @Nullable String last = null;
    for (IkeSa.Endpoints ends : sa.endpoints()) {
      String now = Lines.plain(Story.ueEnd(ends, ueInitiated));
      if (!now.equals(last)) {
        told.add(now);
      }
      last = now;
    }
    int shown = Math.min(MAX_ENDS, told.size());
    return String.join(", then ", told.subList(0, shown))
        + (shown < told.size() ? ", and " + (told.size() - shown) + " more" : "");
  }
}
