package org.roamscope.report;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Distribution;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;
import org.roamscope.compare.AuditDiff;
import org.roamscope.compare.AuditDiff.Change;
import org.roamscope.compare.AuditDiff.FigureChange;
import org.roamscope.compare.AuditFacts;
import org.roamscope.compare.AuditFacts.FindingFacts;
import org.roamscope.compare.AuditFacts.HandoverFacts;
import org.roamscope.field.PlainText;
import tools.jackson.core.JsonGenerator;

/** The difference between two audits as text, JSON and Markdown. Same difference, same bytes. */
public final class DiffReport {
  /** Name and version of the JSON schema. */
  public static final String SCHEMA = "roamscope.diff/1";

  private DiffReport() {}

  /**
   * True when a handover got a verdict that looks worse (good, worth knowing, doubtful, wrong), or
   * a finding is new that is a warning or an error.
   */
  public static boolean worse(AuditDiff diff) {
    return diff.changes().stream().anyMatch(DiffReport::worse)
        || diff.newFindings().stream()
            .anyMatch(finding -> finding.severity().atLeast(Severity.WARNING));
  }

  private static boolean worse(Change change) {
    HandoverFacts before = change.before();
    HandoverFacts after = change.after();
    return before != null && after != null && style(after).compareTo(style(before)) < 0;
  }

  private static Lines.Style style(HandoverFacts handover) {
    return VerdictWords.of(handover.verdict()).style();
  }

  // ---- text ----------------------------------------------------------------------------------

  /** For a terminal; LF line ends, a final line end. */
  public static String text(AuditDiff diff, TextReport.Terminal terminal) {
    Lines lines = new Lines(terminal.columns(), terminal.colour());
    banner(diff.before(), lines);
    banner(diff.after(), lines);
    lines.hang("", Lines.styled(Lines.Style.HEADING, worse(diff) ? "WORSE" : "NOT WORSE"));
    lines.hang("before: ", PlainText.of(diff.before().name()));
    lines.hang("after:  ", PlainText.of(diff.after().name()));
    ues("UES APPEARED", diff.appeared(), lines);
    ues("UES GONE", diff.gone(), lines);
    lines.section("VERDICTS");
    if (diff.verdicts().isEmpty()) {
      lines.add(2, "No handover in either.");
    }
    for (AuditDiff.VerdictCount count : diff.verdicts()) {
      String name = VerdictWords.name(count.verdict());
      lines.hang("  " + Lines.left(name, 26), " " + count.before() + " -> " + count.after());
    }
    lines.section("HANDOVERS");
    lines.add(2, Frames.count(diff.unchanged(), "handover", "handovers") + " as before.");
    diff.changes().forEach(change -> lines.hang("  ", change(change)));
    lines.section("FIGURES");
    diff.figures().forEach(figure -> figure(figure, lines));
    findings("NEW FINDINGS", diff.newFindings(), lines);
    findings("FIXED FINDINGS", diff.fixedFindings(), lines);
    lines.blank();
    lines.add(0, Frames.count(diff.lastingFindings(), "finding is", "findings are") + " in both.");
    return lines.toString();
  }

  private static void banner(AuditFacts facts, Lines lines) {
    if (!facts.complete()) {
      lines.hang(
          Lines.styled(Lines.Style.BAD, "INCOMPLETE") + " ",
          PlainText.of(facts.name()) + " was not read whole: what it lacks looks gone or fixed.");
    }
  }

  private static void ues(String title, List<String> ids, Lines lines) {
    if (!ids.isEmpty()) {
      lines.section(title);
      ids.forEach(id -> lines.add(2, PlainText.of(id)));
    }
  }

  private static String change(Change change) {
    return PlainText.of(change.ue())
        + " "
        + which(change)
        + ": "
        + verdict(change.before())
        + " -> "
        + verdict(change.after());
  }

  private static String which(Change change) {
    return "handover " + change.number() + " from " + change.kind();
  }

  private static String verdict(@Nullable HandoverFacts handover) {
    return handover == null ? "none" : VerdictWords.name(handover.verdict());
  }

  private static void figure(FigureChange figure, Lines lines) {
    Distribution before = figure.before();
    Distribution after = figure.after();
    lines.hang(
        "  " + Lines.left(figure.figure().words(), 13),
        before.count() + " -> " + after.count() + " measured");
    if (before.count() > 0 || after.count() > 0) {
      value("median", before, after, before.p50(), after.p50(), lines);
      value("95" + Lines.GLUE + "%", before, after, before.p95(), after.p95(), lines);
      value("longest", before, after, before.max(), after.max(), lines);
    }
  }

