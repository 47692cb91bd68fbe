package org.roamscope.gui.view;

import java.util.List;
import org.roamscope.audit.Finding;
import org.roamscope.audit.RulePages;
import org.roamscope.field.PlainText;
import org.roamscope.gui.viewmodel.Expert;
import org.roamscope.gui.viewmodel.HostNames;
import org.roamscope.report.Report;
import org.roamscope.track.At;

/** What the rules found, and beside it the page that explains the selected rule. */
final class FindingsPage extends ExplainedPage<Finding> {
  FindingsPage(HostNames names) {
    super(
        new ReportTable<>("findings", "Nothing found"),
        "Select a finding to see what it means.",
        0.58);
    table.setAccessibleText("Findings");
    table
        .named(names)
        .column("Severity", 112, finding -> Expert.word(finding.severity()), Finding::severity)
        .column("Rule", 70, finding -> finding.rule().id())
        .column("Packet", 84, finding -> texts.number(finding.primary().at()))
        .column("UE", 168, finding -> finding.ue() == null ? "" : finding.ue().toString())
        .column("What was found", 300, finding -> PlainText.of(finding.message()))
        .fitted(1);
    explanationId("explanation");
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
            FrameLinks.of("Evidence: ", texts, finding.primary(), finding.related(), this::select));
    return markdown;
  }
}
