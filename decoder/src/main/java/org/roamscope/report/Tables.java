package org.roamscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.bytes.Hex;
import org.roamscope.field.Clause;
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.Event;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Registration;
import org.roamscope.track.Ue;

/** The tables of a report. The columns of each are listed in the reference of the report. */
public final class Tables {
  private final ReportIndex index;
  private final @Nullable Ue only;

  private Tables(Report report, @Nullable Ue only) {
    index = new ReportIndex(report);
    this.only = only;
  }

  /** Of every UE. */
  public static Tables of(Report report) {
    return new Tables(report, null);
  }

  /** Of one UE. */
  public static Tables of(Report report, Ue ue) {
    return new Tables(report, ue);
  }

  private boolean wanted(@Nullable Ue ue) {
    return only == null || only.equals(ue);
  }

  /** Bindings, handovers, IKE SAs, findings. */
  public List<Table> all() {
    return List.of(bindings(), handovers(), ikeSas(), findings());
  }

  /** One row for each registration that is no deregistration. */
  public Table bindings() {
    List<List<Cell>> rows = new ArrayList<>();
    long end = index.correlation().observation().lastNanos();
    for (Correlation.History history : index.correlation().histories()) {
      List<Registration> registrations = history.ue().registrations();
      for (int i = 0; wanted(history.ue()) && i < registrations.size(); i++) {
        if (!registrations.get(i).deregistration()) {
          rows.add(
              binding(
                  history.ue(), registrations.get(i), RegistrationEnd.of(registrations, i, end)));
        }
      }
    }
    return new Table(
        "bindings",
        List.of(
            "ue",
            "home_agent",
            "care_of_address",
            "outer_address",
            "via",
            "nat",
            "sequence",
            "lifetime_s",
            "from",
            "until",
            "end",
            "k_requested",
            "k_granted",
            "status",
            "file",
            "bu_frame",
            "ba_frame",
            "protected"),
        List.of(
            "ue",
            "care_of_address",
            "via",
            "sequence",
            "lifetime_s",
            "end",
            "k_requested",
            "k_granted",
            "status",
            "bu_frame"),
        rows);
  }

  private List<Cell> binding(Ue ue, Registration registration, RegistrationEnd end) {
    Event.BindingUpdate update = registration.update();
    Event.BindingAcknowledgement answer = registration.answer();
    Integer lifetime =
        answer != null && answer.accepted()
            ? Integer.valueOf(answer.lifetimeSeconds())
            : update == null ? null : Integer.valueOf(update.lifetimeSeconds());
    return List.of(
        Cell.of(index.id(ue)),
        Cell.of(ue.homeAgent()),
        Cell.of(registration.careOfAddress()),
        Cell.of(registration.path().source()),
        Cell.of(registration.access().json()),
        Cell.of(registration.natted()),
        Cell.of(update == null ? null : Integer.valueOf(update.sequence())),
        Cell.of(lifetime),
        Cell.time(registration.begunNanos()),
        Cell.time(end.untilNanos()),
        Cell.of(end.end()),
        Cell.of(registration.keyManagementRequested()),
        Cell.of(registration.keyManagementGranted()),
        Cell.of(answer == null ? null : Integer.valueOf(answer.status())),
        file(registration.begun()),
        frame(asked(registration)),
        frame(answered(registration)),
        Cell.of(registration.protectedByEsp()));
  }

  /** One row for each handover. */
  public Table handovers() {
    return new Table(
        "handovers",
        List.of(
            "ue",
            "home_agent",
            "from_care_of_address",
            "to_care_of_address",
            "time",
            "file",
            "bu_frame",
            "ba_frame",
            "k_requested",
            "k_granted",
            "status",
            "ike",
            "verdict",
            "cause",
            "reason",
            "confidence",
            "bu_ba_ms",
            "rerun_ms",
            "evidence_frames",
            "explanation"),
        List.of(
            "ue",
            "from_care_of_address",
            "to_care_of_address",
            "k_requested",
            "k_granted",
            "verdict",
            "reason",
            "bu_frame"),
        index.report().audit().handovers().stream()
            .filter(handover -> wanted(handover.movement().ue()))
            .map(this::handover)
            .toList());
  }

  private List<Cell> handover(Handover handover) {
    Ue ue = handover.movement().ue();
    Registration registration = handover.movement().registration();
    Event.BindingUpdate update = registration == null ? null : registration.update();
    Event.BindingAcknowledgement answer = registration == null ? null : registration.answer();
    IkeSa rerun = handover.movement().ike().rerun();
    return List.of(
        Cell.of(index.id(ue)),
        Cell.of(ue.homeAgent()),
        Cell.of(handover.movement().fromAddress()),
        Cell.of(handover.movement().to()),
        Cell.time(handover.movement().begin().timeNanos()),
        file(handover.movement().begin()),
        frame(registration == null ? null : asked(registration)),
        frame(registration == null ? null : answered(registration)),
        Cell.of(handover.keyManagementRequested()),
        Cell.of(handover.keyManagementGranted()),
        Cell.of(answer == null ? null : Integer.valueOf(answer.status())),
        Cell.of(handover.ike().json()),
        Cell.of(handover.verdict().name()),
        Cell.of(handover.cause() == null ? null : handover.cause().json()),
        Cell.of(handover.reason()),
        Cell.of(handover.confidence().json()),
        Cell.millis(answer == null || update == null ? -1 : answer.at().since(update.at())),
        Cell.millis(rerun == null ? -1 : rerun.setUpNanos()),
        Cell.of(numbers(handover.evidence())),
        Cell.of(handover.explanation()));
  }

