package org.roamscope.gui.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TextInputDialog;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Severity;
import org.roamscope.decode.output.Column;
import org.roamscope.gui.viewmodel.ColumnLayout;
import org.roamscope.gui.viewmodel.ColumnRoom;
import org.roamscope.gui.viewmodel.FieldColumn;
import org.roamscope.gui.viewmodel.FieldColumnsViewModel;
import org.roamscope.gui.viewmodel.FilterState;
import org.roamscope.gui.viewmodel.MainViewModel;
import org.roamscope.gui.viewmodel.PacketColumns;
import org.roamscope.gui.viewmodel.PacketList;
import org.roamscope.gui.viewmodel.RowWindow;
import org.roamscope.gui.viewmodel.TimeDisplay;

/** The packet list. A row is a number; its cells ask for their texts when they come into view. */
final class PacketTable extends TableView<Integer> {
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
  private static final PseudoClass PARTIAL = PseudoClass.getPseudoClass("partial");
  private static final PseudoClass MOVED = PseudoClass.getPseudoClass("moved");

  /** What a number needs besides its digits: margins, and the sign of the other end. */
  private static final double FIXED_WIDTH = 34;

  private static final double DIGIT_WIDTH = 8.3;

  /** Rows above one that was jumped to. */
  private static final int ABOVE = 4;

  private final MainViewModel model;
  private final FilterActions actions;
  private final ScrollBar bar = new ScrollBar();
  private final FittedColumns<Integer> fitted;
  private final InvalidationListener grown = _ -> grow();
  private PacketList list;
  private RowWindow window;
  private boolean following;
  private boolean arranging;
  private boolean placing;
  private int digits;

  PacketTable(MainViewModel model, FilterActions actions, Consumer<String> typed) {
    this.model = model;
    this.actions = actions;
    setId("packets");
    setAccessibleText("Packet list");
    getStyleClass().add("packets");
    setTableMenuButtonVisible(true);
    PacketColumns.SHOWN.forEach(column -> getColumns().add(column(column)));
    model.workspace().columns().subscribe(_ -> arrange());
    model.workspace().fields().columns().subscribe(_ -> arrange());
    getColumns().addListener((ListChangeListener<TableColumn<Integer, ?>>) _ -> arranged());
    getColumns().forEach(column -> column.visibleProperty().addListener((_, _, _) -> arranged()));
    setRowFactory(_ -> new Row());
    setPlaceholder(new Label("No packet to show"));
    fitted = new FittedColumns<>(this, this::need);
    model
        .zoom()
        .subscribe(zoom -> {
          setFixedCellSize(Theme.rowHeight(zoom.intValue()));
          fitted.fit();
        });
    list = model.packets().get();
    window = new RowWindow(list, 0);
    bar.setId("packets-bar");
    bar.setOrientation(Orientation.VERTICAL);
    bar.setAccessibleText("Scroll through all packets");
    bar.valueProperty().subscribe(this::barMoved);
    addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    skinProperty()
        .subscribe(_ ->
            flow()
                .ifPresent(flow ->
                    flow.positionProperty().subscribe(_ -> Platform.runLater(this::scrolled))));
    // Two lists with the same rows are equal, and yet only one of them grows.
    model.packets().subscribe(() -> show(model.packets().get()));
    show(model.packets().get());
    model.work().subscribe(_ -> fitNumbers());
    model.selected().subscribe(_ -> follow());
    model.report().subscribe(_ -> refresh());
    model.marked().subscribe(_ -> refresh());
    model.workspace().colours().known().subscribe(_ -> refresh());
    model.workspace().fields().known().subscribe(_ -> refresh());
    model.workspace().comments().changes().subscribe(_ -> refresh());
    model.workspace().names().changes().subscribe(_ -> refresh());
    model.dark().subscribe(_ -> refresh());
    model.times().display().subscribe(_ -> retime());
    model.times().precision().subscribe(_ -> refresh());
    getSelectionModel()
        .selectedItemProperty()
        .subscribe(row -> {
          if (row != null && !following) {
            model.live().autoScroll().set(list.placeOf(row) == list.size() - 1);
            model.select(row);
          }
        });
    addEventFilter(
        ScrollEvent.SCROLL,
        event -> {
          if (event.getDeltaY() > 0) {
            model.live().autoScroll().set(false); // who looks back does not want to be carried off
          }
        });
    setOnContextMenuRequested(this::offer);
    setOnKeyTyped(event -> {
      String text = event.getCharacter();
      if (!event.isShortcutDown() && !event.isAltDown() && text.matches("[\\p{Alpha}!(]")) {
        typed.accept(text);
        event.consume();
      }
    });
  }

  /** The table with what it needs beside it. */
  Node withBar() {
    HBox.setHgrow(this, Priority.ALWAYS);
    return new HBox(this, bar);
  }

