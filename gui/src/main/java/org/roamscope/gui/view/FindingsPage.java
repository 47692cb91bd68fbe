package org.roamscope.gui.view;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Finding;
import org.roamscope.audit.RulePages;
import org.roamscope.field.PlainText;
import org.roamscope.gui.viewmodel.Expert;
import org.roamscope.gui.viewmodel.FrameSelector;
import org.roamscope.gui.viewmodel.ReportTexts;
import org.roamscope.report.Report;

/** What the rules found, and beside it the page that explains the selected rule. */
final class FindingsPage implements ReportView {
  private final ReportTable<Finding> table =
      new ReportTable<>("findings", "Nothing found", this::go);
  private final ScrollPane page = new ScrollPane();
  private final SplitPane node = new SplitPane(table, page);
  private ReportTexts texts = ReportTexts.NONE;
  private FrameSelector selector = _ -> {};

  FindingsPage() {
    table.setAccessibleText("Findings");
    table
        .column("Severity", 80, finding -> Expert.word(finding.severity()), Finding::severity)
        .column("Rule", 70, finding -> finding.rule().id())
        .column("Packet", 64, finding -> texts.number(finding.primary().at()))
        .column("UE", 140, finding -> finding.ue() == null ? "" : finding.ue().toString())
        .column("What was found", 380, finding -> PlainText.of(finding.message()));
    table.getSelectionModel().selectedItemProperty().subscribe(this::explain);
    page.setId("explanation");
    page.setFitToWidth(true);
    page.getStyleClass().add("explanation");
    node.setOrientation(Orientation.HORIZONTAL);
    node.setDividerPositions(0.58);
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
    table.getItems().setAll(report.audit().findings());
    if (!table.getItems().isEmpty()) {
      table.getSelectionModel().select(0);
    }
  }

  private void go(Finding finding) {
    selector.select(finding.primary().at());
  }

  private void explain(@Nullable Finding finding) {
    if (finding == null) {
      page.setContent(Texts.wrapped("Select a finding to see what it means.", "quiet", "hint"));
      return;
    }
    var text = Texts.wrapped(PlainText.of(finding.message()), "finding-message");
    var markdown = new MarkdownView(RulePages.rule(finding.rule().id()).orElse(""));
    markdown.getChildren().addFirst(text);
    markdown
        .getChildren()
        .add(
            1,
            FrameLinks.of(
                "Evidence: ",
                texts,
                finding.primary(),
                finding.related(),
                at -> selector.select(at)));
    page.setContent(markdown);
    page.setVvalue(0);
  }
}
