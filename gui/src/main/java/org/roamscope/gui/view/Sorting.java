package org.roamscope.gui.view;

import java.util.Comparator;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** What a click on the headers of a table asks for. */
final class Sorting {
  private Sorting() {}

  /**
   * The order in which a table is to be, for another thread; null when none is asked for.
   *
   * @param table a table in which the value of each cell is the row itself
   */
  static <T> @Nullable Comparator<T> of(TableView<T> table) {
    Comparator<T> all = null;
    for (TableColumn<T, ?> column : List.copyOf(table.getSortOrder())) {
      if (column.getSortType() == null || !column.isSortable()) {
        continue;
      }
      Comparator<T> one = order(column);
      Comparator<T> turned = column.getSortType() == SortType.DESCENDING ? one.reversed() : one;
      all = all == null ? turned : all.thenComparing(turned);
    }
    return all;
  }

  @SuppressWarnings("unchecked") // the value of a cell is the row
  private static <T> Comparator<T> order(TableColumn<T, ?> column) {
    return (Comparator<T>) column.getComparator();
  }
}
