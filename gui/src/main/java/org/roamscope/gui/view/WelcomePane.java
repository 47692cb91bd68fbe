package org.roamscope.gui.view;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What an empty window says: what this is, what works today, what does not yet. */
final class WelcomePane extends ScrollPane {
  private final Button open;

  WelcomePane(ObservableValue<String> auditCommand, Runnable openAction) {
    var name = text("Roamscope", Styles.TITLE_1);
    var question = text("When this phone moved, did its keys move with it?", "question");
    var purpose =
        text(
            "Roamscope reads captures of Mobile IPv6, DSMIPv6 and IKE signalling, follows every"
                + " phone through each handover, and tells, with the frames and the clause that"
                + " prove it, whether its keys moved along.");
    var head = new VBox(name, question, purpose);
    head.getStyleClass().add("head");

    open = new Button("Open a capture…");
    open.getStyleClass().add(Styles.ACCENT);
    open.setId("welcome-open");
    open.setOnAction(_ -> openAction.run());
    var today =
        card(
            "What works today",
            text("The audit runs on the command line:"),
            command(auditCommand),
            open,
            text(
                "An opened capture goes into the command; it is not analysed here yet.",
                Styles.TEXT_MUTED));
    var later =
        card(
            "What comes later",
            text(
                "The packet list, the timeline of handovers and the findings come to this window"
                    + " with a later release."));

    var column = new VBox(head, today, later);
    column.getStyleClass().add("column");
    var page = new StackPane(column);
    page.getStyleClass().add("page");
    StackPane.setAlignment(column, Pos.TOP_CENTER);
    setContent(page);
    setId("welcome");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().add("welcome");
  }

  /** Puts the focus on what a newcomer most likely does next. */
  void focusFirst() {
    open.requestFocus();
  }

  /** The command as text that can be selected, with a button that copies it. */
  private static Node command(ObservableValue<String> auditCommand) {
    var field = new TextField();
    field.setId("audit-command");
    field.setEditable(false);
    field.setAccessibleText("Command that runs the audit");
    field.textProperty().bind(auditCommand);
    HBox.setHgrow(field, Priority.ALWAYS);

    var copy = new Button("Copy");
    copy.setId("copy-command");
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setOnAction(_ -> {
      var content = new ClipboardContent();
      content.putString(auditCommand.getValue());
      Clipboard.getSystemClipboard().setContent(content);
    });
    var row = new HBox(field, copy);
    row.getStyleClass().add("command");
    return row;
  }

  private static Node card(String title, Node... content) {
    var card = new VBox(text(title, Styles.TITLE_4));
    card.getChildren().addAll(content);
    card.getStyleClass().add("panel");
    return card;
  }

  private static Label text(String text, String... styles) {
    var label = new Label(text);
    label.setWrapText(true);
    // Wrapped text must get its full height; a label alone would rather be cut to one line.
    label.setMinHeight(USE_PREF_SIZE);
    label.getStyleClass().addAll(styles);
    return label;
  }
}
