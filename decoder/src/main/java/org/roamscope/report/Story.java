package org.roamscope.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.bytes.Hex;
import org.roamscope.field.IpAddress;
import org.roamscope.field.PlainText;
import org.roamscope.mobility.MobilityCodePoints;
import org.roamscope.track.Access;
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.Deregistration;
import org.roamscope.track.Event;
import org.roamscope.track.IkeExchange;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Registration;
import org.roamscope.track.Ue;

/** What one UE did, in time order. */
final class Story {
  /** Endpoint changes told of one SA. */
  private static final int MAX_ENDPOINTS = 20;

  /**
   * One entry.
   *
   * @param timeNanos when
   * @param at the frame, null for what no frame shows
   * @param label what kind
   * @param lines what happened; the first one is the headline
   * @param plain true when it may be told together with its like
   */
  record Entry(long timeNanos, @Nullable At at, String label, List<String> lines, boolean plain) {}

  private final Correlation correlation;
  private final Correlation.History history;
  private final List<Handover> handovers;
  private final List<Finding> findings;
  private final Frames frames;
  private final List<Entry> entries = new ArrayList<>();

  private Story(
      Correlation correlation,
      Correlation.History history,
      List<Handover> handovers,
      List<Finding> findings,
      Frames frames) {
    this.correlation = correlation;
    this.history = history;
    this.handovers = handovers;
    this.findings = findings;
    this.frames = frames;
  }

  /**
   * Tells it.
   *
   * @param handovers of this UE
   * @param findings about this UE
   */
  static List<Entry> of(
      Correlation correlation,
      Correlation.History history,
      List<Handover> handovers,
      List<Finding> findings,
      Frames frames) {
    Story story = new Story(correlation, history, handovers, findings, frames);
    story.tell();
    return story.entries;
  }

  private void tell() {
    Ue ue = history.ue();
    Registration before = null;
    List<Registration> registrations = ue.registrations();
    for (int i = 0; i < registrations.size(); i++) {
      Registration registration = registrations.get(i);
      registration(registration, before);
      if (registration.deregistration()) {
        boolean gone = registration.outcome() == Registration.Outcome.ACCEPTED;
        before = gone ? null : before;
      } else if (registration.effective()) {
        before = registration;
      }
      RegistrationEnd end =
          RegistrationEnd.of(registrations, i, correlation.observation().lastNanos());
      if (end.end().equals("expired") && !registration.deregistration()) {
        add(
            end.untilNanos(),
            null,
            "EXPIRED",
            "the binding at " + registration.careOfAddress() + " ran out");
      }
    }
    for (Handover handover : handovers) {
      if (handover.movement().registration() == null) {
        At begin = handover.movement().begin();
        List<String> lines = new ArrayList<>();
        lines.add(places(handover));
        verdict(handover, lines);
        findings(List.of(begin), lines);
        entries.add(new Entry(begin.timeNanos(), begin, "HANDOVER", lines, false));
      }
    }
    for (Event.MalformedMobility message : ue.malformed()) {
      add(message.at().timeNanos(), message.at(), "DAMAGED", PlainText.of(message.what()));
    }
    history.ikeSas().forEach(this::ikeSa);
    entries.sort(
        Comparator.comparingLong(Entry::timeNanos)
            .thenComparingInt(entry -> entry.at() == null ? 0 : entry.at().capture())
            .thenComparingInt(entry -> entry.at() == null ? 0 : entry.at().frame()));
    gatherRefreshes();
  }

  private void add(long timeNanos, @Nullable At at, String label, String line) {
    entries.add(new Entry(timeNanos, at, label, List.of(line), false));
  }

  // ---- bindings ------------------------------------------------------------------------------

