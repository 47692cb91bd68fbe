package org.roamscope.share;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.roamscope.audit.Audit;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.field.IpAddress;
import org.roamscope.track.At;
import org.roamscope.track.CaptureQuality;
import org.roamscope.track.Correlation;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Registration;
import org.roamscope.track.Ue;

/**
 * Which frames a slice takes: those that prove what was asked for, what its UEs signalled before,
 * and around it everything of theirs.
 */
public final class SlicePlan {
  /** How much is taken, if less does not say the same. */
  public enum Width {
    /** Signalling of the UEs up to the end of what was asked for. */
    BEFORE,
    /** All signalling of the UEs. */
    SIGNALLING,
    /** The first and the last frame of each capture too: they say how long was watched. */
    ENDS,
    /** All signalling of everybody too. */
    EVERYBODY
  }

  private final CaptureQuality quality;
  private final SliceRequest request;
  private final List<Handover> handovers;
  private final List<Finding> findings;
  private final Set<Ue> ues = new LinkedHashSet<>();
  private final Set<IpAddress> addresses = new HashSet<>();
  private final Set<At> evidence = new TreeSet<>();
  private long from = Long.MAX_VALUE;
  private long to = Long.MIN_VALUE;

  private SlicePlan(
      Audit audit, SliceRequest request, List<Handover> handovers, List<Finding> findings) {
    quality = audit.correlation().observation().quality();
    this.request = request;
    this.handovers = handovers;
    this.findings = findings;
  }

  /**
   * The plan for one finding.
   *
   * @param contextNanos how much before and after is kept of what its UE sends and receives
   */
  public static SlicePlan of(Audit audit, Finding finding, long contextNanos) {
    SliceRequest request =
        new SliceRequest(
            Optional.of(finding.rule().id()),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            contextNanos);
    SlicePlan plan = new SlicePlan(audit, request, List.of(), List.of(finding));
    plan.collect(audit.correlation());
    return plan;
  }

  /** The plan for what an audit says of the captures. */
  public static SlicePlan of(Audit audit, SliceRequest request) {
    SlicePlan plan =
        new SlicePlan(audit, request, handovers(audit, request), findings(audit, request));
    plan.collect(audit.correlation());
    return plan;
  }

  private static List<Handover> handovers(Audit audit, SliceRequest request) {
    if (request.finding().isPresent() && request.handover().isEmpty()) {
      return List.of();
    }
    List<Handover> all =
        audit.handovers().stream()
            .filter(one -> request.ue().map(one.movement().ue()::equals).orElse(true))
            .toList();
    int number = request.handover().orElse(0);
    List<Handover> chosen =
        request.handover().isEmpty()
            ? all
            : number < 1 || number > all.size() ? List.of() : List.of(all.get(number - 1));
    return chosen.stream()
        .filter(one -> request.within(one.movement().begin().timeNanos()))
        .toList();
  }

  /** Findings: those of the rule, else those of the UE or the time. */
  private static List<Finding> findings(Audit audit, SliceRequest request) {
    List<Finding> chosen = new ArrayList<>();
    int number = 0;
    for (Finding finding : audit.findings()) {
      number++;
      String id = "F" + number;
      boolean named =
          request
              .finding()
              .map(name ->
                  name.equals(id)
                      || name.equals(finding.rule().id())
                      || name.equals(finding.rule().name()))
              .orElse(request.handover().isEmpty());
      boolean whose = request.ue().map(ue -> ue.homeAddress().equals(finding.ue())).orElse(true);
      if (named && whose && request.within(finding.primary().at().timeNanos())) {
        chosen.add(finding);
      }
    }
    return List.copyOf(chosen);
  }

  private void collect(Correlation correlation) {
    request.ue().ifPresent(ues::add);
    handovers.forEach(one -> ues.add(one.movement().ue()));
    for (Correlation.History history : correlation.histories()) {
      boolean found =
          findings.stream().anyMatch(one -> Objects.equals(one.ue(), history.ue().homeAddress()));
      if (found) {
        ues.add(history.ue());
      }
      if (ues.contains(history.ue())) {
        addresses(correlation, history);
      }
    }
    Stream.concat(
            handovers.stream().flatMap(one -> one.evidence().stream()),
            findings.stream()
                .flatMap(one -> Stream.concat(Stream.of(one.primary()), one.related().stream()))
                .map(Evidence::at))
        .forEach(this::evidence);
    boolean whole = request.finding().isEmpty() && request.handover().isEmpty();
    if (request.timed() || whole) {
      from = request.fromNanos().orElse(Long.MIN_VALUE);
      to = request.toNanos().orElse(Long.MAX_VALUE);
    }
  }

