package org.roamscope.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Handover;
import org.roamscope.field.IpAddress;
import org.roamscope.mobility.MobilityCodePoints;
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.Event;
import org.roamscope.track.IkeContent;
import org.roamscope.track.IkeExchange;
import org.roamscope.track.IkeSa;
import org.roamscope.track.IkeTracker;
import org.roamscope.track.Registration;
import org.roamscope.track.Ue;

/** Every message of one UE that the trackers kept, as arrows that know their place. */
final class LadderMessages {
  /** Which way an arrow points. */
  enum Way {
    TO_AGENT,
    TO_UE
  }

  /** An arrow before its lifelines are known. */
  record Draft(
      At at,
      LadderRow.Kind kind,
      Way way,
      LadderPlaces.Spot spot,
      String label,
      String detail,
      Set<LadderMark> marks) {}

  private final Correlation correlation;
  private final Person person;
  private final LadderPlaces places;
  private final Map<IkeSa, String> letters;
  private final Set<At> evidence = new HashSet<>();
  private final List<Draft> drafts = new ArrayList<>();

  LadderMessages(
      Correlation correlation, Person person, LadderPlaces places, Map<IkeSa, String> letters) {
    this.correlation = correlation;
    this.person = person;
    this.places = places;
    this.letters = letters;
    person.handovers().stream().map(Handover::evidence).forEach(evidence::addAll);
    person.findings().stream().map(FindingGroups::frames).forEach(evidence::addAll);
  }

  /** All of them, in no order. */
  List<Draft> all() {
    Ue ue = person.history().ue();
    ue.registrations().forEach(this::registration);
    person.history().ikeSas().forEach(this::ikeSa);
    correlation.tracker().ike().invalidSpis().forEach(this::invalidSpi);
    for (Event.BindingAcknowledgement stray : correlation.tracker().bindings().strays()) {
      if (mine(stray.homeAddress(), stray.homeAgent())) {
        var spot = places.of(stray.path().destination(), stray.timeNanos());
        acknowledgement(stray, spot, "its BU was not captured", Set.of());
      }
    }
    correlation.tracker().others().forEach(this::other);
    return drafts;
  }

  private boolean mine(IpAddress home, IpAddress agent) {
    Ue ue = person.history().ue();
    return home.equals(ue.homeAddress()) && agent.equals(ue.homeAgent());
  }

  private void add(
      At at,
      LadderRow.Kind kind,
      Way way,
      LadderPlaces.Spot spot,
      String label,
      String detail,
      Collection<LadderMark> marks) {
    EnumSet<LadderMark> all = EnumSet.noneOf(LadderMark.class);
    all.addAll(marks);
    if (evidence.contains(at)) {
      all.add(LadderMark.EVIDENCE);
    }
    drafts.add(new Draft(at, kind, way, spot, label, detail, all));
  }

  // ---- bindings ------------------------------------------------------------------------------

  private void registration(Registration registration) {
    LadderPlaces.Spot spot = LadderPlaces.of(registration);
    if (registration.opaque()) {
      opaque(registration, spot);
      return;
    }
    Set<LadderMark> again = Set.of();
    for (Event.BindingUpdate update : registration.updates()) {
      update(update, spot, again);
      again = Set.of(LadderMark.REPEATED);
    }
    for (At copy : registration.duplicates()) {
      add(
          copy,
          LadderRow.Kind.UPDATE,
          Way.TO_AGENT,
          spot,
          "BU",
          "the same bit for bit",
          List.of(LadderMark.REPEATED));
    }
    again = Set.of();
    for (Event.BindingAcknowledgement answer : registration.answers()) {
      acknowledgement(answer, spot, "", again);
      again = Set.of(LadderMark.REPEATED);
    }
  }

  private void update(Event.BindingUpdate update, LadderPlaces.Spot spot, Set<LadderMark> marks) {
    List<String> facts = new ArrayList<>();
    facts.add(
        update.lifetimeSeconds() == 0
            ? "lifetime 0: remove"
            : "lifetime " + update.lifetimeSeconds() + " s");
    if (update.flags().forceUdp()) {
      facts.add("F=1");
    }
    IpAddress ipv4 = update.ipv4().homeAddress();
    if (ipv4 != null) {
      facts.add(ipv4.unspecified() ? "asks for an IPv4 home address" : "IPv4 home address " + ipv4);
    }
    add(
        update.at(),
        LadderRow.Kind.UPDATE,
        Way.TO_AGENT,
        spot,
        "BU " + update.sequence() + " K=" + (update.flags().keyManagement() ? 1 : 0),
        String.join(", ", facts),
        protection(update.protectedByEsp(), marks));
  }

  private void acknowledgement(
      Event.BindingAcknowledgement answer,
      LadderPlaces.Spot spot,
      String remark,
      Set<LadderMark> marks) {
    List<String> facts = new ArrayList<>();
    facts.add(
        answer.status() == 0
            ? "status 0"
            : "status "
                + answer.status()
                + " ("
                + MobilityCodePoints.BINDING_ACK_STATUS.name(answer.status())
                + ")");
    if (answer.accepted() && answer.lifetimeSeconds() > 0) {
      facts.add("lifetime " + answer.lifetimeSeconds() + " s");
    }
    Event.NatDetected nat = answer.natDetection();
    if (nat != null) {
      facts.add("NAT Detection F=" + (nat.force() ? 1 : 0));
    }
    if (!remark.isEmpty()) {
      facts.add(remark);
    }
    add(
        answer.at(),
        LadderRow.Kind.ACKNOWLEDGEMENT,
        Way.TO_UE,
        spot,
        "BA " + answer.sequence() + " K=" + (answer.keyManagement() ? 1 : 0),
        String.join(", ", facts),
        protection(answer.protectedByEsp(), marks));
  }

