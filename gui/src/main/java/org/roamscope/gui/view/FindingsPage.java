package org.roamscope.gui.view;

import java.util.Comparator;
import java.util.List;
import org.roamscope.audit.Finding;
import org.roamscope.audit.RulePages;
import org.roamscope.decode.output.Column;
import org.roamscope.field.IpAddress;
import org.roamscope.field.PlainText;
import org.roamscope.gui.viewmodel.CopyTexts;
import org.roamscope.gui.viewmodel.Expert;
import org.roamscope.gui.viewmodel.FilterText;
import org.roamscope.gui.viewmodel.HostNames;
import org.roamscope.gui.viewmodel.ReportTexts;
import org.roamscope.gui.viewmodel.SortedRows;
import org.roamscope.report.Report;
import org.roamscope.track.At;

/** What the rules found, and beside it the page that explains the selected rule. */
final class FindingsPage extends ExplainedPage<Finding> {
  private final FilterActions actions;

  FindingsPage(HostNames names, SortedRows<Finding> rows, FilterActions actions) {
    super(
        new ReportTable<>("findings", "Nothing found"),
        rows,
        "Select a finding to see what it means.",
        0.58);
    this.actions = actions;
    table.setAccessibleText("Findings");
    table.menu((finding, event) ->
        actions.offer(
            table,
            event,
            target(finding),
            FilterActions.item(
                "go-to-packet", "_Go to packet", () -> select(finding.primary().at())),
            actions.only("only-evidence", "Show _only its packets", CopyTexts.frames(finding))));
    table
        .named(names)
        .column(
            "Severity",
            112,
            finding -> Expert.word(finding.severity()),
            Comparator.comparing(Finding::severity),
            Finding::severity)
        .column("Rule", 86, finding -> finding.rule().id())
        .column(
            "Packet",
            84,
            finding -> texts.number(finding.primary().at()),
            Comparator.comparing(finding -> finding.primary().at(), ReportTexts.BY_NUMBER))
        .column(
            "UE",
            168,
            finding -> finding.ue() == null ? "" : finding.ue().toString(),
            Comparator.comparing(
                Finding::ue, Comparator.nullsLast(Comparator.<IpAddress>naturalOrder())))
        .column(
            "What was found",
            300,
            finding -> PlainText.of(finding.message()),
            Comparator.comparing(Finding::message))
        .fitted(1);
    explanationId("explanation");
  }

  /** Filters ask for all findings of the rule. */
  private FilterActions.Target target(Finding finding) {
    return new FilterActions.Target(
        FilterText.of(Column.FINDING, finding.rule().id()),
        PlainText.of(finding.message()),
        actions.row(finding.primary().at()),
        () -> actions.copies().ticket(finding));
  }

  @Override
  List<Finding> rows(Report report) {
    return report.audit().findings();
  }

  @Override
  At frame(Finding finding) {
    return finding.primary().at();
  }

  @Override
  boolean same(Finding one, Finding other) {
    return one.rule().id().equals(other.rule().id());
  }

  @Override
  MarkdownView explanation(Finding finding) {
    var markdown = new MarkdownView(RulePages.rule(finding.rule().id()).orElse(""));
    markdown
        .getChildren()
        .addFirst(Texts.wrapped(PlainText.of(finding.message()), "finding-message"));
    markdown
        .getChildren()
        .add(
            1,
            FrameLinks.of(
                "Evidence: ", texts, finding.primary(), finding.related(), this::select, actions));
    return markdown;
  }
}