  private void evidence(At at) {
    evidence.add(at);
    from = Math.min(from, at.timeNanos());
    to = Math.max(to, at.timeNanos());
  }

  /** Where a UE is or was; its home agent's addresses are everybody's. */
  private void addresses(Correlation correlation, Correlation.History history) {
    Ue ue = history.ue();
    addresses.add(ue.homeAddress());
    for (Registration registration : ue.registrations()) {
      addresses.add(registration.careOfAddress());
      addresses.add(registration.path().source());
    }
    for (IkeSa sa : history.ikeSas()) {
      boolean initiator = correlation.ueInitiated(sa);
      sa.endpoints()
          .forEach(ends -> addresses.add(initiator ? ends.initiator() : ends.responder()));
    }
    addresses.removeAll(ue.homeAgentAddresses());
  }

  /** True when nothing in the captures is what was asked for. */
  public boolean isEmpty() {
    return handovers.isEmpty() && findings.isEmpty() && request.ue().isEmpty() && !request.timed();
  }

  /**
   * True when the slice takes the frame.
   *
   * @param width how much is taken
   * @param frame the frame
   */
  public boolean takes(Width width, Outline frame) {
    At at = quality.told(frame.at());
    long time = at.timeNanos();
    boolean signalling = frame.signalling();
    if (evidence.contains(at)) {
      return true;
    }
    boolean before = width != Width.BEFORE || time <= later(to);
    if (signalling && width == Width.EVERYBODY) {
      return true;
    }
    boolean theirs = !Collections.disjoint(addresses, frame.addresses());
    boolean around = time >= earlier(from) && time <= later(to);
    return theirs && (signalling && before || around) || ues.isEmpty() && around;
  }

  /**
   * Frames that prove what was asked for and are not there.
   *
   * @param there frames by the times of their files
   */
  public List<At> gone(Stream<At> there) {
    Set<At> gone = new TreeSet<>(evidence);
    there.map(quality::told).forEach(gone::remove);
    return List.copyOf(gone);
  }

  /**
   * True when the slice takes the first and the last frame of each capture, whatever is in them.
   */
  public static boolean takesEnds(Width width) {
    return width.compareTo(Width.ENDS) >= 0;
  }

  private long earlier(long nanos) {
    return nanos < Long.MIN_VALUE + request.contextNanos() ? nanos : nanos - request.contextNanos();
  }

  private long later(long nanos) {
    return nanos > Long.MAX_VALUE - request.contextNanos() ? nanos : nanos + request.contextNanos();
  }

  /**
   * What the audit of the slice must say and does not.
   *
   * @param slice the audit of the slice
   * @return lines for people, empty when it says everything
   */
  public List<String> missing(Audit slice) {
    Set<String> said = new HashSet<>();
    slice.handovers().forEach(one -> said.add(line(one)));
    slice.findings().forEach(one -> said.add(line(one)));
    return Stream.concat(handovers.stream().map(this::line), findings.stream().map(this::line))
        .filter(line -> !said.contains(line))
        .toList();
  }

  /** The time, but for that after a clock was set: with fewer frames before it is another. */
  private String at(At at) {
    boolean set = quality.setBacks().stream().anyMatch(CaptureQuality.SetBack::mended);
    return set ? "a time of a clock that was set" : Long.toString(at.timeNanos());
  }

  private String line(Handover handover) {
    return "handover of UE "
        + handover.movement().ue().homeAddress()
        + " to "
        + handover.movement().to()
        + ": "
        + handover.verdict()
        + " ("
        + handover.reason()
        + ", confidence "
        + handover.confidence().json()
        + "), with "
        + handover.evidence().size()
        + " frames of evidence, begun at "
        + at(handover.movement().begin());
  }

  private String line(Finding finding) {
    return finding.rule().id()
        + " "
        + finding.severity().json()
        + ", confidence "
        + finding.confidence().json()
        + " at "
        + at(finding.primary().at())
        + ": "
        + finding.arguments();
  }
}
