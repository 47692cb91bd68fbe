package org.roamscope.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Audit;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.audit.RuleInfo;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.field.Clause;
import org.roamscope.track.At;

/**
 * The report as Markdown for a ticket: the answer, the handovers, the findings with frames and
 * clauses. Text from captures is escaped so that a tracker links and renders nothing of it.
 */
public final class MarkdownReport {
  /** Rows of a table; trackers limit the length of a text. */
  private static final int MAX_ROWS = 200;

  private final ReportIndex index;
  private final StringBuilder out = new StringBuilder();

  private MarkdownReport(Report report) {
    index = new ReportIndex(report);
  }

  /** The text, LF line ends, a final line end. */
  public static String text(Report report) {
    MarkdownReport markdown = new MarkdownReport(report);
    markdown.write();
    return markdown.out.toString();
  }

  private void write() {
    Report report = index.report();
    Audit audit = report.audit();
    out.append("## Roamscope: do the keys move with the phone?\n\n");
    out.append(MarkdownText.of(Lines.plain(Headline.answer(report)))).append("\n\n");
    if (report.partial()) {
      out.append("**This report is incomplete**: see the captures below.\n\n");
    }
    out.append(MarkdownText.of(Lines.plain(Headline.findings(audit)))).append(".\n");
    handovers(audit.handovers());
    findings();
    captures(report);
    out.append("\nJudged by ").append(Headline.judgedBy(audit)).append("; Roamscope ");
    out.append(MarkdownText.of(report.version())).append(".\n");
  }

  private void handovers(List<Handover> handovers) {
    if (handovers.isEmpty()) {
      return;
    }
    out.append("\n### Handovers\n\n");
    out.append("| UE | from | to | K asked | K granted | verdict | why | frames |\n");
    out.append("|---|---|---|---|---|---|---|---|\n");
    handovers.stream()
        .limit(MAX_ROWS)
        .forEach(handover ->
            row(
                MarkdownText.code(index.id(handover.movement().ue())),
                handover.movement().fromAddress() == null
                    ? ""
                    : MarkdownText.code(handover.movement().fromAddress().toString()),
                MarkdownText.code(handover.movement().to().toString()),
                yesNo(handover.keyManagementRequested()),
                yesNo(handover.keyManagementGranted()),
                MarkdownText.code(handover.verdict().name()),
                MarkdownText.of(handover.explanation()),
                frames(handover.evidence())));
    more(handovers.size(), "handovers");
  }

  private void findings() {
    Map<String, List<Finding>> groups = FindingGroups.byRule(index.report().audit());
    if (groups.isEmpty()) {
      return;
    }
    out.append("\n### Findings\n");
    for (List<Finding> group : groups.values()) {
      RuleInfo rule = group.getFirst().rule();
      out.append("\n#### ").append(group.getFirst().severity().json()).append(' ');
      out.append(rule.id()).append(' ').append(MarkdownText.of(rule.name())).append("\n\n");
      group.stream().limit(MAX_ROWS).forEach(this::finding);
      more(group.size(), "findings");
      out.append("\nSee ");
      out.append(
          rule.clauses().stream()
              .map(Clause::toString)
              .map(MarkdownText::of)
              .collect(Collectors.joining(", ")));
      out.append(".\n");
    }
  }

  private void finding(Finding finding) {
    out.append("- ").append(MarkdownText.of(finding.message()));
    out.append(" (").append(frames(FindingGroups.frames(finding))).append(" of ");
    At primary = finding.primary().at();
    out.append(MarkdownText.code(index.report().captures().get(primary.capture()).file()));
    out.append("; confidence ").append(finding.confidence().json()).append(")\n");
  }

  private void captures(Report report) {
    out.append("\n### Captures\n\n");
    out.append("| file | format | packets | signalling | from | to |\n|---|---|---|---|---|---|\n");
    for (CaptureSummary capture : report.captures()) {
      boolean any = capture.packets() > 0;
      row(
          MarkdownText.code(capture.file()),
          MarkdownText.of(capture.format()),
          Long.toString(capture.packets()),
          Long.toString(capture.signallingPackets()),
          any ? Times.utc(capture.firstNanos()) : "",
          any ? Times.utc(capture.lastNanos()) : "");
    }
    String start = "\n";
    for (CaptureSummary capture : report.captures()) {
      for (CaptureProblem problem : capture.problems()) {
        out.append(start).append("- ").append(MarkdownText.of(problem.message())).append('\n');
        start = "";
      }
    }
    for (String limit : report.limits()) {
      out.append(start).append("- ").append(MarkdownText.of(limit)).append('\n');
      start = "";
    }
  }

  private void row(String... cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private void more(int size, String what) {
    if (size > MAX_ROWS) {
      out.append("\n").append(size - MAX_ROWS).append(" more ").append(what).append(" left out.\n");
    }
  }

  private String frames(List<At> frames) {
    return MarkdownText.of(Lines.plain(index.frames().list(frames)));
  }

  private static String yesNo(@Nullable Boolean value) {
    return value == null ? "?" : value ? "yes" : "no";
  }
}
