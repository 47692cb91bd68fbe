package org.roamscope.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Figures;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Gap;
import org.roamscope.audit.Handover;
import org.roamscope.audit.RunCost;
import org.roamscope.audit.Suppressed;
import org.roamscope.bytes.Hex;
import org.roamscope.field.Clause;
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.Deregistration;
import org.roamscope.track.Event;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Registration;
import org.roamscope.track.Ue;
import tools.jackson.core.JsonGenerator;

/** The report as JSON, schema {@code roamscope.report/1}. Same report, same bytes. */
public final class JsonReport extends JsonSection {
  /** Name and version of the schema. */
  public static final String SCHEMA = "roamscope.report/1";

  private final Report report;
  private final Correlation correlation;
  private final JsonFigures figures;

  private JsonReport(ReportIndex index, JsonGenerator json) {
    super(index, json);
    report = index.report();
    correlation = index.correlation();
    figures = new JsonFigures(index, json);
  }

  /** The report as text, LF line ends, a final line end. */
  public static String text(Report report) {
    return JsonText.indented(json -> write(report, json));
  }

  /**
   * Writes the same text piece by piece.
   *
   * @throws IOException when it cannot be written
   */
  public static void write(Report report, Writer out) throws IOException {
    JsonText.indented(json -> write(report, json), out);
  }

  /** Writes the report as one value of a document. */
  static void write(Report report, JsonGenerator json) {
    new JsonReport(new ReportIndex(report), json).document();
  }

  private void document() {
    json.writeStartObject();
    json.writeStringProperty("schema", SCHEMA);
    json.writeObjectPropertyStart("tool");
    json.writeStringProperty("name", "roamscope");
    json.writeStringProperty("version", report.version());
    json.writeEndObject();
    json.writeStringProperty("profile", report.audit().profile().id());
    json.writeStringProperty("strictness", report.audit().strictness().id());
    json.writeBooleanProperty("complete", !report.partial());
    strings("limits", report.limits());
    array("captures", report.captures(), this::capture);
    summary();
    array("ues", correlation.histories(), this::ue);
    array("ike_sas", correlation.ikeSas(), this::ikeSa);
    new JsonCoverage(index, json).write();
    figures.write();
    json.writeArrayPropertyStart("findings");
    int number = 0;
    for (Finding finding : report.audit().findings()) {
      finding(++number, finding);
    }
    json.writeEndArray();
    array("suppressed", report.audit().suppressed(), this::suppressed);
    json.writeEndObject();
  }

  private void capture(CaptureSummary capture) {
    json.writeStringProperty("file", capture.file());
    json.writeStringProperty("format", capture.format());
    strings("link_types", capture.linkTypes());
    json.writeNumberProperty("packets", capture.packets());
    json.writeNumberProperty("signalling_packets", capture.signallingPackets());
    json.writeNumberProperty("duplicate_packets", capture.copies());
    time("first_time", capture.packets() == 0 ? -1 : capture.firstNanos());
    time("last_time", capture.packets() == 0 ? -1 : capture.lastNanos());
    json.writeNumberProperty("truncated_packets", capture.truncatedPackets());
    array(
        "problems",
        capture.problems(),
        problem -> {
          json.writeNumberProperty("offset", problem.offset());
          Integer frame = problem.frame();
          if (frame == null) {
            json.writeNullProperty("frame");
          } else {
            json.writeNumberProperty("frame", frame);
          }
          json.writeStringProperty("message", problem.message());
          json.writeStringProperty("kind", problem.kind().name().toLowerCase(Locale.ROOT));
        });
  }

  private void summary() {
    json.writeObjectPropertyStart("summary");
    json.writeNumberProperty("ues", correlation.histories().size());
    json.writeNumberProperty("handovers", report.audit().handovers().size());
    json.writeObjectPropertyStart("verdicts");
    Summary.verdicts(report.audit())
        .forEach((verdict, count) -> json.writeNumberProperty(verdict.name(), count));
    json.writeEndObject();
    json.writeObjectPropertyStart("findings");
    Summary.findings(report.audit())
        .forEach((severity, count) -> json.writeNumberProperty(severity.json(), count));
    json.writeEndObject();
    json.writeNumberProperty("ike_sas", correlation.ikeSas().size());
    json.writeObjectPropertyStart("undecrypted");
    json.writeNumberProperty("esp_spis", correlation.tracker().closedSpis().size());
    json.writeNumberProperty(
        "ike_sas",
        correlation.ikeSas().stream().filter(sa -> sa.encrypted() && !sa.decrypted()).count());
    json.writeEndObject();
    json.writeNumberProperty("suppressed", report.audit().suppressed().size());
    json.writeEndObject();
  }

  // ---- UEs -----------------------------------------------------------------------------------

