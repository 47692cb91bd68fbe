package org.roamscope.report;

import java.util.List;
import java.util.stream.Collectors;
import org.roamscope.audit.Finding;
import org.roamscope.field.Clause;

/** The table of findings, the worst rule first. */
final class HtmlFindings {
  private final ReportIndex index;
  private final HtmlAnchors anchors;
  private final Html html;

  HtmlFindings(ReportIndex index, HtmlAnchors anchors, Html html) {
    this.index = index;
    this.anchors = anchors;
    this.html = html;
  }

  void add() {
    List<Finding> findings = index.report().audit().findings();
    if (findings.isEmpty()) {
      return;
    }
    html.open("section", "", "findings").leaf("h2", "", "Findings");
    html.table("severity", "rule", "what", "UE", "frames", "clauses");
    anchors.listed().forEach(this::row);
    html.tableEnd();
    int listed = anchors.listed().size();
    if (findings.size() > listed) {
      html.leaf(
          "p",
          "soft",
          listed + " of " + findings.size() + " findings are listed. The JSON report has all.");
    }
    html.close();
  }

  private void row(Finding finding) {
    html.open("tr", "", anchors.finding(finding)).open("td", "");
    html.chip(VerdictWords.style(finding.severity()), finding.severity().json());
    html.leaf("span", "soft", "F" + anchors.number(finding)).close();
    html.open("td", "");
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
