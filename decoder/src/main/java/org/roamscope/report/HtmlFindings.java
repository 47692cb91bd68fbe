package org.roamscope.report;

import java.util.List;
import java.util.stream.Collectors;
import org.roamscope.audit.Finding;
import org.roamscope.field.Clause;

/** The table of findings, the worst rule first. */
final class HtmlFindings {
  static final int MAX_LISTED = 2_000;

  private final ReportIndex index;
  private final HtmlAnchors anchors;
  private final Html html;

  HtmlFindings(ReportIndex index, HtmlAnchors anchors, Html html) {
    this.index = index;
    this.anchors = anchors;
    this.html = html;
  }

  void add() {
    List<Finding> findings =
        FindingGroups.byRule(index.report().audit()).values().stream()
            .flatMap(List::stream)
            .toList();
    if (findings.isEmpty()) {
      return;
    }
    html.open("section", "", "findings").leaf("h2", "", "Findings");
    html.table("severity", "rule", "what", "UE", "frames", "clauses");
    findings.stream().limit(MAX_LISTED).forEach(this::row);
    html.tableEnd();
    if (findings.size() > MAX_LISTED) {
      html.leaf(
          "p",
          "soft",
          MAX_LISTED + " of " + findings.size() + " findings are listed. The JSON report has all.");
    }
    html.close();
  }

  private void row(Finding finding) {
    html.open("tr", "", anchors.finding(finding)).open("td", "");
    html.chip(VerdictWords.style(finding.severity()), finding.severity().json());
    html.close().open("td", "");
    html.link(HtmlAnchors.page(finding.rule().id()), finding.rule().id());
    html.leaf("span", "soft", finding.rule().name()).close();
    html.open("td", "wide").text(finding.message());
    html.leaf("span", "soft", "confidence " + finding.confidence().json()).close();
    html.leaf("td", "mono", finding.ue() == null ? "" : finding.ue().toString());
    html.leaf("td", "", Lines.plain(index.frames().list(FindingGroups.frames(finding))));
    html.leaf(
        "td",
        "",
        finding.rule().clauses().stream().map(Clause::toString).collect(Collectors.joining(", ")));
    html.close();
  }
}
