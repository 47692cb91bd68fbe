package org.roamscope.gui.view;

import java.util.function.Consumer;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.Window;
import org.roamscope.gui.viewmodel.FilterButton;
import org.roamscope.gui.viewmodel.FilterButtonsViewModel;
import org.roamscope.gui.viewmodel.FilterState;
import org.roamscope.gui.viewmodel.MainViewModel;

/** Asks for the label, the filter and the comment of a saved filter. */
final class FilterButtonDialog extends Dialog<Void> {
  private final FilterButton old;
  private final TextField label = new TextField();
  private final TextField filter = new TextField();
  private final TextField comment = new TextField();
  private final Label word = new Label();
  private final Label why = Texts.wrapped("", "filter-message");

  /**
   * A dialog.
   *
   * @param old what it begins with
   * @param then told what it ends with, unless it is cancelled
   */
  FilterButtonDialog(
      Window owner,
      MainViewModel model,
      String title,
      FilterButton old,
      Consumer<FilterButton> then) {
    this.old = old;
    initOwner(owner);
    setTitle(title);
    setHeaderText(null);
    setResizable(true);
    label.setText(old.label());
    label.setPromptText("K refused; “Group//K refused” stands in the menu of a group");
    filter.setText(old.filter());
    filter.getStyleClass().add("filter-box");
    comment.setText(old.comment());
    word.getStyleClass().add("filter-word");
    word.setMinWidth(Label.USE_PREF_SIZE);
    why.setId("filter-button-why");
    HBox.setHgrow(filter, Priority.ALWAYS);
    GridPane.setHgrow(label, Priority.ALWAYS);
    var fields = new GridPane(8, 8);
    fields.addRow(0, named("_Label", "label", label), label);
    fields.addRow(1, named("_Filter", "filter", filter), new HBox(6, filter, word));
    fields.addRow(2, named("_Comment", "comment", comment), comment);
    fields.add(why, 1, 3);
    DialogSize.set(fields, 640, 190, model.zoom());
    var pane = getDialogPane();
    pane.setId("filter-button-pane");
    pane.setContent(fields);
    pane.getButtonTypes().addAll(ButtonType.OK, ButtonType.CANCEL);
    pane.lookupButton(ButtonType.OK).setId("filter-button-ok");
    label.textProperty().subscribe(_ -> judge());
    filter.textProperty().subscribe(_ -> judge());
    setResultConverter(button -> {
      if (button == ButtonType.OK) {
        then.accept(typed());
      }
      return null;
    });
    Theme.dress(pane.getScene());
    Theme.follow(pane, model.dark(), model.zoom());
    setOnShown(_ -> label.requestFocus());
  }

  private static Label named(String words, String id, TextField field) {
    field.setId("filter-button-" + id);
    field.setAccessibleText(words.replace("_", ""));
    var name = new Label(words);
    name.setMnemonicParsing(true);
    name.setLabelFor(field);
    name.setMinWidth(Label.USE_PREF_SIZE);
    return name;
  }

  private FilterButton typed() {
    return new FilterButton(old.shown(), label.getText(), filter.getText(), comment.getText());
  }

  private void judge() {
    FilterButton now = typed();
    FilterState state = now.state();
    FilterStyle.apply(filter, state);
    FilterStyle.apply(word, state);
    word.setText(FilterStyle.mark(state));
    String refusal = FilterButtonsViewModel.refusal(now).orElse("");
    // What comes from another program may get a better label although its filter is unknown here.
    boolean mayStay = !now.label().isEmpty() && now.filter().equals(old.filter());
    getDialogPane()
        .lookupButton(ButtonType.OK)
        .setDisable(!refusal.isEmpty() && !(mayStay && !old.label().isEmpty()));
    why.setText(refusal.isEmpty() ? state.message() : refusal);
  }
}
