package org.roamscope.gui.view;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
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
  private final Label counts = Texts.wrapped("", "quiet");
  private final TextArea whole = new TextArea();

  CommentsDialog(Window owner, MainViewModel main, Consumer<String> go) {
    model = main.workspace().comments();
    initOwner(owner);
    initModality(Modality.NONE);
    setResizable(true);
    setTitle("Comments on packets");
    table.setAccessibleText("Comments on packets; Enter goes to the packet");
    table
        .column(
            "Packet",
            80,
            PacketComments.Line::number,
            Comparator.comparingInt(PacketComments.Line::row))
        .column("Whose", 92, line -> line.own() ? "✎ yours" : "capture")
        .column("Comment", 500, PacketComments.Line::text)
        .fitted(1);
    counts.setId("comments-counts");
    whole.setId("comments-whole");
    whole.setAccessibleText("The whole comment");
    whole.setEditable(false);
    whole.setWrapText(true);
    whole.setPrefRowCount(4);
    whole.setMinHeight(TextArea.USE_PREF_SIZE);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(line -> whole.setText(line == null ? "" : line.whole()));
    table.go(line -> go.accept(line.number()));
    var leftOut = Texts.wrapped("", "quiet");
    leftOut.managedProperty().bind(leftOut.textProperty().isNotEmpty());
    VBox.setVgrow(table, Priority.ALWAYS);
    var content = new VBox(8, counts, table, whole, leftOut);
    DialogSize.set(content, 720, 460, main.zoom());
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

  /** What was looked at stays looked at, where it is still there. */
  private void list() {
    List<PacketComments.Line> lines = model.lines();
    PacketComments.Line before = table.getSelectionModel().getSelectedItem();
    table.getItems().setAll(lines);
    table.sort();
    int same = before == null ? -1 : table.getItems().indexOf(before);
    if (!lines.isEmpty()) {
      table.getSelectionModel().select(Math.max(0, same));
    }
    long own = lines.stream().filter(PacketComments.Line::own).count();
    counts.setText(
        lines.size()
            + (lines.size() == 1 ? " comment, " : " comments, ")
            + own
            + " of them yours. Enter goes to the packet; Ctrl+Alt+C there changes your comment, and"
            + " exports of packets have it.");
  }
}