  // ---- the part that is shown ----------------------------------------------------------------

  private void show(PacketList shown) {
    list.removeListener(grown);
    list = shown;
    list.addListener(grown);
    put(0);
    follow();
  }

  private void grow() {
    window.grow();
    if (model.live().capturing().get() && model.live().autoScroll().get() && !list.isEmpty()) {
      bring(list.size() - 1);
    }
    measure();
  }

  /** Puts the part around a place into the table. */
  private void put(int place) {
    following = true;
    window = new RowWindow(list, place);
    setItems(window);
    select();
    following = false;
    layout(); // what is seen is asked for below
    measure();
  }

  /** The table's own bar tells where one is in the part, the other one where in the list. */
  private void measure() {
    boolean partial = window.partial();
    pseudoClassStateChanged(PARTIAL, partial);
    bar.setVisible(partial);
    bar.setManaged(partial);
    int seen = Math.max(1, lastSeen() - firstSeen());
    placing = true;
    bar.setMax(Math.max(0, list.size() - seen));
    bar.setVisibleAmount(Math.max(seen, bar.getMax() / 50));
    bar.setBlockIncrement(seen);
    bar.setUnitIncrement(1);
    bar.setValue(window.place(firstSeen()));
    placing = false;
  }

  private void barMoved() {
    if (!placing) {
      bring((int) bar.getValue());
    }
  }

  /** Makes a place of the list the first that is seen. */
  private void bring(int place) {
    int index = window.index(place);
    if (index < 0 || window.nearEnd(index, index)) {
      put(place);
    }
    scrollTo(Math.max(0, window.index(place)));
  }

  private void scrolled() {
    if (window.partial()) {
      layout();
      if (window.nearEnd(firstSeen(), lastSeen())) {
        bring(window.place(firstSeen()));
      }
      measure();
    }
  }

  private Optional<VirtualFlow<?>> flow() {
    return lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        ? Optional.of(flow)
        : Optional.empty();
  }

  private int firstSeen() {
    return flow().map(flow -> index(flow.getFirstVisibleCell())).orElse(0);
  }

  private int lastSeen() {
    return flow().map(flow -> index(flow.getLastVisibleCell())).orElse(0);
  }

  private static int index(@Nullable IndexedCell<?> cell) {
    return cell == null ? 0 : cell.getIndex();
  }

