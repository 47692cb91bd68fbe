package org.roamscope.gui.view;

import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import org.roamscope.gui.viewmodel.MainViewModel;

/** Every key there is: those of the menus, read from the menus, and those of the panes. */
final class ShortcutsDialog extends Dialog<Void> {
  private static final String[][] PANES = {
    {"Filter box", "Enter", "apply"},
    {"Filter box", "Ctrl+Space", "what could follow"},
    {"Filter box", "Down, Up, Tab", "choose and take a proposal"},
    {"Filter box", "Alt+Down", "filters asked before"},
    {"Find packet", "Enter, Shift+Enter", "next, previous"},
    {"Find packet", "Escape", "stop and close"},
    {"Packet list", "a letter", "begin a filter"},
    {"Packet list", "Shift+F10", "filter by the packet, copy"},
    {"Details", "Right, Left", "open; close or go up"},
    {"Details", "Enter", "open or close"},
    {"Details", "Backspace", "go up"},
    {"Details", "Shift+Right, Shift+Left", "open or close all below"},
    {"Details", "Shift+F10", "filter by the field, copy"},
    {"Bytes", "arrows, Home, End, Page Up, Page Down", "move; the details follow"},
    {"Findings, IKE SAs, ladder, comments", "Enter", "go to the packet"},
    {"Timeline", "+, -, 0", "more, less, all of it"},
    {"Timeline", "Left, Right, Home, End", "move"},
    {"Timeline", "Page Down, Page Up", "next and previous mark"},
    {"Timeline", "Enter", "go to the packet or the handover"},
    {"Columns in the preferences", "Space", "show or hide one"},
    {"Columns in the preferences", "Alt+Up, Alt+Down", "move one"},
    {"Configuration profiles", "Enter, Delete", "use or delete one"},
  };

  ShortcutsDialog(Window owner, MainViewModel model, MenuBar menus) {
    initOwner(owner);
    setTitle("Keyboard shortcuts");
    var grid = new GridPane();
    grid.getStyleClass().add("shortcuts");
    int row = 0;
    for (Menu menu : menus.getMenus()) {
      for (MenuItem item : menu.getItems()) {
        if (item.getAccelerator() != null) {
          add(grid, row++, name(menu), item.getAccelerator().getDisplayText(), name(item));
        }
      }
    }
    for (String[] line : PANES) {
      add(grid, row++, line[0], line[1], line[2]);
    }
    var scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setPrefViewportHeight(480);
    getDialogPane().setId("shortcuts-pane");
    getDialogPane().setContent(scroll);
    getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
    Theme.dress(getDialogPane().getScene());
    Theme.follow(getDialogPane(), model.dark(), model.zoom());
  }

  private static void add(GridPane grid, int row, String where, String key, String what) {
    grid.addRow(row, Texts.label(where, "quiet"), Texts.label(key, "key"), Texts.label(what));
  }

  private static String name(MenuItem item) {
    return item.getText().replace("_", "");
  }
}
