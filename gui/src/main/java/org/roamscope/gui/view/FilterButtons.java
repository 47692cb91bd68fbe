package org.roamscope.gui.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToolBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.roamscope.field.PlainText;
import org.roamscope.gui.viewmodel.FilterButton;
import org.roamscope.gui.viewmodel.FilterButtonsViewModel;
import org.roamscope.gui.viewmodel.FilterState;
import org.roamscope.gui.viewmodel.MainViewModel;

/** The saved filters: a click applies one, its context menu changes it, {@code +} saves another. */
final class FilterButtons extends HBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private final MainViewModel main;
  private final FilterButtonsViewModel model;
  private final Button add = new Button("+");
  private final ContextMenu more = new ContextMenu();
  private final ToolBar bar = new ToolBar();

  FilterButtons(MainViewModel main) {
    this.main = main;
    model = main.workspace().buttons();
    add.setId("filter-button-add");
    add.setMinWidth(USE_PREF_SIZE);
    add.setAccessibleText("Save the filter as a button");
    add.setTooltip(
        new Tooltip("Save the filter as a button; its context menu imports and shows hidden ones"));
    add.setOnAction(_ -> add());
    more.setId("filter-button-more");
    add.setOnContextMenuRequested(event -> {
      offerMore();
      event.consume();
    });
    bar.setId("filter-buttons");
    bar.setAccessibleText("Saved filters");
    bar.setMinWidth(0);
    getStyleClass().add("filter-buttons");
    getChildren().addAll(add, bar);
    model.all().addListener((ListChangeListener<FilterButton>) _ -> fill());
    fill();
  }

  // ---- buttons -------------------------------------------------------------------------------

  private void fill() {
    Map<String, List<FilterButton>> groups = new LinkedHashMap<>();
    List<Node> nodes = new ArrayList<>();
    for (FilterButton button : model.shown()) {
      if (button.group().isEmpty()) {
        nodes.add(button(button));
      } else if (groups.containsKey(button.group())) {
        groups.get(button.group()).add(button);
      } else {
        List<FilterButton> members = new ArrayList<>(List.of(button));
        groups.put(button.group(), members);
        nodes.add(group(button.group(), members));
      }
    }
    bar.getItems().setAll(nodes);
  }

  private Button button(FilterButton button) {
    var node = new Button(title(button));
    node.setMnemonicParsing(false);
    node.getStyleClass().add("filter-button");
    node.pseudoClassStateChanged(WRONG, isWrong(button));
    node.setTooltip(new Tooltip(button.words()));
    node.setAccessibleText("Filter " + title(button));
    node.setAccessibleHelp(button.words());
    node.setOnAction(_ -> main.filter().use(button.filter()));
    var menu = new ContextMenu();
    menu.setId("filter-button-menu");
    menu.getItems().setAll(changes(button));
    node.setContextMenu(menu);
    return node;
  }

  /** The menu is made when it is asked for: members come after it. */
  private MenuButton group(String name, List<FilterButton> members) {
    var node = new MenuButton(name);
    node.setMnemonicParsing(false);
    node.getStyleClass().add("filter-button");
    node.setAccessibleText("Filters " + name);
    node.setOnShowing(_ ->
        node.getItems()
            .setAll(
                members.stream()
                    .map(one ->
                        plain("filter-of-group", title(one), () -> main.filter().use(one.filter())))
                    .toList()));
    node.setOnContextMenuRequested(event -> {
      more.getItems().setAll(members.stream().map(this::changing).toList());
      more.show(node, Side.BOTTOM, 0, 0);
      event.consume();
    });
    return node;
  }

  private static String title(FilterButton button) {
    String name = button.title().isEmpty() ? "(no label)" : button.title();
    return isWrong(button) ? "✗ " + name : name; // colour is never alone
  }

  private static boolean isWrong(FilterButton button) {
    return button.state() instanceof FilterState.Wrong;
  }

  // ---- changes -------------------------------------------------------------------------------

  private void add() {
    String text = main.filter().text().get().strip();
    new FilterButtonDialog(
            getScene().getWindow(),
            main,
            "Save as filter button",
            new FilterButton(true, "", text, ""),
            model::add)
        .show();
  }

  private void edit(FilterButton button) {
    new FilterButtonDialog(
            getScene().getWindow(),
            main,
            "Filter button " + PlainText.of(button.label()),
            button,
            now -> model.replace(button, now))
        .show();
  }

  private List<MenuItem> changes(FilterButton button) {
    var earlier = plain("filter-button-left", "Move _left", () -> model.move(button, -1));
    earlier.setDisable(!model.canMove(button, -1));
    var later = plain("filter-button-right", "Move _right", () -> model.move(button, 1));
    later.setDisable(!model.canMove(button, 1));
    return List.of(
        mnemonic(plain("filter-button-edit", "_Edit…", () -> edit(button))),
        mnemonic(earlier),
        mnemonic(later),
        mnemonic(
            plain("filter-button-hide", "_Hide", () -> model.replace(button, button.shown(false)))),
        new SeparatorMenuItem(),
        mnemonic(plain("filter-button-remove", "Re_move", () -> model.remove(button))));
  }

  private Menu changing(FilterButton button) {
    var menu = new Menu(title(button));
    menu.setMnemonicParsing(false);
    menu.getItems().setAll(changes(button));
    return menu;
  }

  private void offerMore() {
    var hidden = new Menu("_Show again");
    hidden.setId("filter-button-hidden");
    for (FilterButton button : model.hidden()) {
      hidden
          .getItems()
          .add(
              plain(
                  "filter-button-show",
                  title(button),
                  () -> model.replace(button, button.shown(true))));
    }
    hidden.setDisable(hidden.getItems().isEmpty());
    var take =
        mnemonic(
            plain(
                "filter-button-import",
                "_Import buttons…",
                () ->
                    FileChoice.open(
                            getScene().getWindow(), "Import filter buttons (dfilter_buttons)")
                        .ifPresent(model::importFrom)));
    more.getItems().setAll(hidden, take);
    more.show(add, Side.BOTTOM, 0, 0);
  }

  /** A label is shown as it is, whatever it has in it. */
  private static MenuItem plain(String id, String words, Runnable action) {
    var item = new MenuItem(words);
    item.setId(id);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private static MenuItem mnemonic(MenuItem item) {
    item.setMnemonicParsing(true);
    return item;
  }
}
