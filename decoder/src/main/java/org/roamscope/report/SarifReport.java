package org.roamscope.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Fingerprint;
import org.roamscope.audit.Fingerprints;
import org.roamscope.audit.Rule;
import org.roamscope.audit.RuleCatalog;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.RulePages;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Suppressed;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.field.Clause;
import org.roamscope.field.IpAddress;
import org.roamscope.field.PlainText;
import tools.jackson.core.JsonGenerator;

/**
 * The findings as SARIF 2.1.0 (OASIS), for servers that show results of analyzers. A location is a
 * capture with the frame as a logical location and in {@code properties}; fingerprints hold no
 * frame and no time, so that a result is known again in the next run.
 */
public final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  /** Octets of the digest that make a fingerprint. */
  private static final int FINGERPRINT = 16;

  private final Report report;
  private final int exitCode;
  private final JsonGenerator json;
  private final Fingerprints fingerprints;
  private final Map<Fingerprint, Integer> occurrences = new HashMap<>();
  private final List<RuleInfo> rules = RuleCatalog.all().stream().map(Rule::info).toList();

  private SarifReport(Report report, int exitCode, JsonGenerator json) {
    this.report = report;
    this.exitCode = exitCode;
    this.json = json;
    fingerprints = new Fingerprints(report.audit().handovers());
  }

  /**
   * The log, LF line ends, a final line end.
   *
   * @param exitCode what the run ends with
   */
  public static String text(Report report, int exitCode) {
    return JsonText.indented(json -> new SarifReport(report, exitCode, json).log());
  }

  private void log() {
    json.writeStartObject();
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    tool();
    invocation();
    json.writeStringProperty("columnKind", "unicodeCodePoints");
    json.writeArrayPropertyStart("artifacts");
    report.captures().forEach(this::artifact);
    json.writeEndArray();
    json.writeArrayPropertyStart("results");
    report.audit().findings().forEach(finding -> result(finding, null));
    report.audit().suppressed().forEach(one -> result(one.finding(), one));
    json.writeEndArray();
    json.writeObjectPropertyStart("properties");
    json.writeBooleanProperty("complete", !report.partial());
    json.writeStringProperty("profile", report.audit().profile().id());
    json.writeStringProperty("strictness", report.audit().strictness().id());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void tool() {
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "roamscope");
    json.writeStringProperty("version", report.version());
    json.writeArrayPropertyStart("rules");
    rules.forEach(this::rule);
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void rule(RuleInfo rule) {
    json.writeStartObject();
    json.writeStringProperty("id", rule.id());
    json.writeStringProperty("name", rule.name());
    message("shortDescription", rule.summary());
    String page = RulePages.rule(rule.id()).orElse(rule.summary());
    json.writeObjectPropertyStart("help");
    json.writeStringProperty("text", page);
    json.writeStringProperty("markdown", page);
    json.writeEndObject();
    json.writeObjectPropertyStart("defaultConfiguration");
    json.writeStringProperty("level", level(rule.severity()));
    json.writeEndObject();
    json.writeObjectPropertyStart("properties");
    json.writeArrayPropertyStart("tags");
    json.writeString(rule.family());
    json.writeEndArray();
    clauses(rule);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void clauses(RuleInfo rule) {
    json.writeArrayPropertyStart("clauses");
    rule.clauses().stream().map(Clause::toString).forEach(json::writeString);
    json.writeEndArray();
  }

  private void invocation() {
    json.writeArrayPropertyStart("invocations");
    json.writeStartObject();
    json.writeNumberProperty("exitCode", exitCode);
    json.writeBooleanProperty("executionSuccessful", !report.partial());
    json.writeArrayPropertyStart("toolExecutionNotifications");
    for (int i = 0; i < report.captures().size(); i++) {
      for (CaptureProblem problem : report.captures().get(i).problems()) {
        json.writeStartObject();
        json.writeStringProperty("level", problem.damage() ? "error" : "warning");
        message("message", problem.message());
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        json.writeObjectPropertyStart("physicalLocation");
        artifactLocation(i);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
      }
    }
    for (String limit : report.limits()) {
      json.writeStartObject();
      json.writeStringProperty("level", "error");
      message("message", limit);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void artifact(CaptureSummary capture) {
    json.writeStartObject();
    json.writeObjectPropertyStart("location");
    json.writeStringProperty("uri", FileUri.of(capture.file()));
    json.writeEndObject();
    json.writeArrayPropertyStart("roles");
    json.writeString("analysisTarget");
    json.writeEndArray();
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("format", capture.format());
    json.writeNumberProperty("packets", capture.packets());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void result(Finding finding, @Nullable Suppressed suppressed) {
    json.writeStartObject();
    json.writeStringProperty("ruleId", finding.rule().id());
    json.writeNumberProperty("ruleIndex", rules.indexOf(finding.rule()));
    json.writeStringProperty("kind", "fail");
    json.writeStringProperty("level", level(finding.severity()));
    message("message", finding.message());
    json.writeArrayPropertyStart("locations");
    location(finding.primary());
    json.writeEndArray();
    json.writeArrayPropertyStart("relatedLocations");
    for (int i = 0; i < finding.related().size(); i++) {
      related(i + 1, finding.related().get(i));
    }
    json.writeEndArray();
    json.writeObjectPropertyStart("partialFingerprints");
    json.writeStringProperty("roamscope/v1", fingerprint(finding));
    json.writeEndObject();
    if (suppressed != null) {
      json.writeArrayPropertyStart("suppressions");
      json.writeStartObject();
      json.writeStringProperty("kind", "external");
      json.writeStringProperty("status", "accepted");
      String why = suppressed.by().json();
      String reason = suppressed.reason();
      json.writeStringProperty("justification", reason.isEmpty() ? why : why + ": " + reason);
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeObjectPropertyStart("properties");
    IpAddress ue = finding.ue();
    if (ue != null) {
      json.writeStringProperty("ue", ue.toString());
    }
    json.writeStringProperty("confidence", finding.confidence().json());
    json.writeStringProperty("severity", finding.severity().json());
    clauses(finding.rule());
    json.writeEndObject();
    json.writeEndObject();
  }

  /** The same trouble twice in a run is two results: they are counted. */
  private String fingerprint(Finding finding) {
    Fingerprint mark = fingerprints.of(finding);
    int occurrence = occurrences.merge(mark, 1, Integer::sum);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(mark.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, FINGERPRINT) + ":" + occurrence;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private void related(int id, Evidence evidence) {
    json.writeStartObject();
    json.writeNumberProperty("id", id);
    place(evidence);
    if (!evidence.note().isEmpty()) {
      message("message", evidence.note());
    }
    json.writeEndObject();
  }

  private void location(Evidence evidence) {
    json.writeStartObject();
    place(evidence);
    json.writeEndObject();
  }

  private void place(Evidence evidence) {
    json.writeObjectPropertyStart("physicalLocation");
    artifactLocation(evidence.at().capture());
    json.writeEndObject();
    json.writeArrayPropertyStart("logicalLocations");
    json.writeStartObject();
    json.writeStringProperty("name", "frame " + evidence.at().frame());
    json.writeStringProperty("kind", "frame");
    json.writeEndObject();
    json.writeEndArray();
    json.writeObjectPropertyStart("properties");
    json.writeNumberProperty("frame", evidence.at().frame());
    json.writeStringProperty("field", evidence.field());
    json.writeStringProperty("time", Times.utc(evidence.at().timeNanos()));
    json.writeEndObject();
  }

  private void artifactLocation(int capture) {
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", FileUri.of(report.captures().get(capture).file()));
    json.writeNumberProperty("index", capture);
    json.writeEndObject();
  }

  /** A message; braces and brackets would be placeholders and links, SARIF 2.1.0 section 3.11. */
  private void message(String name, String text) {
    json.writeObjectPropertyStart(name);
    StringBuilder plain = new StringBuilder();
    for (char c : PlainText.of(text).toCharArray()) {
      switch (c) {
        case '{', '}' -> plain.append(c).append(c);
        case '[', ']', '\\' -> plain.append('\\').append(c);
        default -> plain.append(c);
      }
    }
    json.writeStringProperty("text", plain.toString());
    json.writeEndObject();
  }

  /** SARIF has no level below note. */
  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE, CHAT -> "note";
    };
  }
}