  /** One row for each IKE SA. */
  public Table ikeSas() {
    return new Table(
        "ike_sas",
        List.of(
            "spi_i",
            "spi_r",
            "version",
            "ue",
            "initiator",
            "state",
            "decrypted",
            "ue_endpoints",
            "ha_endpoint",
            "messages",
            "retransmissions",
            "file",
            "first_frame",
            "last_frame",
            "first_time",
            "last_time",
            "successor_spi_i"),
        List.of("spi_i", "version", "ue", "state", "ue_endpoints", "messages", "first_frame"),
        index.correlation().ikeSas().stream()
            .filter(sa -> wanted(index.correlation().owner(sa)))
            .map(this::ikeSa)
            .toList());
  }

  private List<Cell> ikeSa(IkeSa sa) {
    boolean ueInitiated = index.correlation().ueInitiated(sa);
    Ue owner = index.correlation().owner(sa);
    IkeSa.Endpoints last = sa.endpoints().getLast();
    IkeSa successor = sa.successor();
    return List.of(
        Cell.of(Hex.spi64(sa.initiatorSpi())),
        Cell.of(Hex.spi64(sa.responderSpi())),
        Cell.of(Integer.valueOf(sa.version())),
        Cell.of(owner == null ? null : index.id(owner)),
        Cell.of(ueInitiated ? "ue" : "ha"),
        Cell.of(sa.state().json()),
        Cell.of(sa.decrypted()),
        Cell.of(
            sa.endpoints().stream()
                .map(ends -> end(ends, ueInitiated))
                .distinct()
                .collect(Collectors.joining("; "))),
        Cell.of(end(last, !ueInitiated)),
        Cell.of(Integer.valueOf(sa.messages())),
        Cell.of(Integer.valueOf(sa.retransmissions())),
        file(sa.first()),
        frame(sa.first()),
        frame(sa.last()),
        Cell.time(sa.first().timeNanos()),
        Cell.time(sa.last().timeNanos()),
        Cell.of(successor == null ? null : Hex.spi64(successor.initiatorSpi())));
  }

  /** One row for each finding that counts. */
  public Table findings() {
    List<List<Cell>> rows = new ArrayList<>();
    int number = 0;
    for (Finding finding : index.report().audit().findings()) {
      number++;
      if (only == null || only.homeAddress().equals(finding.ue())) {
        rows.add(finding(number, finding));
      }
    }
    return new Table(
        "findings",
        List.of(
            "id",
            "rule",
            "name",
            "severity",
            "confidence",
            "ue",
            "file",
            "frame",
            "field",
            "time",
            "related_frames",
            "message",
            "clauses"),
        List.of("id", "rule", "severity", "ue", "frame", "message"),
        rows);
  }

  private List<Cell> finding(int number, Finding finding) {
    return List.of(
        Cell.of("F" + number),
        Cell.of(finding.rule().id()),
        Cell.of(finding.rule().name()),
        Cell.of(finding.severity().json()),
        Cell.of(finding.confidence().json()),
        Cell.of(finding.ue()),
        file(finding.primary().at()),
        frame(finding.primary().at()),
        Cell.of(finding.primary().field()),
        Cell.time(finding.primary().at().timeNanos()),
        Cell.of(numbers(finding.related().stream().map(related -> related.at()).toList())),
        Cell.of(finding.message()),
        Cell.of(
            finding.rule().clauses().stream()
                .map(Clause::toString)
                .collect(Collectors.joining("; "))));
  }

  private static String end(IkeSa.Endpoints ends, boolean initiator) {
    return initiator
        ? ends.initiator() + " " + ends.initiatorPort()
        : ends.responder() + " " + ends.responderPort();
  }

  private static @Nullable At asked(Registration registration) {
    Event.BindingUpdate update = registration.update();
    return registration.opaque() ? registration.begun() : update == null ? null : update.at();
  }

  private static @Nullable At answered(Registration registration) {
    Event.BindingAcknowledgement answer = registration.answer();
    return registration.opaque() ? registration.acceptedAt() : answer == null ? null : answer.at();
  }

  private Cell file(At at) {
    return Cell.of(index.report().captures().get(at.capture()).file());
  }

  private Cell frame(@Nullable At at) {
    return Cell.of(at == null ? null : index.frames().number(at));
  }

  private String numbers(List<At> frames) {
    return frames.stream().map(index.frames()::number).collect(Collectors.joining(" "));
  }
}