  private void registration(Registration registration, @Nullable Registration before) {
    Handover handover = handover(registration);
    List<String> lines = new ArrayList<>();
    String label;
    boolean plain = false;
    if (handover != null) {
      label = "HANDOVER";
      lines.add(places(handover) + way(registration));
      verdict(handover, lines);
    } else if (registration.deregistration()) {
      label = "REMOVE";
      lines.add(removal(registration));
    } else if (registration.effective()) {
      boolean same = before != null && registration.samePlace(before);
      label = same ? "refresh" : "attach";
      plain = same && registration.updates().size() == 1 && registration.duplicates().isEmpty();
      lines.add(registration.careOfAddress() + way(registration));
    } else {
      boolean refused = registration.outcome() == Registration.Outcome.REFUSED;
      label = refused ? "REFUSED" : "NO ANSWER";
      lines.add(registration.careOfAddress() + way(registration));
    }
    lines.add(facts(registration));
    repeats(registration, lines);
    int told = lines.size();
    Set<At> shown = new LinkedHashSet<>();
    registration.updates().forEach(update -> shown.add(update.at()));
    registration.answers().forEach(answer -> shown.add(answer.at()));
    findings(shown, lines);
    entries.add(
        new Entry(
            registration.begunNanos(),
            registration.begun(),
            label,
            lines,
            plain && lines.size() == told));
  }

  private @Nullable Handover handover(Registration registration) {
    for (Handover handover : handovers) {
      if (registration.equals(handover.movement().registration())) {
        return handover;
      }
    }
    return null;
  }

  private static String places(Handover handover) {
    Registration from = handover.movement().from();
    String left = from == null ? Lines.glued("an unseen place") : from.careOfAddress().toString();
    return left + " -> " + handover.movement().to();
  }

  private static String way(Registration registration) {
    String way =
        switch (registration.access()) {
          case IPV6 -> "";
          case HOME -> ", on the home link";
          case UDP_IPV4 -> ", in UDP over IPv4";
          case UDP_IPV6 -> ", in UDP over IPv6";
          case IPV4 -> ", in IPv4 without UDP";
        };
    return registration.natted()
        ? way
            + ", behind a NAT ("
            + registration.path().source()
            + " port"
            + Lines.GLUE
            + registration.path().sourcePort()
            + ")"
        : way;
  }

  private void verdict(Handover handover, List<String> lines) {
    String cause = handover.cause() == null ? "" : ", cause " + handover.cause().json();
    lines.add(
        VerdictWords.name(handover.verdict())
            + cause
            + ", confidence"
            + Lines.GLUE
            + handover.confidence().json()
            + ": "
            + PlainText.of(handover.explanation()));
    IkeSa rerun = handover.movement().ike().rerun();
    StringBuilder evidence = new StringBuilder();
    if (rerun != null) {
      long nanos = rerun.setUpNanos();
      evidence.append(
          nanos < 0
              ? "The IKE re-run was not seen to finish; evidence "
              : "The IKE re-run took " + Frames.millis(nanos) + "; evidence ");
    } else {
      evidence.append("Evidence ");
    }
    lines.add(evidence + frames.list(handover.evidence()) + ".");
    String settled = GapText.of(handover.missing());
    if (!settled.isEmpty()) {
      lines.add(settled);
    }
  }

  private String facts(Registration registration) {
    if (registration.opaque()) {
      At answered = registration.acceptedAt();
      return "inside ESP, not readable"
          + (answered == null ? "" : "; answer in " + frames.list(List.of(answered)));
    }
    List<String> facts = new ArrayList<>();
    Event.BindingUpdate update = registration.update();
    Event.BindingAcknowledgement answer = registration.answer();
    if (update == null) {
      return "";
    }
    if (answer == null) {
      facts.add("BU " + frames.list(List.of(update.at())) + ", no BA seen");
    } else {
      facts.add(
          "BU"
              + Lines.GLUE
              + frames.number(update.at())
              + " -> BA"
              + Lines.GLUE
              + frames.number(answer.at())
              + " in "
              + Frames.millis(answer.at().since(update.at())));
      if (answer.status() != 0) {
        facts.add(
            "status"
                + Lines.GLUE
                + answer.status()
                + " ("
                + MobilityCodePoints.BINDING_ACK_STATUS.name(answer.status())
                + ")");
      }
    }
    facts.add(keyManagement(update, answer));
    if (!registration.deregistration() && answer != null && answer.accepted()) {
      facts.add("lifetime" + Lines.GLUE + answer.lifetimeSeconds() + Lines.GLUE + "s");
    }
    if (registration.access() == Access.UDP_IPV4 && answer != null && answer.accepted()) {
      Event.NatDetected nat = answer.natDetection();
      facts.add(
          nat == null
              ? "no NAT Detection option"
              : "NAT Detection F=" + (nat.force() ? 1 : 0) + refresh(nat.refreshSeconds()));
    }
    ipv4(update, answer, facts);
    if (registration.protectedByEsp()) {
      facts.add("protected by IPsec");
    }
    return String.join("; ", facts);
  }

