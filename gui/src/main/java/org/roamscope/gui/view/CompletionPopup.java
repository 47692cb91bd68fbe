package org.roamscope.gui.view;

import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import org.roamscope.filter.FilterCompletion;
import org.roamscope.filter.FilterCompletion.Candidate;
import org.roamscope.gui.viewmodel.FilterViewModel;

/** What could follow in the filter box. The box keeps the focus; Down and Up choose. */
final class CompletionPopup {
  private static final int SHOWN = 10;
  private static final double WIDTH = 46;

  private final TextField box;
  private final FilterViewModel model;
  private final ListView<Candidate> list = new ListView<>();
  private final Popup popup = new Popup();
  private @Nullable FilterCompletion completion;
  private boolean inserting;

  CompletionPopup(TextField box, FilterViewModel model) {
    this.box = box;
    this.model = model;
    list.setId("filter-completion");
    list.setFocusTraversable(false);
    list.setAccessibleText("Fields and values that could follow");
    list.getStyleClass().add("completion");
    list.setCellFactory(_ -> new Cell());
    list.setOnMouseClicked(_ -> accept());
    popup.setAutoHide(true);
    popup.setAutoFix(true);
    popup.getContent().add(list);
    box.setOnKeyTyped(event -> {
      String text = event.getCharacter();
      if (!event.isShortcutDown() && !text.isEmpty() && !Character.isISOControl(text.charAt(0))) {
        offer();
      } else if (popup.isShowing()) {
        offer();
      }
    });
    box.focusedProperty()
        .subscribe(focused -> {
          if (!focused) {
            hide();
          }
        });
  }

  /** Shows what could follow at the caret. */
  void offer() {
    if (inserting) {
      return;
    }
    FilterCompletion found = model.completion(box.getCaretPosition());
    completion = found;
    Bounds bounds = box.localToScreen(box.getBoundsInLocal());
    boolean whole =
        found.candidates().size() == 1
            && found.candidates().getFirst().text().length() == found.to() - found.from();
    if (found.candidates().isEmpty() || whole || bounds == null) {
      hide();
      return;
    }
    list.getItems().setAll(found.candidates());
    list.getSelectionModel().clearSelection();
    list.scrollTo(0);
    double size = box.getFont().getSize();
    list.setFixedCellSize((double) Math.round(size * 1.9));
    list.setPrefHeight(list.getFixedCellSize() * Math.min(SHOWN, list.getItems().size()) + 4);
    list.setPrefWidth(Math.min(bounds.getWidth(), size * WIDTH));
    list.setStyle("-fx-font-size: " + size + "px;");
    popup.show(box, bounds.getMinX(), bounds.getMaxY());
  }

  /** Takes a key when it is for the popup; false leaves it to the box. */
  boolean key(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
      offer();
      return true;
    }
    if (!popup.isShowing() || event.isAltDown() || event.isShortcutDown()) {
      return false;
    }
    int at = list.getSelectionModel().getSelectedIndex();
    int count = list.getItems().size();
    return switch (event.getCode()) {
      case DOWN -> choose(Math.min(count - 1, at + 1));
      case UP -> choose(Math.max(0, at - 1));
      case PAGE_DOWN -> choose(Math.min(count - 1, at + SHOWN));
      case PAGE_UP -> choose(Math.max(0, at - SHOWN));
      case ENTER -> at >= 0 && accept();
      case TAB -> (at >= 0 || choose(0)) && accept();
      case ESCAPE -> hide();
      default -> false;
    };
  }

  private boolean choose(int index) {
    list.getSelectionModel().select(index);
    list.scrollTo(Math.max(0, index - SHOWN / 2));
    return true;
  }

  private boolean accept() {
    Candidate candidate = list.getSelectionModel().getSelectedItem();
    FilterCompletion now = completion;
    if (candidate == null || now == null) {
      return false;
    }
    inserting = true;
    int caret = model.complete(now, candidate);
    box.positionCaret(caret);
    inserting = false;
    hide();
    return true;
  }

  /** Closes it. */
  boolean hide() {
    popup.hide();
    return true;
  }

  private static final class Cell extends ListCell<Candidate> {
    private final Label text = new Label();
    private final Label label = new Label();
    private final HBox line = new HBox(text, space(), label);

    Cell() {
      text.getStyleClass().add("candidate");
      label.getStyleClass().add("quiet");
      text.setMinWidth(Region.USE_PREF_SIZE);
      line.getStyleClass().add("line");
      setPrefWidth(0);
    }

    private static Region space() {
      var space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      return space;
    }

    @Override
    protected void updateItem(@Nullable Candidate candidate, boolean empty) {
      super.updateItem(candidate, empty);
      if (empty || candidate == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      text.setText(candidate.text());
      label.setText(candidate.label());
      setGraphic(line);
      setAccessibleText(candidate.text() + " " + candidate.label());
    }
  }
}
