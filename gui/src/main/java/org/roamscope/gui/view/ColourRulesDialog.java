package org.roamscope.gui.view;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.FileChooser;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.PlainText;
import org.roamscope.gui.viewmodel.ColourRule;
import org.roamscope.gui.viewmodel.ColourRulesViewModel;
import org.roamscope.gui.viewmodel.FilterState;
import org.roamscope.gui.viewmodel.MainViewModel;
import org.roamscope.gui.viewmodel.Rgb;

/** Edits the colour rules beside the main window, which follows at once. */
final class ColourRulesDialog extends Dialog<Void> {
  private static final double LEAST_ROWS = 5;

  private final Stage owner;
  private final MainViewModel main;
  private final ColourRulesViewModel model;
  private final ReportTable<ColourRule> table = new ReportTable<>("colour-rules", "No rule");
  private final CheckBox enabled = new CheckBox("_Use this rule");
  private final TextField name = new TextField();
  private final TextField filter = new TextField();
  private final Label word = new Label();
  private final Label remark = Texts.wrapped("", "filter-message");
  private final ColorPicker background = new ColorPicker();
  private final ColorPicker text = new ColorPicker();
  private final GridPane editor = new GridPane(8, 6);
  private boolean showing;

  ColourRulesDialog(Stage owner, MainViewModel main) {
    this.owner = owner;
    this.main = main;
    model = main.workspace().colours();
    initOwner(owner);
    initModality(Modality.NONE);
    setTitle("Colour rules");
    setResizable(true);
    var said = Texts.wrapped("", "quiet");
    said.setId("colours-said");
    said.textProperty().bind(model.said());
    said.managedProperty().bind(said.textProperty().isNotEmpty());
    VBox.setVgrow(table, Priority.ALWAYS);
    var content =
        new VBox(
            8,
            Texts.wrapped(
                "The first rule that matches colours a packet. The file is Wireshark's"
                    + " colorfilters; in the dark theme bright colours are turned dark.",
                "quiet"),
            buttons(),
            table,
            editor,
            said);
    // On a small screen some rules stay in view, and the rest is scrolled to.
    main.zoom()
        .subscribe(zoom -> table.setMinHeight(LEAST_ROWS * Theme.rowHeight(zoom.intValue())));
    var scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("preferences-scroll");
    DialogSize.set(scroll, 860, 600, main.zoom());
    furnishTable();
    furnishEditor();
    getDialogPane().setId("colours-pane");
    getDialogPane().setContent(scroll);
    getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    Theme.dress(getDialogPane().getScene());
    Theme.follow(getDialogPane(), main.dark(), main.zoom());
    main.dark().subscribe(_ -> table.refresh());
    table.getSelectionModel().select(0);
    setOnShown(_ -> table.requestFocus());
  }

  // ---- list ----------------------------------------------------------------------------------

