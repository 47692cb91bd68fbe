package org.roamscope.gui.view;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.roamscope.gui.viewmodel.FilterText;
import org.roamscope.gui.viewmodel.FilterViewModel;

/** What can be done with a value the user points at: filter by it, or copy it. */
final class FilterActions {
  private final FilterViewModel filter;
  private ContextMenu open = new ContextMenu();

  FilterActions(FilterViewModel filter) {
    this.filter = filter;
  }

  /**
   * The menu for a value; one before it closes.
   *
   * @param condition lets packets with this value pass; empty when there is none
   * @param value the value as shown
   */
  ContextMenu menu(String condition, String value) {
    open.hide();
    var apply = new Menu("_Apply as filter");
    apply.setId("apply-as-filter");
    var prepare = new Menu("_Prepare as filter");
    prepare.setId("prepare-as-filter");
    for (var join : FilterText.Join.values()) {
      apply
          .getItems()
          .add(
              item(
                  "apply-" + join,
                  join.label(),
                  () -> {
                    filter.prepare(join, condition);
                    filter.apply();
                  }));
      prepare
          .getItems()
          .add(item("prepare-" + join, join.label(), () -> filter.prepare(join, condition)));
    }
    var copyFilter = item("copy-filter", "Copy as _filter", () -> copy(condition));
    var copyValue = item("copy-value", "_Copy value", () -> copy(value));
    apply.setDisable(condition.isEmpty());
    prepare.setDisable(condition.isEmpty());
    copyFilter.setDisable(condition.isEmpty());
    copyValue.setDisable(value.isEmpty());
    open = new ContextMenu(apply, prepare, new SeparatorMenuItem(), copyFilter, copyValue);
    open.setId("value-menu");
    return open;
  }

  private static MenuItem item(String id, String text, Runnable action) {
    var item = new MenuItem(text);
    item.setId(id);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