  private static Set<LadderMark> protection(boolean inside, Set<LadderMark> marks) {
    EnumSet<LadderMark> all = EnumSet.noneOf(LadderMark.class);
    all.addAll(marks);
    if (inside) {
      all.add(LadderMark.PROTECTED);
    }
    return all;
  }

  private void opaque(Registration registration, LadderPlaces.Spot spot) {
    List<LadderMark> closed = List.of(LadderMark.CLOSED);
    add(
        registration.begun(),
        LadderRow.Kind.ESP,
        Way.TO_AGENT,
        spot,
        "ESP",
        "where a BU would be",
        closed);
    At answered = registration.acceptedAt();
    if (answered != null) {
      add(answered, LadderRow.Kind.ESP, Way.TO_UE, spot, "ESP", "where a BA would be", closed);
    }
  }

  private void other(Event.OtherMobility message) {
    IpAddress home = person.history().ue().homeAddress();
    boolean byUe = message.source().equals(home);
    if (!byUe && !message.destination().equals(home)) {
      return;
    }
    IpAddress peer = byUe ? message.destination() : message.source();
    boolean agent = person.history().ue().homeAgentAddresses().contains(peer);
    add(
        message.at(),
        LadderRow.Kind.MOBILITY,
        byUe ? Way.TO_AGENT : Way.TO_UE,
        bound(message.at().timeNanos()),
        MobilityCodePoints.MESSAGE_TYPES.name(message.type()),
        agent ? "" : (byUe ? "to " : "from ") + peer,
        List.of());
  }

  /** Where the UE was registered last at that time: such a message names no care-of address. */
  private LadderPlaces.Spot bound(long nanos) {
    Registration last = null;
    for (Registration registration : person.history().ue().registrations()) {
      if (registration.begunNanos() <= nanos || last == null) {
        last = registration;
      }
    }
    return last == null
        ? new LadderPlaces.Spot(person.history().ue().homeAddress(), null)
        : LadderPlaces.of(last);
  }

  // ---- IKE -----------------------------------------------------------------------------------

  private void ikeSa(IkeSa sa) {
    boolean ueInitiated = correlation.ueInitiated(sa);
    String letter = letters.getOrDefault(sa, "?");
    for (IkeExchange exchange : sa.exchanges()) {
      boolean byUe = exchange.byInitiator() == ueInitiated;
      String label = IkeNames.exchange(exchange.type()) + " " + exchange.messageId();
      List<IkeSa.Endpoints> requests = exchange.requests();
      boolean onlyRepeats = exchange.retransmissions() >= requests.size() - 1;
      for (int i = 0; i < requests.size(); i++) {
        ike(
            requests.get(i),
            byUe ? Way.TO_AGENT : Way.TO_UE,
            ueInitiated,
            label,
            "request, SA "
                + letter
                + said(exchange.asked())
                + (i > 0 && !onlyRepeats ? ", a part or a repeat" : ""),
            i > 0 && onlyRepeats ? Set.of(LadderMark.REPEATED) : Set.of());
      }
      IkeSa.Endpoints response = exchange.response();
      if (response != null) {
        String errors =
            exchange.errors().isEmpty() ? "" : " with error notify " + exchange.errors().getFirst();
        ike(
            response,
            byUe ? Way.TO_UE : Way.TO_AGENT,
            ueInitiated,
            label,
            "response" + errors + ", SA " + letter,
            Set.of());
      }
    }
  }

  /** RFC 7296 section 1.4: without its content an INFORMATIONAL may be anything. */
  private static String said(@Nullable IkeContent content) {
    if (content == null) {
      return "";
    }
    return content.deletesIkeSa()
        ? ": DELETE of the IKE SA"
        : content.movesSa() ? ": UPDATE_SA_ADDRESSES" : " (opened)";
  }

  private void ike(
      IkeSa.Endpoints ends,
      Way way,
      boolean ueInitiated,
      String label,
      String detail,
      Set<LadderMark> marks) {
    IpAddress outer = ueInitiated ? ends.initiator() : ends.responder();
    add(
        ends.at(),
        LadderRow.Kind.IKE,
        way,
        places.of(outer, ends.at().timeNanos()),
        label,
        detail,
        marks);
  }

  private void invalidSpi(IkeTracker.InvalidSpi told) {
    for (IkeSa sa : person.history().ikeSas()) {
      if (sa.initiatorSpi() == told.initiatorSpi() && sa.responderSpi() == told.responderSpi()) {
        boolean byAgent = person.history().ue().homeAgentAddresses().contains(told.sender());
        add(
            told.at(),
            LadderRow.Kind.IKE,
            byAgent ? Way.TO_UE : Way.TO_AGENT,
            places.of(byAgent ? told.receiver() : told.sender(), told.at().timeNanos()),
            "INVALID_IKE_SPI",
            "SA " + letters.getOrDefault(sa, "?") + " is not known",
            List.of());
        return;
      }
    }
  }
}
