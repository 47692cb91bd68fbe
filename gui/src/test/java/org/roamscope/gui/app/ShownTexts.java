package org.roamscope.gui.app;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.PlainText;

/**
 * Every text of every window that is open; on the JavaFX thread. What a canvas draws is not one.
 */
final class ShownTexts {
  /** A text and where it stands. */
  record Shown(String where, String text, boolean oneLine) {
    /** True when it holds a character that may move, hide or colour others. */
    boolean unsafe() {
      return !text.codePoints().allMatch(c -> PlainText.passes(c) || !oneLine && c == '\n');
    }
  }

  private final List<Shown> all = new ArrayList<>();

  private ShownTexts() {}

  static List<Shown> now() {
    var texts = new ShownTexts();
    for (Window window : Window.getWindows()) {
      if (window instanceof Stage stage) {
        texts.add("title", stage.getTitle(), true);
      }
      texts.node(window.getScene().getRoot());
    }
    return texts.all;
  }

  private void add(String where, @Nullable String text, boolean oneLine) {
    if (text != null && !text.isEmpty()) {
      all.add(new Shown(where, text, oneLine));
    }
  }

  private void node(Node node) {
    String where = node.getClass().getSimpleName() + " #" + node.getId();
    add(where + " (accessible)", node.getAccessibleText(), false);
    add(where + " (accessible help)", node.getAccessibleHelp(), false);
    switch (node) {
      case Labeled labeled -> add(where, labeled.getText(), node instanceof IndexedCell);
      case TextInputControl input -> {
        add(where, input.getText(), true);
        add(where + " (prompt)", input.getPromptText(), true);
      }
      case Text text -> add(where, text.getText(), false);
      case MenuBar bar -> bar.getMenus().forEach(this::menu);
      default -> {}
    }
    if (node instanceof Control control) {
      Tooltip tooltip = control.getTooltip();
      add(where + " (tooltip)", tooltip == null ? null : tooltip.getText(), false);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(this::node);
    }
  }

  private void menu(MenuItem item) {
    add("menu", item.getText(), true);
    if (item instanceof Menu menu) {
      menu.getItems().forEach(this::menu);
    }
  }
}
