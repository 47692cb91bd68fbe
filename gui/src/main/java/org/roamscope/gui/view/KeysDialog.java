package org.roamscope.gui.view;

import java.io.File;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.PlainText;
import org.roamscope.gui.viewmodel.KeysViewModel;
import org.roamscope.gui.viewmodel.KeysViewModel.Line;
import org.roamscope.gui.viewmodel.MainViewModel;

/** Chooses key files, shows what they open, and uses them. The main window stays usable. */
final class KeysDialog extends Dialog<Void> {
  private final Stage owner;
  private final KeysViewModel model;
  private final ListView<Path> files;

  KeysDialog(Stage owner, MainViewModel main) {
    this.owner = owner;
    model = main.keyFiles();
    files = new ListView<>(model.files());
    initOwner(owner);
    initModality(Modality.NONE);
    setTitle("Keys");
    setResizable(true);
    var said = Texts.wrapped("");
    said.setId("keys-said");
    said.textProperty().bind(model.said());
    var table = coverage();
    VBox.setVgrow(table, Priority.ALWAYS);
    var content =
        new VBox(
            8,
            Texts.wrapped(
                "Wireshark's tables, keys.json, logs of strongSwan and libreswan, output of ip"
                    + " xfrm state. Keys stay in memory and are never shown.",
                "quiet"),
            new HBox(8, list(), buttons()),
            said,
            table);
    DialogSize.set(content, 820, 520, main.zoom());
    getDialogPane().setId("keys-pane");
    getDialogPane().setContent(content);
    var apply = new ButtonType("Use these keys", ButtonBar.ButtonData.OK_DONE);
    getDialogPane().getButtonTypes().addAll(apply, ButtonType.CANCEL);
    var use = getDialogPane().lookupButton(apply);
    use.setId("keys-use");
    model.usable().subscribe(usable -> use.setDisable(!usable));
    setResultConverter(button -> {
      if (button == apply) {
        model.apply();
      }
      return null;
    });
    Theme.dress(getDialogPane().getScene());
    Theme.follow(getDialogPane(), main.dark(), main.zoom());
    model.check();
  }

  private ListView<Path> list() {
    files.setId("keys-files");
    files.setAccessibleText("Key files and folders that are chosen");
    files.setPlaceholder(Texts.label("No key file"));
    files.setPrefHeight(120);
    files.setCellFactory(_ ->
        new ListCell<>() {
          @Override
          protected void updateItem(@Nullable Path file, boolean empty) {
            super.updateItem(file, empty);
            setText(file == null || empty ? "" : PlainText.of(file.toString()));
          }
        });
    HBox.setHgrow(files, Priority.ALWAYS);
    return files;
  }

  private VBox buttons() {
    var remove = button("keys-remove", "_Remove", this::remove);
    files
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(file -> remove.setDisable(file == null));
    return new VBox(
        6,
        button("keys-add", "_Add files…", this::addFiles),
        button("keys-folder", "Add _folder…", this::addFolder),
        button(
            "keys-wireshark",
            "Those of _Wireshark",
            () ->
                model.addWireshark(System.getenv(), Path.of(System.getProperty("user.home", ".")))),
        remove);
  }

  private static Button button(String id, String text, Runnable action) {
    var button = new Button(text);
    button.setId(id);
    button.setMnemonicParsing(true);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void addFiles() {
    var chooser = new FileChooser();
    chooser.setTitle("Key files");
    List<File> chosen = chooser.showOpenMultipleDialog(owner);
    if (chosen != null) {
      model.add(chosen.stream().map(File::toPath).toList());
    }
  }

  private void addFolder() {
    var chooser = new DirectoryChooser();
    chooser.setTitle("Folder with key files");
    File chosen = chooser.showDialog(owner);
    if (chosen != null) {
      model.add(List.of(chosen.toPath()));
    }
  }

  private void remove() {
    Path file = files.getSelectionModel().getSelectedItem();
    if (file != null) {
      model.remove(file);
    }
  }

  private ReportTable<Line> coverage() {
    var table = new ReportTable<Line>("keys-coverage", "No encrypted packets");
    table.setAccessibleText("What the keys open, for each SA");
    table.setItems(model.lines());
    return table
        .column("SA", 330, Line::subject)
        .column(
            "Open",
            60,
            line -> Long.toString(line.opened()),
            Comparator.comparingLong(Line::opened))
        .column(
            "Closed",
            60,
            line -> Long.toString(line.closed()),
            Comparator.comparingLong(Line::closed))
        .column("With the key in", 180, Line::keys)
        .column("To fetch", 420, Line::fetch);
  }
}
