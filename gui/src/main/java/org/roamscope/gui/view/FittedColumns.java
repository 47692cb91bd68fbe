package org.roamscope.gui.view;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.roamscope.gui.viewmodel.ColumnRoom;
import org.roamscope.gui.viewmodel.ColumnRoom.Need;

/** Columns as wide as their table allows, until the user makes one wider or narrower. */
final class FittedColumns<T> {
  /** Vertical scroll bar and borders. */
  private static final double BESIDE = 20;

  private final TableView<T> table;
  private final Function<TableColumn<T, ?>, Need> needs;
  private final Map<TableColumn<T, ?>, Double> given = new HashMap<>();

  /** Fits the columns of a table from now on. */
  FittedColumns(TableView<T> table, Function<TableColumn<T, ?>, Need> needs) {
    this.table = table;
    this.needs = needs;
    table
        .widthProperty()
        .subscribe(_ -> {
          if (!resized()) {
            fit();
          }
        });
    table
        .getColumns()
        .forEach(column ->
            column
                .visibleProperty()
                .subscribe(_ -> {
                  if (!resized()) {
                    fit();
                  }
                }));
  }

  private boolean resized() {
    return given.entrySet().stream()
        .anyMatch(entry -> Math.abs(entry.getKey().getWidth() - entry.getValue()) > 1);
  }

  /** Fits them anew, whatever the user did. */
  void fit() {
    List<TableColumn<T, ?>> shown = List.copyOf(table.getVisibleLeafColumns());
    List<Double> widths =
        ColumnRoom.shared(shown.stream().map(needs).toList(), table.getWidth() - BESIDE);
    given.clear();
    for (int i = 0; i < shown.size(); i++) {
      shown.get(i).setPrefWidth(widths.get(i));
      given.put(shown.get(i), shown.get(i).getWidth());
    }
  }
}
