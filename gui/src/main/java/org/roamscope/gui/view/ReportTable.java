package org.roamscope.gui.view;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Severity;
import org.roamscope.gui.viewmodel.ColumnRoom;
import org.roamscope.gui.viewmodel.HostNames;
import org.roamscope.gui.viewmodel.SortedRows;

/** A table over facts of the report: columns are functions, a click or Enter leads to a frame. */
final class ReportTable<T> extends TableView<T> {
  /** A column that gives way keeps that share of its width. */
  private static final double LEAST = 0.75;

  /** Rows above one that is brought into sight. */
  private static final int ABOVE = 4;

  private @Nullable HostNames names;

  /**
   * A table.
   *
   * @param id id of the node
   * @param nothing what an empty table says
   */
  ReportTable(String id, String nothing) {
    setId(id);
    setPlaceholder(new Label(nothing));
    getStyleClass().add("report-table");
  }

  /** Sets what leads to the frame that shows a row. */
  void go(Consumer<T> go) {
    setOnMouseClicked(event -> {
      T item = getSelectionModel().getSelectedItem();
      if (event.getClickCount() == 2 && item != null) {
        go.accept(item);
      }
    });
    setOnKeyPressed(event -> {
      T item = getSelectionModel().getSelectedItem();
      if (event.getCode() == KeyCode.ENTER && item != null) {
        go.accept(item);
        event.consume();
      }
    });
  }

  /** Sets what the context menu of a row is made by. */
  void menu(BiConsumer<T, ContextMenuEvent> offer) {
    setOnContextMenuRequested(event -> {
      T item = getSelectionModel().getSelectedItem();
      if (item != null) {
        offer.accept(item, event);
      }
    });
  }

  /** Shows names in the place of addresses; the tooltip has both. */
  ReportTable<T> named(HostNames by) {
    names = by;
    by.changes().subscribe(_ -> refresh());
    return this;
  }

  /** Takes the rows of a model, which sorts them: a table may be long. */
  ReportTable<T> rows(SortedRows<T> by) {
    setItems(by.shown());
    setSortPolicy(_ -> {
      by.order(Sorting.of(this), getSelectionModel().getSelectedItem());
      return true;
    });
    by.listed(place -> {
      if (!getItems().isEmpty()) {
        getSelectionModel().select(Math.max(0, place));
        scrollTo(Math.max(0, place - ABOVE));
      }
    });
    return this;
  }

  /** Adds a column, sorted by what its cells say. */
  ReportTable<T> column(String title, double width, Function<T, String> text) {
    return column(title, width, text, Comparator.comparing(text));
  }

  /**
   * Adds a column.
   *
   * @param order how it is sorted: numbers by number, times by time; may be asked on any thread
   */
  ReportTable<T> column(String title, double width, Function<T, String> text, Comparator<T> order) {
    return column(title, width, text, order, _ -> null);
  }

  /** Adds a column whose cells have the colour of a severity. */
  ReportTable<T> column(
      String title,
      double width,
      Function<T, String> text,
      Comparator<T> order,
      Function<T, @Nullable Severity> severity) {
    var column = new TableColumn<T, T>(title);
    column.setPrefWidth(width);
    column.setUserData(new ColumnRoom.Need(LEAST * width, width, 0));
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setCellFactory(_ -> new Cell(text, severity));
    column.setComparator(order);
    getColumns().add(column);
    return this;
  }

  /** Fits the columns into the table; what is left over goes to the last {@code wide} of them. */
  void fitted(int wide) {
    List<TableColumn<T, ?>> last =
        getColumns().subList(getColumns().size() - wide, getColumns().size());
    for (TableColumn<T, ?> column : last) {
      if (column.getUserData() instanceof ColumnRoom.Need need) {
        column.setUserData(new ColumnRoom.Need(need.least(), need.normal(), need.normal()));
      }
    }
    new FittedColumns<>(this, column -> (ColumnRoom.Need) column.getUserData()).fit();
  }

  private final class Cell extends TableCell<T, T> {
    private final Function<T, String> text;
    private final Function<T, @Nullable Severity> severity;
    private @Nullable Tooltip whole;

    Cell(Function<T, String> text, Function<T, @Nullable Severity> severity) {
      this.text = text;
      this.severity = severity;
    }

    @Override
    protected void updateItem(@Nullable T row, boolean empty) {
      super.updateItem(row, empty);
      String shown = empty || row == null ? "" : text.apply(row);
      HostNames by = names;
      String named = by == null ? shown : by.replaced(shown);
      setText(named);
      SeverityStyle.apply(this, shown.isEmpty() || row == null ? null : severity.apply(row));
      String full = by == null ? shown : by.beside(shown);
      setTooltip(full.length() > 30 || !named.equals(shown) ? whole(full) : null);
    }

    /** Cells are used again and again while the table scrolls; a new tooltip each time is slow. */
    private Tooltip whole(String text) {
      Tooltip known = whole == null ? new Tooltip() : whole;
      known.setText(text);
      whole = known;
      return known;
    }
  }
}
