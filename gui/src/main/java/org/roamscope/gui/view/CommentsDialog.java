package org.roamscope.gui.view;

import java.util.function.Consumer;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.roamscope.gui.viewmodel.MainViewModel;
import org.roamscope.gui.viewmodel.PacketComments;

/** Every comment on a packet, the user's own and those of the captures, beside the main window. */
final class CommentsDialog extends Dialog<Void> {
  private final PacketComments model;
  private final ReportTable<PacketComments.Line> table =
      new ReportTable<>("comments-list", "No packet has a comment");

  CommentsDialog(Window owner, MainViewModel main, Consumer<String> go) {
    model = main.workspace().comments();
    initOwner(owner);
    initModality(Modality.NONE);
    setResizable(true);
    setTitle("Comments on packets");
    table.setAccessibleText("Comments on packets; Enter goes to the packet");
    table
        .column("Packet", 80, PacketComments.Line::number)
        .column("Whose", 80, line -> line.own() ? "✎ yours" : "capture")
        .column("Comment", 520, PacketComments.Line::text);
    table.go(line -> go.accept(line.number()));
    var leftOut = Texts.wrapped("", "quiet");
    leftOut.managedProperty().bind(leftOut.textProperty().isNotEmpty());
    VBox.setVgrow(table, Priority.ALWAYS);
    var content =
        new VBox(
            8,
            Texts.wrapped(
                "Enter goes to the packet. Your own comments (Ctrl+Alt+C) go into exports of"
                    + " packets.",
                "quiet"),
            table,
            leftOut);
    DialogSize.set(content, 720, 380, main.zoom());
    getDialogPane().setId("comments-pane");
    getDialogPane().setContent(content);
    getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    Theme.dress(getDialogPane().getScene());
    Theme.follow(getDialogPane(), main.dark(), main.zoom());
    model.changes().subscribe(_ -> list());
    main.work()
        .subscribe(_ -> {
          list();
          leftOut.setText(model.leftOut());
        });
    setOnShown(_ -> table.requestFocus());
  }

  private void list() {
    table.getItems().setAll(model.lines());
    if (!table.getItems().isEmpty()) {
      table.getSelectionModel().select(0);
    }
  }
}
