package org.roamscope.gui.view;

import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.roamscope.decode.output.Column;
import org.roamscope.gui.viewmodel.MainViewModel;
import org.roamscope.gui.viewmodel.PacketComments;

/** Edits the user's comment on the selected packet. */
final class CommentDialog extends Dialog<Void> {
  CommentDialog(Stage owner, MainViewModel model) {
    int row = model.selected().get();
    var comments = model.workspace().comments();
    initOwner(owner);
    setTitle("Comment on packet " + model.text(row, Column.NO));
    setHeaderText(null);
    setResizable(true);
    var text = new TextArea(comments.on(row).orElse(""));
    text.setId("comment-text");
    text.setAccessibleText("Comment; it is written when packets are exported");
    text.setWrapText(true);
    text.setTextFormatter(
        new TextFormatter<>(change ->
            change.getControlNewText().length() > PacketComments.MAX_LENGTH ? null : change));
    getDialogPane().setId("comment-pane");
    var content = new StackPane(text);
    DialogSize.set(content, 520, 180, model.zoom());
    getDialogPane().setContent(content);
    var delete = new ButtonType("Delete", ButtonBar.ButtonData.LEFT);
    getDialogPane().getButtonTypes().addAll(ButtonType.OK, ButtonType.CANCEL, delete);
    var remove = getDialogPane().lookupButton(delete);
    remove.setId("comment-delete");
    remove.setDisable(comments.on(row).isEmpty());
    getDialogPane().lookupButton(ButtonType.OK).setId("comment-ok");
    setResultConverter(button -> {
      if (button == ButtonType.OK) {
        comments.set(row, text.getText());
      } else if (button == delete) {
        comments.set(row, "");
      }
      return null;
    });
    Theme.dress(getDialogPane().getScene());
    Theme.follow(getDialogPane(), model.dark(), model.zoom());
    setOnShown(_ -> text.requestFocus());
  }

  /** Asks whether comments that were not exported may be lost. */
  static boolean mayLose(Stage owner, MainViewModel model) {
    var lose = new ButtonType("Lose them", ButtonBar.ButtonData.OK_DONE);
    var alert =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            "Your comments on packets were not exported (File > Export > Displayed packets).",
            lose,
            ButtonType.CANCEL);
    alert.initOwner(owner);
    alert.setTitle("Comments");
    alert.setHeaderText(null);
    alert.getDialogPane().setId("lose-comments");
    Theme.dress(alert.getDialogPane().getScene());
    Theme.follow(alert.getDialogPane(), model.dark(), model.zoom());
    return alert.showAndWait().filter(lose::equals).isPresent();
  }
}
