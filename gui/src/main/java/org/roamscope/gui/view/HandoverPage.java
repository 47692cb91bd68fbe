package org.roamscope.gui.view;

import java.util.List;
import org.roamscope.audit.Handover;
import org.roamscope.audit.RulePages;
import org.roamscope.field.PlainText;
import org.roamscope.report.Report;
import org.roamscope.track.At;

/** Every handover of every UE with its verdict, and beside it what the verdict means. */
final class HandoverPage extends ExplainedPage<Handover> {
  HandoverPage() {
    super(
        new ReportTable<>("handovers", "No handover seen"), "Select a handover to see why.", 0.64);
    table.setAccessibleText("Handovers");
    table
        .column("UE", 140, handover -> handover.movement().ue().homeAddress().toString())
        .column("Time", 90, handover -> texts.seconds(handover.movement().begin()))
        .column("Packet", 64, handover -> texts.number(handover.movement().begin()))
        .column("Moved", 260, handover -> texts.move(handover))
        .column("K", 56, handover -> texts.k(handover))
        .column("Verdict", 190, handover -> handover.verdict().name());
  }

  @Override
  List<Handover> rows(Report report) {
    return report.audit().handovers();
  }

  @Override
  At frame(Handover handover) {
    return handover.movement().begin();
  }

  @Override
  MarkdownView explanation(Handover handover) {
    var term = RulePages.terms().getOrDefault(handover.verdict().name(), "");
    var markdown = new MarkdownView("# " + handover.verdict() + "\n\n" + term);
    markdown.getChildren().add(1, Texts.wrapped(PlainText.of(handover.explanation())));
    markdown
        .getChildren()
        .add(FrameLinks.of("Evidence: ", texts, handover.evidence(), this::select));
    return markdown;
  }
}