  /** Where only a part is in the table, its own keys would stop at the ends of that. */
  private void walk(KeyEvent event) {
    if (!window.partial()
        || event.isShortcutDown()
        || event.isAltDown()
        || event.isShiftDown()
        || event.getTarget() instanceof TextInputControl) {
      return;
    }
    int page = Math.max(1, lastSeen() - firstSeen() - 1);
    switch (event.getCode()) {
      case UP -> model.step(-1);
      case DOWN -> model.step(1);
      case PAGE_UP -> model.step(-page);
      case PAGE_DOWN -> model.step(page);
      case HOME -> model.step(-list.size());
      case END -> model.step(list.size());
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Selects what the model has selected, and brings it into view. */
  private void follow() {
    int place = list.placeOf(model.selected().get());
    following = true;
    if (place >= 0 && window.index(place) < 0) {
      put(place);
      following = true;
      scrollTo(Math.max(0, window.index(place) - ABOVE));
    } else if (getSelectionModel().getSelectedIndex() != window.index(place)) {
      select();
      reveal(window.index(place));
    }
    following = false;
    refresh();
  }

  private void select() {
    int index = window.index(list.placeOf(model.selected().get()));
    if (index < 0) {
      getSelectionModel().clearSelection();
    } else {
      getSelectionModel().clearAndSelect(index);
      getFocusModel().focus(index);
    }
  }

  /** A step out of sight moves the rows by a step, a jump puts the row near the top. */
  private void reveal(int index) {
    int first = firstSeen();
    int last = lastSeen();
    if (index < 0 || index > first && index < last) {
      return;
    }
    boolean step = index >= last && index <= last + 1 && last > first;
    scrollTo(Math.max(0, step ? first + index - last + 1 : index - ABOVE));
  }

  /** Dates need more room than seconds. */
  private void retime() {
    fitted.fit();
    refresh();
  }

  // ---- columns -------------------------------------------------------------------------------

  private TableColumn<Integer, String> column(Column kind) {
    var column = new TableColumn<Integer, String>(kind.title());
    column.setId("column-" + kind.option());
    column.setUserData(kind);
    column.setSortable(false);
    column.setReorderable(true);
    column.setCellValueFactory(
        cell -> new ReadOnlyStringWrapper(model.text(cell.getValue(), kind)));
    column.setCellFactory(_ -> new Cell(kind));
    return column;
  }

  /** A column that shows a field; what it says comes when somebody looks. */
  private TableColumn<Integer, String> column(FieldColumn field) {
    var column = new TableColumn<Integer, String>();
    column.setId("column-" + field.field());
    column.setSortable(false);
    column.setReorderable(true);
    FieldColumnsViewModel fields = model.workspace().fields();
    // The texts change with no change of the row: refresh() asks again.
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(""));
    column.setCellFactory(_ -> new FieldCell(field.field()));
    column
        .visibleProperty()
        .addListener((_, _, shown) -> {
          if (!shown) { // the button at the end of the header: what is not shown is made anew
            Platform.runLater(() -> fields.remove(field.field()));
          }
        });
    column.setContextMenu(
        new ContextMenu(
            FilterActions.item("rename-column", "Re_name column…", () -> rename(field.field())),
            FilterActions.item(
                "remove-column", "_Remove column", () -> fields.remove(field.field()))));
    return column;
  }

  private void rename(String field) {
    model
        .workspace()
        .fields()
        .columns()
        .get()
        .of(field)
        .ifPresent(column -> {
          var dialog = new TextInputDialog(column.title());
          dialog.initOwner(getScene().getWindow());
          dialog.setTitle("Rename column");
          dialog.setHeaderText(null);
          dialog.setGraphic(null);
          dialog.setContentText("Title of " + field);
          dialog.getDialogPane().setId("rename-column-pane");
          Theme.dress(dialog.getDialogPane().getScene());
          Theme.follow(dialog.getDialogPane(), model.dark(), model.zoom());
          dialog.showAndWait().ifPresent(title -> model.workspace().fields().rename(field, title));
        });
  }

  private void arrange() {
    if (arranging) {
      return;
    }
    arranging = true;
    ColumnLayout layout = model.workspace().columns().get();
    List<FieldColumn> fields = model.workspace().fields().columns().get().all();
    List<TableColumn<Integer, ?>> sorted = new ArrayList<>(getColumns());
    sorted.removeIf(column -> column.getUserData() instanceof FieldColumn);
    sorted.sort(Comparator.comparingInt(column -> layout.order().indexOf(kind(column))));
    sorted.forEach(column -> column.setVisible(layout.shows(kind(column))));
    for (FieldColumn field : fields) {
      TableColumn<Integer, ?> column =
          getColumns().stream()
              .filter(known ->
                  known.getUserData() instanceof FieldColumn(String name, _, _)
                      && name.equals(field.field()))
              .findFirst()
              .orElseGet(() -> column(field));
      column.setText(field.title());
      column.setUserData(field);
      sorted.add(Math.min(field.place(), sorted.size()), column);
    }
    if (!sorted.equals(getColumns())) {
      getColumns().setAll(sorted);
    }
    arranging = false;
  }

  /** The user moved a column, showed or hid one; while one is dragged it may be missing. */
  private void arranged() {
    FieldColumnsViewModel fields = model.workspace().fields();
    int all = PacketColumns.SHOWN.size() + fields.columns().get().all().size();
    if (arranging || getColumns().size() < all) {
      return;
    }
    List<TableColumn<Integer, ?>> own =
        getColumns().stream().filter(column -> column.getUserData() instanceof Column).toList();
    List<Column> order = own.stream().map(PacketTable::kind).toList();
    Set<Column> hidden =
        own.stream()
            .filter(column -> !column.isVisible())
            .map(PacketTable::kind)
            .collect(Collectors.toSet());
    if (hidden.size() < order.size()) {
      arranging = true;
      model.workspace().columns().set(new ColumnLayout(order, hidden));
      for (int place = 0; place < getColumns().size(); place++) {
        if (getColumns().get(place).getUserData() instanceof FieldColumn(String field, _, _)) {
          fields.move(field, place);
        }
      }
      arranging = false;
    }
  }

  private static Column kind(TableColumn<Integer, ?> column) {
    return (Column) column.getUserData();
  }

  /** The numbers of a large capture are longer, those of several captures have two parts. */
  private void fitNumbers() {
    int rows = list.size();
    int now = rows == 0 ? 0 : model.text(list.get(rows - 1), Column.NO).length();
    if (now > digits) {
      digits = now;
      fitted.fit();
    }
  }

  /** With the least of all, K and finding are in sight down to a window of 860 pixels. */
  private ColumnRoom.Need need(TableColumn<?, ?> column) {
    ColumnRoom.Need need =
        column.getUserData() instanceof Column kind
            ? switch (kind) {
              case NO -> fixed(Math.max(50, FIXED_WIDTH + DIGIT_WIDTH * digits));
              case TIME -> time();
              case SOURCE, DESTINATION -> new ColumnRoom.Need(80, 130, 0.1);
              case PROTOCOL -> new ColumnRoom.Need(66, 84, 0);
              case LENGTH -> new ColumnRoom.Need(54, 70, 0);
              case INFO -> new ColumnRoom.Need(92, 204, 0.8);
              case HOA, UE -> new ColumnRoom.Need(80, 134, 0);
              case COA -> new ColumnRoom.Need(100, 204, 0);
              case K -> fixed(54);
              case RESPONSE -> new ColumnRoom.Need(70, 96, 0);
              case FINDING -> new ColumnRoom.Need(76, 76, 0.15);
            }
            : new ColumnRoom.Need(60, 120, 0.1);
    return need.times(model.zoom().get() / 100.0);
  }

  private static ColumnRoom.Need fixed(double width) {
    return new ColumnRoom.Need(width, width, 0);
  }

  /** A date that is cut off says nothing. */
  private ColumnRoom.Need time() {
    TimeDisplay display = model.times().display().get();
    return switch (display) {
      case SINCE_START, SINCE_DISPLAYED -> new ColumnRoom.Need(96, 116, 0);
      case EPOCH -> fixed(170);
      case UTC -> fixed(240);
      case LOCAL -> fixed(280);
    };
  }

  private final class Cell extends TableCell<Integer, String> {
    private final Column kind;

    Cell(Column kind) {
      this.kind = kind;
      getStyleClass().add("cell-" + kind.option());
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      String shown = empty || text == null ? "" : text;
      Integer row = getTableRow() == null ? null : getTableRow().getItem();
      if (kind == Column.NO && row != null && !shown.isEmpty()) {
        shown = (model.relation(row) + " " + shown).strip();
        // Colour is never alone.
        shown = model.isMarked(row) ? "◆ " + shown : shown;
        shown = model.workspace().comments().on(row).isPresent() ? "✎ " + shown : shown;
      }
      // Only what is in view is given names; the value of the cell, which is copied, has none.
      shown =
          PacketColumns.NAMED.contains(kind) ? model.workspace().names().replaced(shown) : shown;
      setText(shown);
      pseudoClassStateChanged(MOVED, kind == Column.COA && shown.endsWith(Column.MOVED));
      Severity severity =
          kind == Column.FINDING && row != null && !shown.isEmpty() ? model.severity(row) : null;
      SeverityStyle.apply(this, severity);
    }
  }

  /** A cell of a column that shows a field. */
  private final class FieldCell extends TableCell<Integer, String> {
    private final String field;

    FieldCell(String field) {
      this.field = field;
      getStyleClass().add("cell-field");
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
      super.updateItem(text, empty);
      Integer row = empty || getTableRow() == null ? null : getTableRow().getItem();
      setText(row == null ? "" : model.workspace().fields().text(row, field));
    }
  }

  private final class Row extends TableRow<Integer> {
    private final RowColours colours = new RowColours(this);

    @Override
    protected void updateItem(@Nullable Integer row, boolean empty) {
      super.updateItem(row, empty);
      Integer shown = empty ? null : row;
      colours.apply(
          shown == null ? Optional.empty() : model.workspace().colours().rule(shown),
          shown == null ? List.of() : addresses(shown),
          model.dark().get());
      pseudoClassStateChanged(MARKED, !empty && row != null && model.isMarked(row));
    }
  }

  /** The addresses of a row that stand behind names, each with the name of its column. */
  private List<String> addresses(int row) {
    var names = model.workspace().names();
    return PacketColumns.NAMED.stream()
        .filter(column -> {
          String text = model.text(row, column);
          return !names.replaced(text).equals(text);
        })
        .map(column -> column.title() + ": " + names.beside(model.text(row, column)))
        .toList();
  }

  // ---- context menu --------------------------------------------------------------------------

  private void offer(ContextMenuEvent event) {
    Integer row = getSelectionModel().getSelectedItem();
    if (row == null) {
      return;
    }
    Node cell = cell(event);
    if (cell instanceof FieldCell shown) {
      String text = shown.getText();
      actions.offer(this, event, actions.ofPacket(row, condition(shown.field, text), text));
      return;
    }
    Column column = cell instanceof Cell shown ? shown.kind : Column.INFO;
    String text = model.text(row, column);
    actions.offer(this, event, actions.ofPacket(row, model.condition(row, column), text));
  }

  /** Lets packets with the value pass; where that is not one value, those that have the field. */
  private static String condition(String field, String text) {
    String equal = field + " == " + text;
    return !text.isEmpty() && FilterState.of(equal) instanceof FilterState.Valid ? equal : field;
  }

  private static @Nullable Node cell(ContextMenuEvent event) {
    Node node = event.getPickResult() == null ? null : event.getPickResult().getIntersectedNode();
    while (node != null && !(node instanceof Cell) && !(node instanceof FieldCell)) {
      node = node.getParent();
    }
    return node;
  }
}