  private static String refresh(long seconds) {
    if (seconds == 0xffffffffL) {
      return ", no NAT";
    }
    return seconds == 0 ? "" : ", refresh" + Lines.GLUE + seconds + Lines.GLUE + "s";
  }

  private static void ipv4(
      Event.BindingUpdate update,
      Event.@Nullable BindingAcknowledgement answer,
      List<String> facts) {
    IpAddress asked = update.ipv4().homeAddress();
    if (asked == null) {
      return;
    }
    Event.Ipv4Granted given = answer == null ? null : answer.ipv4();
    if (given == null) {
      facts.add("IPv4 home address " + asked + " asked, not acknowledged");
    } else if (given.status() < 128) {
      facts.add("IPv4 home address " + given.address());
    } else {
      facts.add(
          "IPv4 home address "
              + asked
              + " refused, status"
              + Lines.GLUE
              + given.status()
              + " ("
              + MobilityCodePoints.IPV4_ADDRESS_ACK_STATUS.name(given.status())
              + ")");
    }
  }

  private static String keyManagement(
      Event.BindingUpdate update, Event.@Nullable BindingAcknowledgement answer) {
    boolean asked = update.flags().keyManagement();
    if (answer == null) {
      return asked ? "K=1 asked" : "K=0, not asked";
    }
    boolean granted = answer.keyManagement();
    String bits = "K=" + (asked ? 1 : 0) + "/" + (granted ? 1 : 0);
    if (!answer.accepted()) {
      return bits;
    }
    return Lines.glued(
        bits
            + (asked
                ? granted ? " asked, granted" : " asked, not granted"
                : granted ? " not asked, yet set" : " not asked"));
  }

  private void repeats(Registration registration, List<String> lines) {
    List<At> sent = registration.updates().stream().map(Event.BindingUpdate::at).toList();
    if (sent.size() > 1) {
      lines.add("BU sent " + Frames.count(sent.size(), "time", "times") + ": " + frames.list(sent));
    }
    List<At> answers =
        registration.answers().stream().map(Event.BindingAcknowledgement::at).toList();
    if (answers.size() > 1) {
      lines.add(
          "BA seen " + Frames.count(answers.size(), "time", "times") + ": " + frames.list(answers));
    }
    if (!registration.duplicates().isEmpty()) {
      lines.add("the same BU again, bit for bit: " + frames.list(registration.duplicates()));
    }
  }

  private String removal(Registration registration) {
    String fate = "";
    for (Deregistration deregistration : history.deregistrations()) {
      if (registration.equals(deregistration.registration())) {
        fate =
            switch (deregistration.fate()) {
              case PRESERVED -> "; the IKE SA was kept";
              case DELETED -> "; the IKE SA was deleted";
              case UNKNOWN -> "; what became of the IKE SA cannot be told";
            };
      }
    }
    Event.BindingAcknowledgement answer = registration.answer();
    String done =
        answer == null
            ? "no answer to the removal of the binding"
            : answer.accepted() ? "the binding was removed" : "the home agent kept the binding";
    return done + way(registration) + fate;
  }