  private static void value(
      String what, Distribution before, Distribution after, long then, long now, Lines lines) {
    String from = before.count() == 0 ? "none" : Frames.millis(then);
    String to = after.count() == 0 ? "none" : Frames.millis(now);
    boolean both = before.count() > 0 && after.count() > 0;
    lines.hang(
        "    " + Lines.left(what, 11),
        from + " -> " + to + (both ? " (" + delta(then, now) + percent(then, now) + ")" : ""));
  }

  private static String delta(long then, long now) {
    return (now < then ? "-" : "+") + Frames.millis(Math.abs(now - then));
  }

  private static String percent(long then, long now) {
    return then == 0
        ? ""
        : String.format(Locale.ROOT, ", %+.1f%c%%", 100.0 * (now - then) / then, Lines.GLUE);
  }

  private static void findings(String title, List<FindingFacts> findings, Lines lines) {
    lines.section(title);
    if (findings.isEmpty()) {
      lines.add(2, "None.");
    }
    for (FindingFacts finding : findings) {
      lines.hang(
          "  ",
          VerdictWords.name(finding.severity())
              + " "
              + finding.fingerprint().rule()
              + " "
              + finding.name()
              + (finding.fingerprint().ue().isEmpty() ? "" : ", UE " + finding.fingerprint().ue())
              + ": "
              + PlainText.of(finding.message()));
    }
  }

  // ---- Markdown ------------------------------------------------------------------------------

  /** For an issue or a merge request; LF line ends, a final line end. */
  public static String markdown(AuditDiff diff) {
    StringBuilder out = new StringBuilder("## Roamscope: ");
    out.append(worse(diff) ? "worse" : "not worse").append("\n\n");
    out.append("| | before | after |\n|---|---|---|\n");
    row(out, "audit", name(diff.before()), name(diff.after()));
    for (AuditDiff.VerdictCount count : diff.verdicts()) {
      row(out, code(count.verdict()), count.before() + "", count.after() + "");
    }
    for (FigureChange figure : diff.figures()) {
      String words = figure.figure().words();
      Distribution before = figure.before();
      Distribution after = figure.after();
      row(out, words + ", median", ms(before, before.p50()), ms(after, after.p50()));
      row(out, words + ", 95 %", ms(before, before.p95()), ms(after, after.p95()));
      row(out, words + ", longest", ms(before, before.max()), ms(after, after.max()));
    }
    list(out, "UEs appeared", diff.appeared().stream().map(MarkdownText::code).toList());
    list(out, "UEs gone", diff.gone().stream().map(MarkdownText::code).toList());
    list(out, "Handovers changed", diff.changes().stream().map(DiffReport::item).toList());
    list(out, "New findings", diff.newFindings().stream().map(DiffReport::item).toList());
    list(out, "Fixed findings", diff.fixedFindings().stream().map(DiffReport::item).toList());
    return out.toString();
  }

  private static String name(AuditFacts facts) {
    return MarkdownText.code(facts.name()) + (facts.complete() ? "" : " (incomplete)");
  }

  private static String code(Verdict verdict) {
    return MarkdownText.code(verdict.name());
  }

  private static String ms(Distribution distribution, long nanos) {
    return distribution.count() == 0 ? "none" : Lines.plain(Frames.millis(nanos));
  }

  private static void row(StringBuilder out, String what, String before, String after) {
    out.append("| ").append(what).append(" | ").append(before).append(" | ").append(after);
    out.append(" |\n");
  }

  private static void list(StringBuilder out, String title, List<String> items) {
    if (!items.isEmpty()) {
      out.append("\n### ").append(title).append("\n\n");
      items.forEach(item -> out.append("- ").append(item).append('\n'));
    }
  }

  private static String item(Change change) {
    HandoverFacts before = change.before();
    HandoverFacts after = change.after();
    return MarkdownText.code(change.ue())
        + " "
        + which(change)
        + ": "
        + (before == null ? "none" : code(before.verdict()))
        + " to "
        + (after == null ? "none" : code(after.verdict()));
  }

  private static String item(FindingFacts finding) {
    String ue = finding.fingerprint().ue();
    return finding.severity().json()
        + " "
        + MarkdownText.code(finding.fingerprint().rule())
        + (ue.isEmpty() ? "" : " " + MarkdownText.code(ue))
        + ": "
        + MarkdownText.of(finding.message());
  }

