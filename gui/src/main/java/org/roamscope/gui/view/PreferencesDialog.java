package org.roamscope.gui.view;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import javafx.util.StringConverter;
import org.roamscope.audit.Profile;
import org.roamscope.decode.output.Column;
import org.roamscope.gui.viewmodel.ColumnLayout;
import org.roamscope.gui.viewmodel.Look;
import org.roamscope.gui.viewmodel.MainViewModel;
import org.roamscope.gui.viewmodel.PacketTimes;
import org.roamscope.gui.viewmodel.ProfileChoice;
import org.roamscope.gui.viewmodel.RecentFiles;
import org.roamscope.gui.viewmodel.TimeDisplay;
import org.roamscope.gui.viewmodel.Workspace;

/**
 * The settings of the configuration profile in use; each change takes effect at once. Made once for
 * a window: it stays bound to them.
 */
final class PreferencesDialog extends Dialog<Void> {
  private static final double COLUMN_ROWS = 6.5;

  private final MainViewModel model;
  private final Workspace workspace;
  private final GridPane grid = new GridPane(14, 8);
  private final ListView<Column> columns = new ListView<>();
  private int rows;

  PreferencesDialog(Window owner, MainViewModel model) {
    this.model = model;
    workspace = model.workspace();
    initOwner(owner);
    initModality(Modality.NONE);
    setResizable(true);
    setTitle("Preferences");
    furnish(owner);
    var scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("preferences-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    var which = Texts.wrapped("", "quiet");
    which.setId("preferences-profile");
    which
        .textProperty()
        .bind(
            workspace
                .profiles()
                .current()
                .map(name -> "Configuration profile " + name + ". Changes take effect at once."));
    var content = new VBox(8, which, scroll);
    DialogSize.set(content, 700, 620, model.zoom());
    getDialogPane().setId("preferences-pane");
    getDialogPane().setContent(content);
    var defaults = new ButtonType("Back to defaults", ButtonBar.ButtonData.LEFT);
    getDialogPane().getButtonTypes().addAll(defaults, ButtonType.CLOSE);
    var reset = getDialogPane().lookupButton(defaults);
    reset.setId("preferences-reset");
    reset.addEventFilter(
        ActionEvent.ACTION,
        event -> {
          workspace.preferences().reset();
          event.consume(); // the dialog stays
        });
    // The button that takes everything back would have the focus else.
    setOnShown(_ -> columns.requestFocus());
    Theme.dress(getDialogPane().getScene());
    Theme.follow(getDialogPane(), model.dark(), model.zoom());
  }

  private void furnish(Window owner) {
    grid.getStyleClass().add("preferences");
    var names = new ColumnConstraints();
    names.setMinWidth(Label.USE_PREF_SIZE);
    var fields = new ColumnConstraints();
    fields.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, fields);

    heading("Look");
    row(
        "_Theme",
        choice("theme", List.of(Look.Theme.values()), Look.Theme::words, model.look().theme()));
    row(
        "_Size in per cent",
        number("zoom", Look.MIN_ZOOM, Look.MAX_ZOOM, Look.ZOOM_STEP, model.look().zoom()));

    heading("Packet list");
    row("_Columns", columns());
    var times = model.times();
    row(
        "Ti_me column",
        choice("time", List.of(TimeDisplay.values()), TimeDisplay::title, times.display()));
    row(
        "_Decimals",
        choice(
            "decimals", PacketTimes.PRECISIONS, PacketTimes::words, times.precision().asObject()));
    row("", check("colourise", "Colo_urise packet list", workspace.colours().on()));

    heading("Names of addresses");
    row("", check("names", "Show _names from the hosts file", workspace.names().on()));
    row(
        "_Hosts file",
        path(
            "hosts",
            "that of the configuration profile",
            workspace.names().file(),
            () ->
                FileChoice.open(owner, "Choose hosts file")
                    .ifPresent(file -> workspace.names().file().set(file.toString()))));
    var said = Texts.wrapped("", "quiet");
    said.setId("preferences-names-said");
    said.textProperty().bind(workspace.names().said());
    said.managedProperty().bind(said.textProperty().isNotEmpty());
    row("", said);

    heading("Judgement");
    row(
        "Deciding s_pecification",
        choice(
            "specification",
            List.of(Profile.values()),
            ProfileChoice::words,
            model.profile().chosen()));

    heading("Files");
    row("_Recent files", number("recent", 0, RecentFiles.MOST, 1, model.recentMost()));
    row(
        "_Exports begin in",
        path(
            "export-folder",
            "where the system likes",
            workspace.exportFolder(),
            () ->
                FileChoice.folder(owner, "Folder for exports", workspace.exportFolder().get())
                    .ifPresent(folder -> workspace.exportFolder().set(folder.toString()))));
    row("", check("autoscroll", "_Live capture shows its last packet", workspace.autoscroll()));
  }

  // ---- rows ----------------------------------------------------------------------------------

  private void heading(String text) {
    var heading = Texts.label(text, "heading-3");
    grid.add(heading, 0, rows++, 2, 1);
  }