  private void ue(Correlation.History history) {
    Ue ue = history.ue();
    List<Registration> registrations = ue.registrations();
    json.writeStringProperty("id", id(ue));
    json.writeStringProperty("home_address", ue.homeAddress().toString());
    address("ipv4_home_address", index.person(history).ipv4Home());
    strings("identities", ue.identities().stream().sorted().toList());
    json.writeStringProperty("home_agent", ue.homeAgent().toString());
    json.writeArrayPropertyStart("bindings");
    for (int i = 0; i < registrations.size(); i++) {
      if (!registrations.get(i).deregistration()) {
        binding(registrations, i);
      }
    }
    json.writeEndArray();
    figures.ue(history);
    array("handovers", index.person(history).handovers(), this::handover);
    array("deregistrations", history.deregistrations(), this::deregistration);
    json.writeArrayPropertyStart("transactions");
    for (Registration registration : registrations) {
      if (!registration.opaque()) {
        json.writeStartObject();
        transaction(registration);
        json.writeEndObject();
      }
    }
    for (Event.MalformedMobility message : ue.malformed()) {
      json.writeStartObject();
      json.writeArrayPropertyStart("bu_frames");
      frame(message.at());
      json.writeEndArray();
      json.writeArrayPropertyStart("ba_frames");
      json.writeEndArray();
      json.writeStringProperty("outcome", Registration.Outcome.MALFORMED.json());
      json.writeStringProperty("what", message.what());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void binding(List<Registration> registrations, int index) {
    Registration registration = registrations.get(index);
    Event.BindingUpdate update = registration.update();
    Event.BindingAcknowledgement answer = registration.answer();
    RegistrationEnd end =
        RegistrationEnd.of(registrations, index, correlation.observation().lastNanos());
    json.writeStartObject();
    json.writeStringProperty("care_of_address", registration.careOfAddress().toString());
    address(
        "ipv4_care_of_address",
        registration.careOfAddress().v4() ? registration.careOfAddress() : null);
    json.writeStringProperty("via", registration.access().json());
    json.writeBooleanProperty("nat", registration.natted());
    address("outer_address", registration.path().source());
    number("sequence", update == null ? null : update.sequence());
    number(
        "lifetime_s",
        answer != null && answer.accepted()
            ? Integer.valueOf(answer.lifetimeSeconds())
            : update == null ? null : Integer.valueOf(update.lifetimeSeconds()));
    time("from", registration.begunNanos());
    time("until", end.untilNanos());
    json.writeStringProperty("end", end.end());
    left(registration, end);
    bool("k_requested", registration.keyManagementRequested());
    bool("k_granted", registration.keyManagementGranted());
    number("status", answer == null ? null : answer.status());
    frames(registration);
    json.writeBooleanProperty("protected", registration.protectedByEsp());
    json.writeEndObject();
  }

  /** What was left of the lifetime when another registration took the place. */
  private void left(Registration registration, RegistrationEnd end) {
    long expires = registration.expiresNanos();
    boolean counted = registration.effective() && expires < Long.MAX_VALUE && end.untilNanos() >= 0;
    millis("lifetime_left_ms", counted ? Math.max(0, expires - end.untilNanos()) : -1);
  }

  /** bu_frame and ba_frame. */
  private void frames(@Nullable Registration registration) {
    Event.BindingUpdate update = registration == null ? null : registration.update();
    Event.BindingAcknowledgement answer = registration == null ? null : registration.answer();
    At asked = update == null ? null : update.at();
    At given = answer == null ? null : answer.at();
    if (registration != null && registration.opaque()) {
      asked = registration.begun();
      given = registration.acceptedAt();
    }
    framed("bu_frame", asked);
    framed("ba_frame", given);
  }

  private void handover(Handover handover) {
    Registration registration = handover.movement().registration();
    Event.BindingAcknowledgement answer = registration == null ? null : registration.answer();
    address("from_care_of_address", handover.movement().fromAddress());
    json.writeStringProperty("to_care_of_address", handover.movement().to().toString());
    time("time", handover.movement().begin().timeNanos());
    frames(registration);
    bool("k_requested", handover.keyManagementRequested());
    bool("k_granted", handover.keyManagementGranted());
    number("status", answer == null ? null : answer.status());
    json.writeStringProperty("ike", handover.ike().json());
    json.writeStringProperty("verdict", handover.verdict().name());
    if (handover.cause() == null) {
      json.writeNullProperty("cause");
    } else {
      json.writeStringProperty("cause", handover.cause().json());
    }
    json.writeStringProperty("reason", handover.reason());
    json.writeStringProperty("explanation", handover.explanation());
    json.writeStringProperty("confidence", handover.confidence().json());
    json.writeArrayPropertyStart("evidence_frames");
    handover.evidence().forEach(this::frame);
    json.writeEndArray();
    array("missing", handover.missing(), this::missing);
    json.writeObjectPropertyStart("latency_ms");
    Event.BindingUpdate update = registration == null ? null : registration.update();
    millis("bu_ba", answer == null || update == null ? -1 : answer.at().since(update.at()));
    IkeSa rerun = handover.movement().ike().rerun();
    millis("rerun", rerun == null ? -1 : rerun.setUpNanos());
    millis("interruption", Figures.interruption(correlation, handover).orElse(-1));
    json.writeEndObject();
    figures.cost("ike_run", rerun == null ? RunCost.NONE : RunCost.of(rerun));
    json.writeBooleanProperty("saved_by_k", Figures.savedByK(handover) != null);
  }

  private void deregistration(Deregistration deregistration) {
    Event.BindingAcknowledgement answer = deregistration.registration().answer();
    time("time", deregistration.registration().begunNanos());
    frames(deregistration.registration());
    number("status", answer == null ? null : answer.status());
    json.writeStringProperty("ike", deregistration.fate().json());
  }

  private void transaction(Registration registration) {
    Event.BindingUpdate update = registration.update();
    Event.BindingAcknowledgement answer = registration.answer();
    json.writeArrayPropertyStart("bu_frames");
    registration.updates().forEach(sent -> frame(sent.at()));
    json.writeEndArray();
    json.writeArrayPropertyStart("ba_frames");
    registration.answers().forEach(sent -> frame(sent.at()));
    json.writeEndArray();
    json.writeArrayPropertyStart("duplicate_frames");
    registration.duplicates().forEach(this::frame);
    json.writeEndArray();
    number("sequence", update == null ? null : update.sequence());
    number("status", answer == null ? null : answer.status());
    json.writeStringProperty("outcome", registration.outcome().json());
    json.writeBooleanProperty("nat_detected", registration.natted());
    bool(
        "nat_detection_f",
        answer == null || answer.natDetection() == null ? null : answer.natDetection().force());
    address("ipv4_home_address_requested", update == null ? null : update.ipv4().homeAddress());
    address(
        "ipv4_address_ack",
        answer == null || answer.ipv4() == null ? null : answer.ipv4().address());
  }

  // ---- IKE and findings ----------------------------------------------------------------------

  private void ikeSa(IkeSa sa) {
    Ue owner = correlation.owner(sa);
    boolean ueInitiated = correlation.ueInitiated(sa);
    json.writeNumberProperty("version", sa.version());
    json.writeStringProperty("spi_i", Hex.spi64(sa.initiatorSpi()));
    json.writeStringProperty("spi_r", Hex.spi64(sa.responderSpi()));
    ue(owner);
    json.writeStringProperty("initiator", ueInitiated ? "ue" : "ha");
    json.writeStringProperty("state", sa.state().json());
    json.writeBooleanProperty("decrypted", sa.decrypted());
    array(
        "endpoints",
        sa.endpoints(),
        ends -> {
          String initiator = ends.initiator() + " " + ends.initiatorPort();
          String responder = ends.responder() + " " + ends.responderPort();
          time("from", ends.at().timeNanos());
          json.writeStringProperty("ue", ueInitiated ? initiator : responder);
          json.writeStringProperty("ha", ueInitiated ? responder : initiator);
        });
    json.writeNumberProperty("messages", sa.messages());
    json.writeNumberProperty("retransmissions", sa.retransmissions());
    framed("first_frame", sa.first());
    framed("last_frame", sa.last());
    IkeSa successor = sa.successor();
    if (successor == null) {
      json.writeNullProperty("successor_spi_i");
    } else {
      json.writeStringProperty("successor_spi_i", Hex.spi64(successor.initiatorSpi()));
    }
  }

  private void missing(Gap gap) {
    switch (gap) {
      case Gap.EspKeys esp -> {
        json.writeStringProperty("kind", "esp_keys");
        json.writeStringProperty("spi", Hex.spi32(esp.spi()));
      }
      case Gap.IkeKeys ike -> {
        json.writeStringProperty("kind", "ike_keys");
        json.writeStringProperty("spi_i", Hex.spi64(ike.sa().initiatorSpi()));
        json.writeStringProperty("spi_r", Hex.spi64(ike.sa().responderSpi()));
      }
      case Gap.Packets packets -> {
        json.writeStringProperty("kind", "packets");
        json.writeStringProperty("which", packets.json());
      }
    }
  }

  private void finding(int number, Finding finding) {
    json.writeStartObject();
    json.writeStringProperty("id", "F" + number);
    finding(finding);
    json.writeEndObject();
  }

  private void suppressed(Suppressed suppressed) {
    finding(suppressed.finding());
    json.writeStringProperty("suppressed_by", suppressed.by().json());
    json.writeStringProperty("reason", suppressed.reason());
  }

  private void finding(Finding finding) {
    json.writeStringProperty("rule", finding.rule().id());
    json.writeStringProperty("name", finding.rule().name());
    json.writeStringProperty("severity", finding.severity().json());
    json.writeStringProperty("confidence", finding.confidence().json());
    address("ue", finding.ue());
    json.writeObjectPropertyStart("primary");
    evidence(finding.primary(), false);
    json.writeEndObject();
    array("related", finding.related(), related -> evidence(related, true));
    json.writeStringProperty("message", finding.message());
    json.writeObjectPropertyStart("arguments");
    finding.arguments().forEach(json::writeStringProperty);
    json.writeEndObject();
    strings("clauses", finding.rule().clauses().stream().map(Clause::toString).toList());
  }

  private void evidence(Evidence evidence, boolean withNote) {
    json.writeNumberProperty("capture", evidence.at().capture());
    json.writeNumberProperty("frame", evidence.at().frame());
    json.writeStringProperty("field", evidence.field());
    if (withNote) {
      json.writeStringProperty("note", evidence.note());
    }
  }
}
