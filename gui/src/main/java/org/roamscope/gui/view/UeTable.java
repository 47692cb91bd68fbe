package org.roamscope.gui.view;

import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.roamscope.gui.viewmodel.ColumnRoom.Need;
import org.roamscope.gui.viewmodel.HostNames;
import org.roamscope.gui.viewmodel.ReportTexts;
import org.roamscope.gui.viewmodel.UeViewModel;
import org.roamscope.report.UeSummary;
import org.roamscope.track.At;

/** Every UE in one line, the worst first; a click on a header sorts by that column. */
final class UeTable extends TableView<UeSummary> {
  private final HostNames names;
  private ReportTexts texts = ReportTexts.NONE;

  UeTable(UeViewModel model, HostNames names) {
    this.names = names;
    names.changes().subscribe(_ -> refresh());
    setId("ues");
    setAccessibleText("UEs, the worst first");
    setPlaceholder(new Label("No UE"));
    getStyleClass().add("report-table");
    setItems(model.shown());
    // The model sorts: a million UEs take too long for the thread of the window.
    setSortPolicy(_ -> {
      model.order(Sorting.of(this));
      return true;
    });
    var verdict =
        column(
            "Worst verdict",
            new Need(164, 210, 1),
            UeViewModel::verdict,
            Comparator.comparingInt(UeSummary::rank));
    verdict.setCellFactory(_ -> new Cell(UeViewModel::verdict, true));
    getColumns().add(verdict);
    getColumns()
        .add(
            column(
                "UE",
                new Need(134, 140, 2),
                UeSummary::id,
                Comparator.comparing(ue -> ue.ue().homeAddress())));
    getColumns()
        .add(
            column("K", new Need(48, 58, 0), UeViewModel::k, Comparator.comparing(UeViewModel::k)));
    getColumns()
        .add(
            column(
                "Findings",
                new Need(106, 112, 0),
                UeViewModel::findings,
                Comparator.comparingInt(UeSummary::findings).reversed()));
    getColumns()
        .add(
            column(
                "Moves",
                new Need(64, 72, 0),
                ue -> Integer.toString(ue.handovers()),
                Comparator.comparingInt(UeSummary::handovers).reversed()));
    getColumns()
        .add(
            column(
                "Last seen",
                new Need(90, 100, 0),
                ue -> ue.last() == null ? "" : texts.seconds(ue.last()),
                Comparator.comparingLong(UeTable::lastNanos).reversed()));
    new FittedColumns<>(this, column -> (Need) column.getUserData()).fit();
  }

  private static long lastNanos(UeSummary ue) {
    At last = ue.last();
    return last == null ? Long.MIN_VALUE : last.timeNanos();
  }

  /** Times are told in the way of a report. */
  void texts(ReportTexts told) {
    texts = told;
  }

  private TableColumn<UeSummary, UeSummary> column(
      String title, Need need, Function<UeSummary, String> text, Comparator<UeSummary> order) {
    var column = new TableColumn<UeSummary, UeSummary>(title);
    column.setUserData(need);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setCellFactory(_ -> new Cell(text, false));
    column.setComparator(order.thenComparingInt(UeSummary::rank));
    return column;
  }

  private final class Cell extends TableCell<UeSummary, UeSummary> {
    private final Function<UeSummary, String> text;
    private final boolean toned;

    Cell(Function<UeSummary, String> text, boolean toned) {
      this.text = text;
      this.toned = toned;
    }

    @Override
    protected void updateItem(@Nullable UeSummary ue, boolean empty) {
      super.updateItem(ue, empty);
      UeSummary shown = empty ? null : ue;
      String plain = shown == null ? "" : text.apply(shown);
      String named = names.replaced(plain);
      setText(named);
      setTooltip(named.equals(plain) ? null : new Tooltip(names.beside(plain)));
      if (toned) {
        ToneStyle.apply(this, shown == null ? null : shown.tone());
      }
    }
  }
}