  private void furnishTable() {
    table.setAccessibleText("Colour rules, the first one that matches first");
    table.setItems(model.rules());
    table.column("On", 44, rule -> rule.enabled() ? "✓" : "");
    var names = new TableColumn<ColourRule, String>("Name");
    names.setPrefWidth(190);
    names.setCellValueFactory(
        cell -> new ReadOnlyStringWrapper(PlainText.of(cell.getValue().name())));
    names.setCellFactory(_ -> new NameCell());
    table.getColumns().add(names);
    table.column("Filter", 400, rule -> PlainText.of(rule.filter()));
    table.column("Understood", 180, rule -> FilterStyle.mark(ColourRulesViewModel.state(rule)));
    double scale = main.zoom().get() / 100.0;
    table
        .getColumns()
        .forEach(column -> {
          column.setSortable(false);
          column.setPrefWidth(column.getPrefWidth() * scale);
        });
    table.getSelectionModel().selectedIndexProperty().subscribe(_ -> fill());
    table.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.SPACE) {
        change(rule -> rule.enabled(!rule.enabled()));
        event.consume();
      } else if (event.getCode() == KeyCode.DELETE) {
        remove();
        event.consume();
      }
    });
  }

  /** A name in the colours of its rule. */
  private final class NameCell extends TableCell<ColourRule, String> {
    @Override
    protected void updateItem(@Nullable String shown, boolean empty) {
      super.updateItem(shown, empty);
      ColourRule rule = empty || getTableRow() == null ? null : getTableRow().getItem();
      setText(rule == null ? "" : shown);
      if (rule == null) {
        setStyle("");
      } else {
        ColourRule.Shown colours = rule.in(main.dark().get());
        setStyle(
            "-fx-background-color: "
                + colours.background().web()
                + "; -fx-text-fill: "
                + colours.text().web());
      }
    }
  }

  // ---- one rule ------------------------------------------------------------------------------

  private void furnishEditor() {
    enabled.setId("colour-enabled");
    name.setId("colour-name");
    filter.setId("colour-filter");
    filter.getStyleClass().add("filter-box");
    word.getStyleClass().add("filter-word");
    background.setId("colour-background");
    text.setId("colour-text");
    HBox.setHgrow(filter, Priority.ALWAYS);
    GridPane.setHgrow(name, Priority.ALWAYS);
    editor.addRow(0, label("_Name", name), name);
    var asked = new HBox(6, filter, word);
    asked.setAlignment(Pos.CENTER_LEFT);
    editor.addRow(1, label("_Filter", filter), asked);
    editor.add(remark, 1, 2);
    var colours = new FlowPane(12, 6, background, label("_Text", text), text, enabled);
    colours.setAlignment(Pos.CENTER_LEFT);
    editor.addRow(3, label("_Row", background), colours);
    remark.managedProperty().bind(remark.textProperty().isNotEmpty());
    enabled.selectedProperty().addListener((_, _, on) -> change(rule -> rule.enabled(on)));
    name.textProperty()
        .addListener((_, _, now) ->
            change(rule ->
                new ColourRule(
                    rule.enabled(), now, rule.filter(), rule.background(), rule.foreground())));
    filter
        .textProperty()
        .addListener((_, _, now) ->
            change(rule ->
                new ColourRule(
                    rule.enabled(), rule.name(), now, rule.background(), rule.foreground())));
    background
        .valueProperty()
        .addListener((_, _, now) ->
            change(rule ->
                new ColourRule(
                    rule.enabled(), rule.name(), rule.filter(), rgb(now), rule.foreground())));
    text.valueProperty()
        .addListener((_, _, now) ->
            change(rule ->
                new ColourRule(
                    rule.enabled(), rule.name(), rule.filter(), rule.background(), rgb(now))));
  }

  private static Label label(String words, Node field) {
    var label = new Label(words);
    label.setMnemonicParsing(true);
    label.setLabelFor(field);
    label.setMinWidth(Label.USE_PREF_SIZE);
    field.setAccessibleText(words.replace("_", ""));
    return label;
  }

  private int selected() {
    return table.getSelectionModel().getSelectedIndex();
  }

  private void change(UnaryOperator<ColourRule> to) {
    int index = selected();
    if (showing || index < 0) {
      return;
    }
    showing = true;
    model.set(index, to.apply(model.rules().get(index)));
    table.getSelectionModel().clearAndSelect(index);
    showing = false;
    judge(model.rules().get(index));
    if (!enabled.isFocused()) {
      enabled.setSelected(model.rules().get(index).enabled());
    }
  }

  private void fill() {
    int index = selected();
    editor.setDisable(index < 0);
    if (showing || index < 0 || index >= model.rules().size()) {
      return;
    }
    ColourRule rule = model.rules().get(index);
    showing = true;
    enabled.setSelected(rule.enabled());
    name.setText(rule.name());
    filter.setText(rule.filter());
    background.setValue(Color.web(rule.background().web()));
    text.setValue(Color.web(rule.foreground().web()));
    showing = false;
    judge(rule);
  }

  private void judge(ColourRule rule) {
    FilterState state = ColourRulesViewModel.state(rule);
    FilterStyle.apply(filter, state);
    FilterStyle.apply(word, state);
    word.setText(FilterStyle.mark(state));
    remark.setText(ColourRulesViewModel.remark(rule));
    filter.setAccessibleHelp(state.word() + " " + state.message());
  }

  private static Rgb rgb(Color colour) {
    return Rgb.of(
        (int) Math.round(colour.getRed() * 255) << 16
            | (int) Math.round(colour.getGreen() * 255) << 8
            | (int) Math.round(colour.getBlue() * 255));
  }

  // ---- buttons -------------------------------------------------------------------------------

  private FlowPane buttons() {
    return new FlowPane(
        6,
        6,
        button(
            "add",
            "_Add",
            () -> {
              model.add();
              table.getSelectionModel().clearAndSelect(0);
              name.requestFocus();
              name.selectAll();
            }),
        button("remove", "Re_move", this::remove),
        button("up", "_Up", () -> move(-1)),
        button("down", "_Down", () -> move(1)),
        new Separator(Orientation.VERTICAL),
        button("import", "_Import…", () -> file(false, model::importFrom)),
        button("export", "_Export…", () -> file(true, model::exportTo)),
        button("reset", "Default rule_s", model::reset));
  }

  private static Button button(String id, String words, Runnable action) {
    var button = new Button(words);
    button.setId("colours-" + id);
    button.setMnemonicParsing(true);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void remove() {
    int index = selected();
    model.remove(index);
    table.getSelectionModel().clearAndSelect(Math.min(index, model.rules().size() - 1));
  }

  private void move(int by) {
    int to = model.move(selected(), by);
    table.getSelectionModel().clearAndSelect(to);
    table.scrollTo(Math.max(0, to - 3));
  }

  /** The chooser asks before a file is replaced. */
  private void file(boolean save, Consumer<Path> then) {
    var chooser = new FileChooser();
    chooser.setTitle(save ? "Export colour rules" : "Import colour rules");
    chooser.setInitialFileName(save ? "colorfilters" : null);
    File chosen = save ? chooser.showSaveDialog(owner) : chooser.showOpenDialog(owner);
    if (chosen != null) {
      then.accept(chosen.toPath());
    }
  }
}
