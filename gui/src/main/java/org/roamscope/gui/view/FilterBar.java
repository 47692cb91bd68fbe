package org.roamscope.gui.view;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.roamscope.field.PlainText;
import org.roamscope.gui.viewmodel.FilterState;
import org.roamscope.gui.viewmodel.FilterViewModel;

/** The box for the display filter: colour and word for what it is worth, a sentence below. */
final class FilterBar extends VBox {
  private final FilterViewModel model;
  private final TextField box = new TextField();
  private final Label word = new Label();
  private final Label message = new Label();
  private final MenuButton history = new MenuButton("History");
  private final CompletionPopup completion;

  /** Below this much nobody can read a filter, however many buttons there are. */
  private static final double LEAST = 220;

  private static final double BUTTONS_SHARE = 0.4;

  FilterBar(FilterViewModel model, FilterButtons saved) {
    this.model = model;
    completion = new CompletionPopup(box, model);
    box.setId("filter");
    box.getStyleClass().add("filter-box");
    box.setPromptText("Display filter, for example mip6.bu.k_flag == 0  (Ctrl+/)");
    box.setAccessibleText("Display filter");
    box.textProperty().bindBidirectional(model.text());
    box.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    HBox.setHgrow(box, Priority.ALWAYS);
    word.setId("filter-word");
    word.setMinWidth(USE_PREF_SIZE);
    word.getStyleClass().add("filter-word");
    message.setId("filter-message");
    message.setWrapText(true);
    message.getStyleClass().add("filter-message");
    message.managedProperty().bind(message.textProperty().isNotEmpty());
    message.visibleProperty().bind(message.textProperty().isNotEmpty());

    var apply = button("filter-apply", "Apply", model::apply);
    apply.setTooltip(new Tooltip("Show only packets that match (Enter)"));
    var clear =
        button(
            "filter-clear",
            "Clear",
            () -> {
              model.clear();
              completion.hide();
            });
    clear.setTooltip(new Tooltip("Show all packets"));
    history.setId("filter-history");
    history.setMinWidth(USE_PREF_SIZE);
    history.setOnShowing(_ -> fillHistory());
    var row = new HBox(box, word, apply, clear, history, saved);
    box.setMinWidth(LEAST);
    saved.setMinWidth(0);
    saved.maxWidthProperty().bind(row.widthProperty().multiply(BUTTONS_SHARE));
    row.getStyleClass().add("filter-row");
    getChildren().addAll(row, message);
    getStyleClass().add("filter-bar");
    model.state().subscribe(this::show);
    model.applied().subscribe(_ -> show(model.state().get()));
    fillHistory();
  }

  private static Button button(String id, String text, Runnable action) {
    var button = new Button(text);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void show(FilterState state) {
    FilterStyle.apply(box, state);
    FilterStyle.apply(word, state);
    word.setText(FilterStyle.mark(state));
    message.setText(
        switch (state) {
          case FilterState.Wrong(var text, var from, var length) when from >= 0 ->
              "At character " + (from + 1) + place(from, length) + ": " + text;
          case FilterState.Empty _,
              FilterState.Valid _,
              FilterState.Doubtful _,
              FilterState.Wrong _ ->
              state.message();
        });
    box.setAccessibleHelp(state.word() + " " + state.message());
  }

  private String place(int from, int length) {
    String text = model.text().get();
    int to = Math.min(text.length(), from + length);
    return from < to ? ", “" + PlainText.of(text.substring(from, to)) + "”" : "";
  }

  private void fillHistory() {
    history.getItems().clear();
    for (String text : model.history()) {
      var item = new MenuItem(PlainText.of(text));
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> {
        model.use(text);
        box.requestFocus();
      });
      history.getItems().add(item);
    }
    if (history.getItems().isEmpty()) {
      var none = new MenuItem("No filter applied yet");
      none.setDisable(true);
      history.getItems().add(none);
    }
  }

  private void key(KeyEvent event) {
    if (completion.key(event)) {
      event.consume();
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      completion.hide();
      model.apply();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN && event.isAltDown()) {
      history.show();
      event.consume();
    }
  }

  /** Puts the focus into the box. */
  void focusBox() {
    box.requestFocus();
    box.selectAll();
  }

  /** Starts a filter with what was typed elsewhere. */
  void type(String text) {
    box.requestFocus();
    box.setText(text);
    box.positionCaret(text.length());
    completion.offer();
  }
}
