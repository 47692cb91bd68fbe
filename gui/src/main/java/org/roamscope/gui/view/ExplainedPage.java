package org.roamscope.gui.view;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import org.jspecify.annotations.Nullable;
import org.roamscope.gui.viewmodel.FrameSelector;
import org.roamscope.gui.viewmodel.ReportTexts;
import org.roamscope.gui.viewmodel.SortedRows;
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
  private final SortedRows<T> sorted;
  private FrameSelector selector = _ -> {};
  private @Nullable T explained;
  private boolean hinting;
  private double place;

  /**
   * A page without rows.
   *
   * @param table the table; subclasses add its columns
   * @param sorted its rows
   * @param hint what stands beside it while no row is selected
   * @param divider share of the width that the table has
   */
  ExplainedPage(ReportTable<T> table, SortedRows<T> sorted, String hint, double divider) {
    this.table = table;
    this.sorted = sorted;
    this.hint = hint;
    node = new SplitPane(table, page);
    page.setFitToWidth(true);
    page.getStyleClass().add("explanation");
    node.setOrientation(Orientation.HORIZONTAL);
    node.setDividerPositions(divider);
    table.rows(sorted).go(row -> select(frame(row)));
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
    List<T> rows = rows(report);
    sorted.set(rows, before == null ? -1 : place(rows, before));
  }

  private int place(List<T> rows, T wanted) {
    for (int i = 0; i < rows.size(); i++) {
      if (isSame(rows.get(i), wanted)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isSame(T one, T other) {
    return frame(one).equals(frame(other)) && same(one, other);
  }

  /** While rows are put into another order none is selected, and the reader stays where he is. */
  private void explain(@Nullable T row) {
    if (!hinting) {
      place = page.getVvalue();
    }
    hinting = row == null;
    if (row == null) {
      page.setContent(Texts.wrapped(hint, "quiet", "hint"));
      return;
    }
    T before = explained;
    explained = row;
    page.setContent(explanation(row));
    page.setVvalue(before != null && isSame(before, row) ? place : 0);
  }
}
