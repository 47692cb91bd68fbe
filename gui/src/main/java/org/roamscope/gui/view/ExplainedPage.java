package org.roamscope.gui.view;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import org.jspecify.annotations.Nullable;
import org.roamscope.gui.viewmodel.FrameSelector;
import org.roamscope.gui.viewmodel.ReportTexts;
import org.roamscope.report.Report;
import org.roamscope.track.At;

/**
 * A table of the report, and beside it what the selected row means.
 *
 * @param <T> a row
 */
abstract class ExplainedPage<T> implements ReportView {
  final ReportTable<T> table;
  ReportTexts texts = ReportTexts.NONE;
  private final ScrollPane page = new ScrollPane();
  private final SplitPane node;
  private final String hint;
  private FrameSelector selector = _ -> {};

  /**
   * A page without rows.
   *
   * @param table the table; subclasses add its columns
   * @param hint what stands beside it while no row is selected
   * @param divider share of the width that the table has
   */
  ExplainedPage(ReportTable<T> table, String hint, double divider) {
    this.table = table;
    this.hint = hint;
    node = new SplitPane(table, page);
    page.setFitToWidth(true);
    page.getStyleClass().add("explanation");
    node.setOrientation(Orientation.HORIZONTAL);
    node.setDividerPositions(divider);
    table.go(row -> select(frame(row)));
    table.getSelectionModel().selectedItemProperty().subscribe(this::explain);
    explain(null);
  }

  /** Rows of a report. */
  abstract List<T> rows(Report report);

  /** The frame that shows a row. */
  abstract At frame(T row);

  /** Whether two rows that a frame shows say the same. */
  abstract boolean same(T one, T other);

  /** What a row means. */
  abstract MarkdownView explanation(T row);

  /** Leads to a frame. */
  final void select(At at) {
    selector.select(at);
  }

  /** Gives what stands beside the table a name for tests. */
  final void explanationId(String id) {
    page.setId(id);
  }

  @Override
  public final Node node() {
    return node;
  }

  @Override
  public final void show(Report report, FrameSelector leads) {
    selector = leads;
    texts = ReportTexts.of(report);
    T before = table.getSelectionModel().getSelectedItem();
    double at = page.getVvalue();
    List<T> rows = rows(report);
    table.getItems().setAll(rows);
    if (rows.isEmpty()) {
      return;
    }
    int same = before == null ? -1 : place(rows, before);
    table.getSelectionModel().select(Math.max(0, same));
    if (same >= 0) {
      page.setVvalue(at); // of the same captures more is known now
    }
  }

  private int place(List<T> rows, T wanted) {
    for (int i = 0; i < rows.size(); i++) {
      if (frame(rows.get(i)).equals(frame(wanted)) && same(rows.get(i), wanted)) {
        return i;
      }
    }
    return -1;
  }

  private void explain(@Nullable T row) {
    if (row == null) {
      page.setContent(Texts.wrapped(hint, "quiet", "hint"));
      return;
    }
    page.setContent(explanation(row));
    page.setVvalue(0);
  }
}
