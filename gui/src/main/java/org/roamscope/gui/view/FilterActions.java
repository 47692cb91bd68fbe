package org.roamscope.gui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import org.roamscope.decode.output.Column;
import org.roamscope.gui.viewmodel.CopyTexts;
import org.roamscope.gui.viewmodel.FieldColumnsViewModel;
import org.roamscope.gui.viewmodel.FilterText;
import org.roamscope.gui.viewmodel.FilterViewModel;
import org.roamscope.gui.viewmodel.MainViewModel;
import org.roamscope.track.At;

/**
 * What can be done with something the user points at, the same everywhere: filter by it, go to its
 * packet, or copy it for a shell, a page or a ticket.
 */
final class FilterActions {
  /** How far inside of what has the focus a menu opens, in pixels. */
  private static final double INSIDE = 50;

  private final MainViewModel model;
  private final FilterViewModel filter;
  private final Runnable showPackets;
  private ContextMenu open = new ContextMenu();

  /**
   * Actions.
   *
   * @param showPackets brings the packet list to the front
   */
  FilterActions(MainViewModel model, Runnable showPackets) {
    this.model = model;
    filter = model.filter();
    this.showPackets = showPackets;
  }

  /**
   * What the user points at. An empty text switches off what would need it.
   *
   * @param condition lets packets with this value pass
   * @param value the value as shown
   * @param row of the packet that shows it, -1 for none
   * @param ticket makes the text of a ticket
   * @param field filter name of the field that has the value, empty for none
   */
  record Target(String condition, String value, int row, Supplier<String> ticket, String field) {
    Target(String condition, String value, int row, Supplier<String> ticket) {
      this(condition, value, row, ticket, "");
    }

    /** The same, and it is a value of a field. */
    Target of(String name) {
      return new Target(condition, value, row, ticket, name);
    }
  }

  /** A value in a packet of the list. */
  Target ofPacket(int row, String condition, String value) {
    return new Target(condition, value, row, () -> copies().ticket(row));
  }

  /** A frame that something else leads to. */
  Target ofFrame(At at, String number) {
    return new Target(
        CopyTexts.frames(List.of(at)), number, model.row(at), () -> copies().ticket(at));
  }

  /** What is copied to be pasted elsewhere. */
  CopyTexts copies() {
    return model.copies();
  }

  /** The row of a frame, -1 when it is not in the list. */
  int row(At at) {
    return model.row(at);
  }

  /**
   * Shows the menu; one before it closes.
   *
   * @param on where the event comes from
   * @param first what stands above the rest
   */
  void offer(Node on, ContextMenuEvent event, Target target, MenuItem... first) {
    ContextMenu menu = menu(target, first);
    if (event.isKeyboardTrigger()) {
      // The event says where the middle is, which may be far from what is selected.
      var place = on.localToScreen(on.getBoundsInLocal());
      menu.show(
          on,
          place.getMinX() + Math.min(INSIDE, place.getWidth()),
          place.getMinY() + Math.min(INSIDE, place.getHeight()));
    } else {
      menu.show(on, event.getScreenX(), event.getScreenY());
    }
    event.consume();
  }

  private ContextMenu menu(Target target, MenuItem... first) {
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
                    showPackets.run();
                    filter.prepare(join, target.condition());
                    filter.apply();
                  }));
      prepare
          .getItems()
          .add(
              item(
                  "prepare-" + join,
                  join.label(),
                  () -> {
                    showPackets.run();
                    filter.prepare(join, target.condition());
                  }));
    }
    apply.setDisable(target.condition().isEmpty());
    prepare.setDisable(target.condition().isEmpty());
    List<MenuItem> items = new ArrayList<>(List.of(first));
    if (!items.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    items.addAll(List.of(apply, prepare));
    if (!target.field().isEmpty()) {
      var column = item("apply-as-column", "Apply as co_lumn", () -> column(target.field()));
      column.setDisable(!FieldColumnsViewModel.possible(target.field()));
      items.add(column);
    }
    items.add(new SeparatorMenuItem());
    items.addAll(copying(target));
    open = new ContextMenu(items.toArray(MenuItem[]::new));
    open.setId("value-menu");
    return open;
  }

  /** Makes a field a column right behind Info, where there is room for it to be seen. */
  private void column(String field) {
    showPackets.run();
    int last = 1 + model.workspace().columns().get().order().indexOf(Column.INFO);
    model.workspace().fields().add(field, last);
  }

  private List<MenuItem> copying(Target target) {
    var asFilter = item("copy-filter", "Copy as _filter", () -> copy(target.condition()));
    asFilter.setDisable(target.condition().isEmpty());
    var value = item("copy-value", "_Copy value", () -> copy(target.value()));
    value.setDisable(target.value().isEmpty());
    String command = copies().command(target.row(), target.condition());
    var shell =
        item(
            "copy-command",
            command.startsWith("tshark") ? "Copy as _tshark command" : "Copy as co_mmand",
            () -> copy(command));
    shell.setDisable(command.isEmpty());
    var markdown =
        item(
            "copy-markdown",
            "Copy packet as Mar_kdown",
            () -> copy(copies().markdown(target.row())));
    markdown.setDisable(target.row() < 0);
    var ticket =
        item(
            "copy-ticket",
            "Copy te_xt for a ticket",
            () -> {
              String text = target.ticket().get();
              if (text.isEmpty()) {
                model.say("There is nothing to copy yet; try again in a moment.");
              } else {
                copy(text);
              }
            });
    return List.of(asFilter, value, shell, markdown, ticket);
  }

  /** An item of such a menu. */
  static MenuItem item(String id, String text, Runnable action) {
    var item = new MenuItem(text);
    item.setId(id);
    item.setOnAction(_ -> action.run());
    return item;
  }

  /** Shows only these packets. */
  MenuItem only(String id, String text, String condition) {
    var item =
        item(
            id,
            text,
            () -> {
              showPackets.run();
              filter.use(condition);
            });
    item.setDisable(condition.isEmpty());
    return item;
  }

  private static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
