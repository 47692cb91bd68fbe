package org.roamscope.report;

import java.util.List;
import java.util.stream.Collectors;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.field.Clause;

/** A {@link HandoverCard} in a page. */
final class HtmlHandover {
  private final ReportIndex index;
  private final HtmlAnchors anchors;
  private final Html html;

  HtmlHandover(ReportIndex index, HtmlAnchors anchors, Html html) {
    this.index = index;
    this.anchors = anchors;
    this.html = html;
  }

  void add(Person person, int number) {
    HandoverCard card = HandoverCard.of(index, person, number);
    Handover handover = card.handover();
    Lines.Style style = VerdictWords.of(handover.verdict()).style();
    html.open("article", "card " + Html.tone(style), anchors.handover(person, card.number()));
    html.open("div", "head");
    html.leaf("h3", "", "Handover " + card.number() + ": " + card.places());
    html.chip(style, handover.verdict().name());
    html.close();
    html.leaf("p", "why", handover.explanation());
    html.open("dl", "figures");
    card.figures().forEach(fact -> html.fact(fact.name(), fact.value()));
    html.close().open("dl", "rows");
    reasons(card);
    html.close();
    advice(card);
    html.close();
  }

  private void reasons(HandoverCard card) {
    Handover handover = card.handover();
    html.fact("Cause", card.cause());
    html.fact("Evidence", Lines.plain(index.frames().list(handover.evidence())));
    if (!card.missing().isEmpty()) {
      html.fact("Missing", card.missing());
    }
    html.fact(
        "Clause", card.clauses().stream().map(Clause::toString).collect(Collectors.joining(", ")));
    html.fact("Reason", handover.reason());
    List<Finding> findings = card.findings();
    if (!findings.isEmpty()) {
      html.open("div", "").leaf("dt", "", "Findings").open("dd", "");
      for (Finding finding : findings) {
        html.chip(VerdictWords.style(finding.severity()), finding.severity().json()).text(" ");
        anchors.link(html, finding, "");
        html.text(" ");
      }
      html.close().close();
    }
  }

  private void advice(HandoverCard card) {
    String verdict = card.handover().verdict().name();
    html.open("details", "").leaf("summary", "", "What it means, what to do");
    HtmlMarkdown.add(html, card.meaning());
    card.remedies().forEach(text -> HtmlMarkdown.add(html, text));
    html.open("p", "").text("More: ");
    html.link(HtmlAnchors.page(verdict), verdict);
    for (Finding finding : card.findings()) {
      html.text(", ").link(HtmlAnchors.page(finding.rule().id()), finding.rule().id());
    }
    html.text(".").close().close();
  }
}