  // ---- JSON ----------------------------------------------------------------------------------

  /** For programs, schema {@code roamscope.diff/1}; LF line ends, a final line end. */
  public static String json(AuditDiff diff) {
    return JsonText.indented(json -> new Json(json).document(diff));
  }

  private record Json(JsonGenerator json) {
    void document(AuditDiff diff) {
      json.writeStartObject();
      json.writeStringProperty("schema", SCHEMA);
      audit("before", diff.before());
      audit("after", diff.after());
      json.writeBooleanProperty("worse", worse(diff));
      json.writeArrayPropertyStart("ues_appeared");
      diff.appeared().forEach(json::writeString);
      json.writeEndArray();
      json.writeArrayPropertyStart("ues_gone");
      diff.gone().forEach(json::writeString);
      json.writeEndArray();
      json.writeObjectPropertyStart("verdicts");
      for (AuditDiff.VerdictCount count : diff.verdicts()) {
        json.writeObjectPropertyStart(count.verdict().name());
        json.writeNumberProperty("before", count.before());
        json.writeNumberProperty("after", count.after());
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeNumberProperty("handovers_unchanged", diff.unchanged());
      json.writeArrayPropertyStart("handovers_changed");
      diff.changes().forEach(this::change);
      json.writeEndArray();
      json.writeObjectPropertyStart("figures");
      diff.figures().forEach(this::figure);
      json.writeEndObject();
      findings("new_findings", diff.newFindings());
      findings("fixed_findings", diff.fixedFindings());
      json.writeNumberProperty("lasting_findings", diff.lastingFindings());
      json.writeEndObject();
    }

    private void audit(String name, AuditFacts facts) {
      json.writeObjectPropertyStart(name);
      json.writeStringProperty("name", facts.name());
      json.writeStringProperty("profile", facts.profile());
      json.writeBooleanProperty("complete", facts.complete());
      json.writeEndObject();
    }

    private void change(Change change) {
      json.writeStartObject();
      json.writeStringProperty("ue", change.ue());
      json.writeStringProperty("kind", change.kind().toString());
      json.writeNumberProperty("number", change.number());
      handover("before", change.before());
      handover("after", change.after());
      json.writeBooleanProperty("worse", worse(change));
      json.writeEndObject();
    }

    private void handover(String name, @Nullable HandoverFacts handover) {
      if (handover == null) {
        json.writeNullProperty(name);
        return;
      }
      json.writeObjectPropertyStart(name);
      json.writeStringProperty("from_care_of_address", handover.from());
      json.writeStringProperty("to_care_of_address", handover.to());
      json.writeStringProperty("verdict", handover.verdict().name());
      json.writeEndObject();
    }

    private void figure(FigureChange figure) {
      Distribution before = figure.before();
      Distribution after = figure.after();
      json.writeObjectPropertyStart(figure.figure().json());
      json.writeObjectPropertyStart("count");
      json.writeNumberProperty("before", before.count());
      json.writeNumberProperty("after", after.count());
      json.writeEndObject();
      value("p50", before, after, before.p50(), after.p50());
      value("p95", before, after, before.p95(), after.p95());
      value("max", before, after, before.max(), after.max());
      json.writeEndObject();
    }

    private void value(String name, Distribution before, Distribution after, long then, long now) {
      boolean both = before.count() > 0 && after.count() > 0;
      json.writeObjectPropertyStart(name);
      number("before", before.count() > 0, Times.millis(then));
      number("after", after.count() > 0, Times.millis(now));
      number("change", both, Times.millis(now - then));
      number("change_percent", both && then > 0, 100.0 * (now - then) / Math.max(1, then));
      json.writeEndObject();
    }

    private void number(String name, boolean there, double value) {
      if (there) {
        json.writeNumberProperty(name, value);
      } else {
        json.writeNullProperty(name);
      }
    }

    private void findings(String name, List<FindingFacts> findings) {
      json.writeArrayPropertyStart(name);
      for (FindingFacts finding : findings) {
        json.writeStartObject();
        json.writeStringProperty("rule", finding.fingerprint().rule());
        json.writeStringProperty("name", finding.name());
        json.writeStringProperty("severity", finding.severity().json());
        json.writeStringProperty("ue", finding.fingerprint().ue());
        json.writeStringProperty("from", finding.fingerprint().from());
        json.writeStringProperty("to", finding.fingerprint().to());
        json.writeStringProperty("message", finding.message());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }
}
