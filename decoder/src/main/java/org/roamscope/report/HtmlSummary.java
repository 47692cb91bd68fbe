package org.roamscope.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.roamscope.audit.Audit;
import org.roamscope.audit.Figures;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;

/** The top of the page: what is missing, the answer, the counts, where to look first. */
final class HtmlSummary {
  private static final int LOOK_FIRST = 3;

  private final ReportIndex index;
  private final HtmlAnchors anchors;
  private final Figures figures;
  private final HtmlCaptures captures;
  private final Html html;
  private final Report report;

  HtmlSummary(
      ReportIndex index, HtmlAnchors anchors, Figures figures, HtmlCaptures captures, Html html) {
    this.captures = captures;
    this.figures = figures;
    this.index = index;
    this.anchors = anchors;
    this.html = html;
    report = index.report();
  }

  void add() {
    html.open("header", "");
    html.leaf("p", "over", "Roamscope audit of " + files());
    missing();
    html.leaf("h1", "", Lines.plain(Headline.answer(report)));
    Audit audit = report.audit();
    html.leaf(
        "p",
        "lead",
        Lines.plain(
            Frames.count(index.people().size(), "UE", "UEs")
                + ", "
                + Frames.count(audit.handovers().size(), "handover", "handovers")
                + ", "
                + Frames.count(index.correlation().ikeSas().size(), "IKE SA", "IKE SAs")
                + "; "
                + Headline.findings(audit)
                + "."));
    String saved = TextFigures.saved(figures);
    if (!saved.isEmpty()) {
      html.leaf("p", "lead", Lines.plain(saved));
    }
    tally(audit);
    lookFirst(audit);
    contents(audit);
    html.close();
  }

  private String files() {
    List<String> names = report.captures().stream().limit(4).map(CaptureSummary::file).toList();
    int more = report.captures().size() - names.size();
    return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
  }

  private void missing() {
    if (report.captures().stream().allMatch(one -> one.problems().isEmpty()) && !report.partial()) {
      return;
    }
    html.open("div", "banner");
    if (report.partial()) {
      html.open("p", "").leaf("b", "", "This report is incomplete.");
      html.text(report.complete() ? "" : " The run was interrupted.").close();
    } else {
      html.open("p", "").leaf("b", "", "Some of the keys are wrong.").close();
    }
    for (CaptureSummary capture : report.captures()) {
      capture
          .problems()
          .forEach(problem -> html.leaf("p", "", capture.file() + ": " + problem.message()));
    }
    report.limits().forEach(limit -> html.leaf("p", "", "Limit reached: " + limit));
    html.close();
  }

  private void tally(Audit audit) {
    Map<Verdict, Long> verdicts = Summary.verdicts(audit);
    if (audit.handovers().size() < 2) {
      return; // the headline says it all
    }
    html.open("ul", "tally");
    verdicts.keySet().stream()
        .sorted(Comparator.comparingInt(verdict -> VerdictWords.of(verdict).rank()))
        .forEach(verdict -> {
          VerdictWords words = VerdictWords.of(verdict);
          html.open("li", "");
          html.leaf("span", "many", Long.toString(verdicts.getOrDefault(verdict, 0L)));
          html.open("span", "").chip(words.style(), verdict.name()).close();
          html.leaf("span", "words", Lines.plain(words.words() + Headline.reasons(audit, verdict)));
          html.close();
        });
    html.close();
  }

  private void lookFirst(Audit audit) {
    List<List<Finding>> rules = List.copyOf(FindingGroups.byRule(audit).values());
    List<List<Finding>> worst =
        rules.stream()
            .limit(LOOK_FIRST)
            .filter(group ->
                group.equals(rules.getFirst())
                    || group.getFirst().severity().atLeast(Severity.WARNING))
            .toList();
    if (worst.isEmpty()) {
      return;
    }
    html.open("div", "first").leaf("b", "", "Look first at").open("ul", "");
    for (List<Finding> group : worst) {
      Finding finding = group.getFirst();
      html.open("li", "");
      html.chip(VerdictWords.style(finding.severity()), finding.severity().json()).text(" ");
      anchors.link(html, finding, "");
      html.text(", " + frames(finding));
      html.text(group.size() == 1 ? "" : ", and " + (group.size() - 1) + " more of this rule");
      html.close();
    }
    html.close().close();
  }

  private String frames(Finding finding) {
    return Lines.plain(index.frames().list(FindingGroups.frames(finding)));
  }

  private void contents(Audit audit) {
    html.open("nav", "toc");
    if (!index.people().isEmpty()) {
      html.link("ues", "UEs").text(" ");
    }
    if (!audit.findings().isEmpty()) {
      html.link("findings", "Findings").text(" ");
    }
    if (!index.correlation().ikeSas().isEmpty()) {
      html.link("ike-sas", "IKE SAs").text(" ");
    }
    captures.contents();
    html.link("about", "What the words mean");
    html.close();
  }
}