  private void row(String words, Node field) {
    if (!words.isEmpty()) {
      var label = new Label(words);
      label.setMnemonicParsing(true);
      Node target = field instanceof HBox box ? box.getChildren().getFirst() : field;
      label.setLabelFor(target);
      target.setAccessibleText(words.replace("_", ""));
      GridPane.setValignment(label, target.equals(columns) ? VPos.TOP : VPos.CENTER);
      grid.add(label, 0, rows);
    }
    grid.add(field, 1, rows++);
  }

  private static CheckBox check(String id, String words, Property<Boolean> property) {
    var box = new CheckBox(words);
    box.setId("preferences-" + id);
    box.setMnemonicParsing(true);
    box.selectedProperty().bindBidirectional(property);
    return box;
  }

  private static <T> ComboBox<T> choice(
      String id, List<T> values, Function<T, String> words, Property<T> property) {
    var box = new ComboBox<T>();
    box.setId("preferences-" + id);
    box.getItems().setAll(values);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : words.apply(value);
          }

          @Override
          public T fromString(String text) {
            return property.getValue(); // nobody types here
          }
        });
    box.valueProperty().bindBidirectional(property);
    box.setUserData(property); // a property made for this box must live as long
    return box;
  }

  private static Spinner<Integer> number(
      String id, int least, int most, int step, IntegerProperty property) {
    var spinner = new Spinner<Integer>();
    var values =
        new SpinnerValueFactory.IntegerSpinnerValueFactory(least, most, property.get(), step);
    spinner.setId("preferences-" + id);
    spinner.setValueFactory(values);
    spinner.setEditable(true);
    spinner.getEditor().setPrefColumnCount(5);
    values.valueProperty().addListener((_, _, now) -> property.set(now == null ? least : now));
    property.subscribe(now -> values.setValue(now.intValue()));
    return spinner;
  }

  /** A path takes effect when Enter is pressed or the focus goes, not with every letter. */
  private static HBox path(String id, String nothing, StringProperty property, Runnable choose) {
    var field = new TextField();
    field.setId("preferences-" + id);
    field.setPromptText(nothing);
    property.subscribe(field::setText);
    field.setOnAction(_ -> property.set(field.getText().strip()));
    field
        .focusedProperty()
        .addListener((_, _, has) -> {
          if (!has) {
            property.set(field.getText().strip());
          }
        });
    HBox.setHgrow(field, Priority.ALWAYS);
    var button = new Button("Choose…");
    button.setId("preferences-" + id + "-choose");
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(_ -> choose.run());
    return new HBox(6, field, button);
  }

  // ---- columns -------------------------------------------------------------------------------

  private HBox columns() {
    var layout = workspace.columns();
    columns.setId("preferences-columns");
    columns.setCellFactory(
        CheckBoxListCell.forListView(
            column -> {
              var shown = new SimpleBooleanProperty(layout.get().shows(column));
              shown.addListener((_, _, _) -> toggle(column));
              return shown;
            },
            new StringConverter<>() {
              @Override
              public String toString(Column column) {
                return column == null ? "" : column.title();
              }

              @Override
              public Column fromString(String text) {
                throw new UnsupportedOperationException("nobody types here");
              }
            }));
    columns.setOnKeyPressed(event -> {
      Column column = columns.getSelectionModel().getSelectedItem();
      if (column == null) {
        return;
      }
      if (event.getCode() == KeyCode.SPACE) {
        toggle(column);
        event.consume();
      } else if (event.isAltDown() && event.getCode() == KeyCode.UP) {
        move(-1);
        event.consume();
      } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
        move(1);
        event.consume();
      }
    });
    layout.subscribe(this::list);
    model
        .zoom()
        .subscribe(zoom -> {
          double row = Theme.rowHeight(zoom.intValue());
          columns.setFixedCellSize(row);
          columns.setPrefHeight(COLUMN_ROWS * row);
          columns.setMinHeight(COLUMN_ROWS * row);
        });
    HBox.setHgrow(columns, Priority.ALWAYS);
    var up = new Button("Up");
    up.setId("preferences-column-up");
    up.setOnAction(_ -> move(-1));
    var down = new Button("Down");
    down.setId("preferences-column-down");
    down.setOnAction(_ -> move(1));
    up.setMaxWidth(Double.MAX_VALUE);
    down.setMaxWidth(Double.MAX_VALUE);
    var buttons = new VBox(6, up, down);
    buttons.setMinWidth(VBox.USE_PREF_SIZE);
    return new HBox(6, columns, buttons);
  }

  private void list(ColumnLayout layout) {
    Column selected = columns.getSelectionModel().getSelectedItem();
    columns.getItems().setAll(layout.order());
    columns.getSelectionModel().select(selected);
  }

  private void toggle(Column column) {
    workspace.columns().set(workspace.columns().get().toggled(column));
    columns.refresh();
  }

  private void move(int by) {
    Column column = columns.getSelectionModel().getSelectedItem();
    if (column != null) {
      workspace.columns().set(workspace.columns().get().moved(column, by));
      columns.getSelectionModel().select(column);
      columns.scrollTo(Math.max(0, columns.getSelectionModel().getSelectedIndex() - 2));
    }
  }
}
