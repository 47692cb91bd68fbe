package org.roamscope.gui.view;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.roamscope.gui.viewmodel.FindQuery;
import org.roamscope.gui.viewmodel.FindViewModel;

/** Edit &gt; Find packet: what to look for, where, and what came of it. */
final class FindBar extends HBox {
  private final FindViewModel model;
  private final TextField box = new TextField();

  /**
   * A bar, hidden until it is asked for.
   *
   * @param closed told when the user closes it
   */
  FindBar(FindViewModel model, Runnable closed) {
    this.model = model;
    var kind = new ComboBox<FindQuery.Kind>();
    kind.setId("find-kind");
    kind.setAccessibleText("What to look in");
    kind.getItems().setAll(FindQuery.Kind.values());
    kind.valueProperty().bindBidirectional(model.kind());
    box.setId("find");
    box.setPromptText("Find packet");
    box.setAccessibleText("Find packet");
    box.textProperty().bindBidirectional(model.text());
    box.addEventFilter(KeyEvent.KEY_PRESSED, this::enter);
    HBox.setHgrow(box, Priority.ALWAYS);
    var answer = Texts.label("", "find-answer");
    answer.setId("find-answer");
    answer.textProperty().bind(model.answer());
    model.answer().subscribe(said -> box.setAccessibleHelp(said));
    var close = button("find-close", "Close", () -> close(closed));
    getChildren()
        .addAll(
            kind,
            box,
            button("find-previous", "Previous", () -> model.find(-1)),
            button("find-next", "Next", () -> model.find(1)),
            answer,
            close);
    getStyleClass().add("filter-row");
    setId("find-bar");
    addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, closed));
    visibleProperty().bind(model.visible());
    managedProperty().bind(model.visible());
  }

  private static Button button(String id, String text, Runnable action) {
    var button = new Button(text);
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void key(KeyEvent event, Runnable closed) {
    if (event.getCode() == KeyCode.ESCAPE) {
      close(closed);
      event.consume();
    }
  }

  private void enter(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      model.find(event.isShiftDown() ? -1 : 1);
      event.consume();
    }
  }

  private void close(Runnable closed) {
    model.cancel();
    model.visible().set(false);
    closed.run();
  }

  /** Shows the bar and puts the focus into its box. */
  void focusBox() {
    model.visible().set(true);
    box.requestFocus();
    box.selectAll();
  }
}
