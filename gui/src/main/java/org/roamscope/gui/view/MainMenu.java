package org.roamscope.gui.view;

import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** The menu bar. It lists what works, and nothing else. */
final class MainMenu extends MenuBar {
  /** What the menu asks of its window. */
  interface Actions {
    /** Lets the user choose a capture. */
    void open();

    /** Ends the application. */
    void quit();

    /** Says what this is. */
    void about();
  }

  MainMenu(Actions actions, BooleanProperty darkProperty) {
    var open = item("open", "_Open…", actions::open);
    open.setAccelerator(shortcut(KeyCode.O));
    var quit = item("quit", "_Quit", actions::quit);
    quit.setAccelerator(shortcut(KeyCode.Q));
    var file = new Menu("_File", null, open, new SeparatorMenuItem(), quit);

    var dark = new CheckMenuItem("_Dark");
    dark.setId("dark");
    dark.selectedProperty().bindBidirectional(darkProperty);
    var view = new Menu("_View", null, dark);

    var help = new Menu("_Help", null, item("about", "_About Roamscope", actions::about));
    getMenus().addAll(file, view, help);
  }

  private static MenuItem item(String id, String text, Runnable action) {
    var item = new MenuItem(text);
    item.setId(id);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private static KeyCombination shortcut(KeyCode key) {
    return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
  }
}
