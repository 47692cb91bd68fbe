package org.roamscope.gui.view;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Handover;
import org.roamscope.audit.RulePages;
import org.roamscope.field.PlainText;
import org.roamscope.gui.viewmodel.FrameSelector;
import org.roamscope.gui.viewmodel.ReportTexts;
import org.roamscope.report.Report;

/** Every handover of every UE with its verdict, and beside it what the verdict means. */
final class HandoverPage implements ReportView {
  private final ReportTable<Handover> table =
      new ReportTable<>("handovers", "No handover seen", this::go);
  private final ScrollPane page = new ScrollPane();
  private final SplitPane node = new SplitPane(table, page);
  private ReportTexts texts = ReportTexts.NONE;
  private FrameSelector selector = _ -> {};

  HandoverPage() {
    table.setAccessibleText("Handovers");
    table
        .column("UE", 140, handover -> handover.movement().ue().homeAddress().toString())
        .column("Time", 90, handover -> texts.seconds(handover.movement().begin()))
        .column("Packet", 64, handover -> texts.number(handover.movement().begin()))
        .column("Moved", 260, handover -> texts.move(handover))
        .column("K", 56, handover -> texts.k(handover))
        .column("Verdict", 190, handover -> handover.verdict().name());
    table.getSelectionModel().selectedItemProperty().subscribe(this::explain);
    page.setFitToWidth(true);
    page.getStyleClass().add("explanation");
    node.setOrientation(Orientation.HORIZONTAL);
    node.setDividerPositions(0.64);
    explain(null);
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void show(Report report, FrameSelector leads) {
    selector = leads;
    texts = ReportTexts.of(report);
    table.getItems().setAll(report.audit().handovers());
    if (!table.getItems().isEmpty()) {
      table.getSelectionModel().select(0);
    }
  }

  private void go(Handover handover) {
    selector.select(handover.movement().begin());
  }

  private void explain(@Nullable Handover handover) {
    if (handover == null) {
      page.setContent(Texts.wrapped("Select a handover to see why.", "quiet", "hint"));
      return;
    }
    var term = RulePages.terms().getOrDefault(handover.verdict().name(), "");
    var markdown = new MarkdownView("# " + handover.verdict() + "\n\n" + term);
    markdown.getChildren().add(1, Texts.wrapped(PlainText.of(handover.explanation())));
    markdown
        .getChildren()
        .add(FrameLinks.of("Evidence: ", texts, handover.evidence(), at -> selector.select(at)));
    page.setContent(markdown);
    page.setVvalue(0);
  }
}
