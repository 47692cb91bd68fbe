package org.roamscope.gui.view;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextInputDialog;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.roamscope.gui.viewmodel.ConfigurationProfiles;
import org.roamscope.gui.viewmodel.MainViewModel;
import org.roamscope.gui.viewmodel.ProfileFolders;

/** Chooses between configuration profiles, and makes, renames, deletes and exchanges them. */
final class ProfilesDialog extends Dialog<Void> {
  private final Window owner;
  private final MainViewModel main;
  private final ConfigurationProfiles model;
  private final ListView<String> list = new ListView<>();

  ProfilesDialog(Window owner, MainViewModel main) {
    this.owner = owner;
    this.main = main;
    model = main.workspace().profiles();
    initOwner(owner);
    initModality(Modality.NONE);
    setResizable(true);
    setTitle("Configuration profiles");
    var said = Texts.wrapped("", "quiet");
    said.setId("profiles-said");
    said.textProperty().bind(model.said());
    said.managedProperty().bind(said.textProperty().isNotEmpty());
    furnish();
    var middle = new HBox(8, list, buttons());
    VBox.setVgrow(middle, Priority.ALWAYS);
    var content =
        new VBox(
            8,
            Texts.wrapped(
                "A profile has its own preferences, colour rules, filter buttons and hosts. Which"
                    + " specification decides is one of its preferences.",
                "quiet"),
            middle,
            said);
    DialogSize.set(content, 520, 420, main.zoom());
    getDialogPane().setId("profiles-pane");
    getDialogPane().setContent(content);
    getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    Theme.dress(getDialogPane().getScene());
    Theme.follow(getDialogPane(), main.dark(), main.zoom());
    setOnShown(_ -> {
      list.getSelectionModel().clearSelection();
      list.getSelectionModel().select(model.current().get());
      list.requestFocus();
    });
  }

  private void furnish() {
    list.setId("profiles");
    list.setAccessibleText("Configuration profiles; Enter takes one into use");
    list.setItems(model.names());
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setCellFactory(_ -> new Cell());
    list.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        use();
      }
    });
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        use();
        event.consume();
      } else if (event.getCode() == KeyCode.DELETE) {
        delete();
        event.consume();
      }
    });
    model.current().subscribe(_ -> list.refresh());
    HBox.setHgrow(list, Priority.ALWAYS);
  }

  private final class Cell extends ListCell<String> {
    @Override
    protected void updateItem(@Nullable String name, boolean empty) {
      super.updateItem(name, empty);
      setText(name == null || empty ? "" : name.equals(model.current().get()) ? "✓ " + name : name);
    }
  }

  private VBox buttons() {
    var focused = list.getSelectionModel().selectedItemProperty();
    ObservableBooleanValue none = focused.isNull();
    ObservableBooleanValue fixed = focused.isNull().or(focused.isEqualTo(ProfileFolders.DEFAULT));
    var use = button("use", "_Use", this::use, none);
    var copy = button("copy", "_Copy…", this::copy, none);
    var rename = button("rename", "_Rename…", this::rename, fixed);
    var delete = button("delete", "_Delete", this::delete, fixed);
    var export = button("export", "_Export…", this::export, none);
    var buttons =
        new VBox(
            6,
            use,
            button("new", "_New…", this::create),
            copy,
            rename,
            delete,
            button("import", "_Import…", this::take),
            export);
    buttons.setMinWidth(VBox.USE_PREF_SIZE);
    return buttons;
  }

  private static Button button(
      String id, String words, Runnable action, ObservableBooleanValue disabled) {
    var button = button(id, words, action);
    button.disableProperty().bind(disabled);
    return button;
  }

  private static Button button(String id, String words, Runnable action) {
    var button = new Button(words);
    button.setId("profiles-" + id);
    button.setMnemonicParsing(true);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  // ---- what the buttons do -------------------------------------------------------------------

  private @Nullable String selected() {
    return list.getSelectionModel().getSelectedItem();
  }

  private void use() {
    String name = selected();
    if (name != null) {
      model.choose(name);
    }
  }

  private void create() {
    ask("New profile", "", model::create);
  }

  private void copy() {
    String from = selected();
    if (from != null) {
      ask("Copy of " + from, from + " copy", name -> model.copy(from, name));
    }
  }

  private void rename() {
    String from = selected();
    if (from != null) {
      ask("Rename " + from, from, name -> model.rename(from, name));
    }
  }

  private void delete() {
    String name = selected();
    if (name == null || name.equals(ProfileFolders.DEFAULT)) {
      return;
    }
    var delete = new ButtonType("Delete");
    var alert =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            "Delete the profile " + name + " with all its settings?",
            delete,
            ButtonType.CANCEL);
    alert.initOwner(owner);
    alert.setTitle("Configuration profiles");
    alert.setHeaderText(null);
    alert.getDialogPane().setId("profiles-delete-pane");
    alert.getDialogPane().lookupButton(delete).setId("profiles-delete-yes");
    Theme.dress(alert.getDialogPane().getScene());
    Theme.follow(alert.getDialogPane(), main.dark(), main.zoom());
    alert
        .resultProperty()
        .subscribe(answer -> {
          if (delete.equals(answer)) {
            model.delete(name);
          }
        });
    alert.show();
  }

  private void take() {
    FileChoice.open(owner, "Import profiles from a zip archive").ifPresent(model::importFrom);
  }

  private void export() {
    List<String> names = List.copyOf(list.getSelectionModel().getSelectedItems());
    FileChoice.save(
            owner,
            "Export profiles as a zip archive",
            "profiles.zip",
            main.workspace().exportFolder().get())
        .ifPresent(zip -> model.exportTo(zip, names));
  }

  /** Asks for a name; OK waits until it can be one. */
  private void ask(String title, String proposal, Consumer<String> then) {
    var dialog = new TextInputDialog(proposal);
    dialog.initOwner(owner);
    dialog.setTitle(title);
    dialog.setHeaderText(null);
    dialog.setGraphic(null);
    dialog.setContentText("Name:");
    var pane = dialog.getDialogPane();
    pane.setId("profile-name-pane");
    var why = Texts.wrapped("", "filter-message");
    why.setId("profile-name-why");
    var content = new VBox(6, pane.getContent(), why);
    pane.setContent(content);
    pane.setPrefWidth(420);
    dialog.getEditor().setAccessibleText("Name of the profile");
    var ok = pane.lookupButton(ButtonType.OK);
    dialog
        .getEditor()
        .textProperty()
        .subscribe(name -> {
          String refusal = name.isEmpty() ? "" : model.refusal(name).orElse("");
          why.setText(name.equals(proposal) ? "" : refusal);
          ok.setDisable(model.refusal(name).isPresent());
        });
    dialog
        .resultProperty()
        .subscribe(name -> {
          if (name != null) {
            then.accept(name);
          }
        });
    Theme.dress(pane.getScene());
    Theme.follow(pane, main.dark(), main.zoom());
    dialog.show();
  }
}
