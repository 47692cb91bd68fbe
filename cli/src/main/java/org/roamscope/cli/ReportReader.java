package org.roamscope.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.roamscope.audit.Distribution;
import org.roamscope.audit.Fingerprint;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;
import org.roamscope.compare.AuditFacts;
import org.roamscope.compare.AuditFacts.Figure;
import org.roamscope.compare.AuditFacts.FindingFacts;
import org.roamscope.compare.AuditFacts.HandoverFacts;
import org.roamscope.compare.AuditFacts.UeFacts;
import org.roamscope.field.PlainText;
import org.roamscope.report.JsonReport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link JsonReport} wrote, as far as two audits are compared by it. */
final class ReportReader {
  /** Why a text is no report. */
  static final class NotAReportException extends Exception {
    private static final long serialVersionUID = 1;

    NotAReportException(String message) {
      super(message);
    }
  }

  /** A frame of a UE, as {@link org.roamscope.audit.Fingerprints} tells handovers apart. */
  private record Place(String ue, long capture, long frame) {}

  private final JsonNode report;
  private final Map<Place, HandoverFacts> places = new HashMap<>();

  private ReportReader(JsonNode report) {
    this.report = report;
  }

  /**
   * Reads a report.
   *
   * @param name what the audit is called in a comparison
   * @param text the report
   * @throws NotAReportException when it is no JSON, another schema, or lacks what the schema asks
   */
  static AuditFacts read(String name, String text) throws NotAReportException {
    JsonNode tree;
    try {
      tree = new JsonMapper().readTree(text);
    } catch (JacksonException e) {
      throw new NotAReportException("is not JSON: " + PlainText.of(e.getOriginalMessage()));
    }
    if (!JsonReport.SCHEMA.equals(tree.path("schema").asString(""))) {
      throw new NotAReportException(
          "is no report of schema "
              + JsonReport.SCHEMA
              + "; roamscope audit --format json makes one");
    }
    return new ReportReader(tree).facts(name);
  }

  private AuditFacts facts(String name) throws NotAReportException {
    List<UeFacts> ues = new ArrayList<>();
    for (JsonNode ue : report.path("ues").values()) {
      ues.add(ue(ue));
    }
    Map<Figure, Distribution> figures = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      JsonNode values = report.path("figures").path(figure.json());
      figures.put(
          figure,
          new Distribution(
              values.path("count").asInt(0),
              nanos(values.path("p50")),
              nanos(values.path("p95")),
              nanos(values.path("max"))));
    }
    Map<Fingerprint, FindingFacts> findings = new LinkedHashMap<>();
    for (JsonNode finding : report.path("findings").values()) {
      FindingFacts read = finding(finding);
      findings.putIfAbsent(read.fingerprint(), read);
    }
    return new AuditFacts(
        name,
        report.path("complete").asBoolean(false),
        report.path("profile").asString(""),
        List.copyOf(ues),
        figures,
        findings);
  }

  private UeFacts ue(JsonNode ue) throws NotAReportException {
    String id = required(ue, "home_address");
    List<HandoverFacts> handovers = new ArrayList<>();
    for (JsonNode node : ue.path("handovers").values()) {
      HandoverFacts handover =
          new HandoverFacts(
              node.path("from_care_of_address").asString(""),
              required(node, "to_care_of_address"),
              known(
                  "verdict",
                  required(node, "verdict"),
                  Stream.of(Verdict.values()),
                  Verdict::name));
      handovers.add(handover);
      own(id, node, ue.path("transactions"), handover);
    }
    int number = 0;
    for (JsonNode node : ue.path("handovers").values()) {
      HandoverFacts handover = handovers.get(number++);
      node.path("evidence_frames").values().forEach(frame -> put(id, frame, handover));
    }
    return new UeFacts(id, List.copyOf(handovers));
  }

  /** Its Binding Update and Acknowledgement with their repetitions, before mere evidence. */
  private void own(String ue, JsonNode handover, JsonNode transactions, HandoverFacts facts) {
    JsonNode update = handover.path("bu_frame");
    put(ue, update, facts);
    put(ue, handover.path("ba_frame"), facts);
    for (JsonNode transaction : transactions.values()) {
      if (transaction.path("bu_frames").values().stream().anyMatch(update::equals)) {
        transaction.path("bu_frames").values().forEach(frame -> put(ue, frame, facts));
        transaction.path("ba_frames").values().forEach(frame -> put(ue, frame, facts));
      }
    }
  }

  /** A frame is a number in a report on one capture, else an object. */
  private void put(String ue, JsonNode frame, HandoverFacts handover) {
    if (frame.isNumber()) {
      places.putIfAbsent(new Place(ue, 0, frame.asLong()), handover);
    } else if (frame.isObject()) {
      places.putIfAbsent(place(ue, frame), handover);
    }
  }

  private static Place place(String ue, JsonNode frame) {
    return new Place(ue, frame.path("capture").asLong(0), frame.path("frame").asLong(0));
  }

  private FindingFacts finding(JsonNode finding) throws NotAReportException {
    String ue = finding.path("ue").asString("");
    HandoverFacts handover = places.get(place(ue, finding.path("primary")));
    return new FindingFacts(
        new Fingerprint(
            required(finding, "rule"),
            ue,
            handover == null ? "" : handover.from(),
            handover == null ? "" : handover.to()),
        known(
            "severity",
            required(finding, "severity"),
            Stream.of(Severity.values()),
            Severity::json),
        finding.path("name").asString(""),
        finding.path("message").asString(""));
  }

  private static String required(JsonNode node, String name) throws NotAReportException {
    JsonNode value = node.path(name);
    if (!value.isString()) {
      throw new NotAReportException("has no " + name + " where its schema asks for one");
    }
    return value.asString();
  }

  private static <T> T known(String what, String text, Stream<T> all, Function<T, String> name)
      throws NotAReportException {
    return all.filter(one -> name.apply(one).equals(text))
        .findFirst()
        .orElseThrow(
            () -> new NotAReportException("has an unknown " + what + ": " + PlainText.of(text)));
  }

  /** Milliseconds with decimals; 0 for null. */
  private static long nanos(JsonNode millis) {
    return millis.isNumber() ? new BigDecimal(millis.asString()).movePointRight(6).longValue() : 0;
  }
}