  private void findings(Collection<At> shown, List<String> lines) {
    findings.stream()
        .filter(finding -> shown.contains(finding.primary().at()))
        .sorted(Comparator.comparing(Finding::severity))
        .forEach(finding ->
            lines.add(
                VerdictWords.name(finding.severity())
                    + Lines.GLUE
                    + finding.rule().id()
                    + " "
                    + finding.rule().name()));
  }

  // ---- IKE -----------------------------------------------------------------------------------

  private void ikeSa(IkeSa sa) {
    String name = "SA" + Lines.GLUE + Hex.spi64(sa.initiatorSpi());
    boolean ueInitiated = correlation.ueInitiated(sa);
    IkeSa.Endpoints start = sa.endpoints().getFirst();
    IkeSa predecessor = sa.predecessor();
    String begin;
    if (predecessor != null) {
      begin =
          name
              + " takes over from SA"
              + Lines.GLUE
              + Hex.spi64(predecessor.initiatorSpi())
              + " (rekeyed, no re-run)";
    } else if (!sa.startSeen()) {
      begin = name + " is in use, its start was not captured; UE at " + ueEnd(start, ueInitiated);
    } else {
      long nanos = sa.setUpNanos();
      String how =
          sa.state() == IkeSa.State.FAILED
              ? ", which failed"
              : nanos < 0 ? ", not seen to finish" : ", set up in " + Frames.millis(nanos);
      begin =
          "IKEv"
              + sa.version()
              + (ueInitiated ? " run from " : " run by the home agent to ")
              + ueEnd(start, ueInitiated)
              + how
              + ", "
              + name;
    }
    add(sa.first().timeNanos(), sa.first(), "IKE", begin);
    int told = 0;
    String last = ueEnd(start, ueInitiated);
    for (IkeSa.Endpoints ends : sa.endpoints()) {
      String now = ueEnd(ends, ueInitiated);
      if (!now.equals(last) && told < MAX_ENDPOINTS) {
        told++;
        add(ends.at().timeNanos(), ends.at(), "IKE", name + ": UE end is now " + now);
      }
      last = now;
    }
    for (IkeExchange exchange : sa.exchanges()) {
      if (exchange.retransmissions() > 0) {
        repeated(name, exchange, exchange.byInitiator() == ueInitiated);
      }
    }
  }

  private void repeated(String name, IkeExchange exchange, boolean byUe) {
    At first = exchange.first().at();
    add(
        first.timeNanos(),
        first,
        "IKE",
        name
            + ": "
            + IkeNames.exchange(exchange.type())
            + " request of the "
            + (byUe ? "UE" : "home agent")
            + " repeated "
            + Frames.count(exchange.retransmissions(), "time", "times")
            + (exchange.answered() ? ", then answered; " : ", never answered; ")
            + frames.list(exchange.requests().stream().map(IkeSa.Endpoints::at).toList()));
  }

  /** The UE's end of a message: address and port. */
  static String ueEnd(IkeSa.Endpoints ends, boolean ueInitiated) {
    return ueInitiated
        ? ends.initiator() + " port" + Lines.GLUE + ends.initiatorPort()
        : ends.responder() + " port" + Lines.GLUE + ends.responderPort();
  }

  // ---- small change --------------------------------------------------------------------------

  /** Three and more refreshes in a row, with nothing else to say, are one entry. */
  private void gatherRefreshes() {
    List<Entry> told = new ArrayList<>();
    int i = 0;
    while (i < entries.size()) {
      int end = i;
      while (end < entries.size() && entries.get(end).plain()) {
        end++;
      }
      if (end - i >= 3) {
        Entry first = entries.get(i);
        Entry last = entries.get(end - 1);
        List<String> lines = new ArrayList<>(first.lines());
        lines.add(
            "and "
                + Frames.count(end - i - 1, "more refresh", "more refreshes")
                + ", the last at "
                + frames.seconds(last.timeNanos())
                + ": "
                + last.lines().getLast());
        told.add(new Entry(first.timeNanos(), first.at(), first.label(), lines, false));
        i = end;
      } else {
        told.add(entries.get(i++));
      }
    }
    entries.clear();
    entries.addAll(told);
  }
}
