package org.roamscope.gui.view;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.Property;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import org.roamscope.audit.Profile;
import org.roamscope.field.PlainText;
import org.roamscope.gui.viewmodel.MainViewModel;
import org.roamscope.gui.viewmodel.MainViewModel.Page;
import org.roamscope.gui.viewmodel.PacketTimes;
import org.roamscope.gui.viewmodel.ProfileChoice;
import org.roamscope.gui.viewmodel.TimeDisplay;

/** The menu bar, with Wireshark's keys. It lists what works, and nothing else. */
final class MainMenu extends MenuBar {
  private static final Modifier CTRL = KeyCombination.SHORTCUT_DOWN;
  private static final Modifier SHIFT = KeyCombination.SHIFT_DOWN;
  private static final Modifier ALT = KeyCombination.ALT_DOWN;

  /** What the menu asks of its window. */
  interface Actions {
    /** Lets the user choose captures. */
    void open();

    /** Shows the key files and what they open. */
    void keys();

    /** Ends the application. */
    void quit();

    /** Puts the focus into the filter box. */
    void filter();

    /** Asks what packet to find. */
    void find();

    /** Asks for a packet number. */
    void goTo();

    /** Shows a page. */
    void page(int index);

    /** Opens all lines of the details. */
    void expandAll();

    /** Closes all lines of the details. */
    void collapseAll();

    /** Edits the comment on the selected packet. */
    void comment();

    /** Lists every comment. */
    void comments();

    /** Edits the colour rules. */
    void colours();

    /** Chooses between configuration profiles. */
    void profiles();

    /** Shows all settings. */
    void preferences();

    /** Lets the user choose another hosts file. */
    void hosts();

    /** Lets the user choose interfaces to capture on. */
    void interfaces();

    /** Saves the packets of a live capture. */
    void saveCapture();

    /** Lists all keys. */
    void shortcuts();

    /** Says what this is. */
    void about();
  }

  private final MainViewModel model;
  private final Actions actions;

  MainMenu(MainViewModel model, Actions actions, List<String> pages, Menu export) {
    this.model = model;
    this.actions = actions;
    captured(export);
    getMenus().addAll(file(export), edit(), view(pages), go(), capture(), help());
  }

  private Menu file(Menu export) {
    var recent = new Menu("Open _recent");
    recent.setId("open-recent");
    var file =
        new Menu(
            "_File",
            null,
            item("open", "_Open…", actions::open, KeyCode.O, CTRL),
            recent,
            item("keys", "_Keys…", actions::keys, KeyCode.K, CTRL, SHIFT),
            captured(item("reload", "_Reload", model::reload, KeyCode.R, CTRL)),
            save(),
            export,
            captured(item("close", "_Close", model::close, KeyCode.W, CTRL)),
            new SeparatorMenuItem(),
            item("quit", "_Quit", actions::quit, KeyCode.Q, CTRL));
    file.setOnShowing(_ -> fill(recent));
    return file;
  }

  private void fill(Menu recent) {
    recent.getItems().clear();
    for (Path path : model.recent()) {
      var item = new MenuItem(PlainText.of(path.toString()));
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> model.open(List.of(path)));
      recent.getItems().add(item);
    }
    recent.setDisable(recent.getItems().isEmpty());
  }

  private Menu edit() {
    return new Menu(
        "_Edit",
        null,
        captured(item("find", "_Find packet…", actions::find, KeyCode.F, CTRL)),
        captured(item("find-next", "Find _next", () -> model.find().find(1), KeyCode.N, CTRL)),
        captured(
            item("find-previous", "Find _previous", () -> model.find().find(-1), KeyCode.B, CTRL)),
        new SeparatorMenuItem(),
        captured(item("filter", "Fi_lter", actions::filter, KeyCode.SLASH, CTRL)),
        captured(item("clear", "_Show all packets", model.filter()::clear, KeyCode.L, CTRL)),
        new SeparatorMenuItem(),
        captured(item("comment", "Packet _comment…", actions::comment, KeyCode.C, CTRL, ALT)),
        captured(plain("all-comments", "All comme_nts…", actions::comments)),
        captured(item("mark", "_Mark or unmark", model::toggleMark, KeyCode.M, CTRL)),
        captured(
            item("mark-all", "Mark _all displayed", model::markAllShown, KeyCode.M, CTRL, SHIFT)),
        captured(item("unmark-all", "_Unmark all", model::unmarkAll, KeyCode.M, CTRL, ALT)),
        captured(
            item("mark-next", "Next mar_k", () -> model.stepToMarked(1), KeyCode.N, CTRL, SHIFT)),
        captured(
            item(
                "mark-previous",
                "Previous mark",
                () -> model.stepToMarked(-1),
                KeyCode.B,
                CTRL,
                SHIFT)),
        new SeparatorMenuItem(),
        item("profiles", "Configuration profiles…", actions::profiles, KeyCode.A, CTRL, SHIFT),
        item("preferences", "Pr_eferences…", actions::preferences, KeyCode.P, CTRL, SHIFT));
  }

  private Menu timeFormat() {
    var menu = new Menu("_Time display format");
    menu.setId("time-format");
    var formats = new ToggleGroup();
    for (TimeDisplay display : TimeDisplay.values()) {
      menu.getItems().add(choice(formats, display.title(), display, model.times().display()));
    }
    menu.getItems().add(new SeparatorMenuItem());
    var precisions = new ToggleGroup();
    for (int decimals : PacketTimes.PRECISIONS) {
      String title = PacketTimes.words(decimals);
      menu.getItems()
          .add(choice(precisions, title, decimals, model.times().precision().asObject()));
    }
    return menu;
  }

  private static <T> RadioMenuItem choice(
      ToggleGroup group, String title, T value, Property<T> property) {
    var item = new RadioMenuItem(title);
    item.setToggleGroup(group);
    property.subscribe(now -> item.setSelected(now.equals(value)));
    item.setOnAction(_ -> property.setValue(value));
    return item;
  }

  private Menu view(List<String> pages) {
    var view = new Menu("_View");
    for (int i = 0; i < pages.size(); i++) {
      int index = i;
      view.getItems()
          .add(
              captured(
                  item(
                      "page-" + i,
                      pages.get(i),
                      () -> actions.page(index),
                      KeyCode.valueOf("DIGIT" + (i + 1)),
                      CTRL)));
    }
    var dark = new CheckMenuItem("_Dark");
    dark.setId("dark");
    dark.selectedProperty().bindBidirectional(model.dark());
    view.getItems()
        .addAll(
            new SeparatorMenuItem(),
            item("zoom-in", "_Larger", () -> model.zoom(1), KeyCode.PLUS, CTRL),
            item("zoom-out", "S_maller", () -> model.zoom(-1), KeyCode.MINUS, CTRL),
            item("zoom-normal", "_Normal size", () -> model.zoom(0), KeyCode.DIGIT0, CTRL),
            dark,
            new SeparatorMenuItem(),
            colourise(),
            plain("colour-rules", "Colour r_ules…", actions::colours),
            new SeparatorMenuItem(),
            specifications(),
            timeFormat(),
            nameResolution(),
            new SeparatorMenuItem(),
            captured(item("expand", "E_xpand all", actions::expandAll, KeyCode.RIGHT, CTRL)),
            captured(item("collapse", "_Collapse all", actions::collapseAll, KeyCode.LEFT, CTRL)));
    return view;
  }

  private MenuItem colourise() {
    var item = new CheckMenuItem("Colo_urise packet list");
    item.setId("colourise");
    item.selectedProperty().bindBidirectional(model.workspace().colours().on());
    return item;
  }

  private Menu nameResolution() {
    var names = model.workspace().names();
    var on = new CheckMenuItem("_Show names of addresses");
    on.setId("names");
    on.selectedProperty().bindBidirectional(names.on());
    var other = plain("names-choose", "_Choose hosts file…", actions::hosts);
    var own = plain("names-own", "Hosts file of the _profile", () -> names.file().set(""));
    names.file().subscribe(file -> own.setDisable(file.isEmpty()));
    var again = plain("names-again", "_Read the hosts file again", names::reload);
    names.on().subscribe(now -> again.setDisable(!now));
    var menu = new Menu("Name _resolution", null, on, new SeparatorMenuItem(), other, own, again);
    menu.setId("name-resolution");
    return menu;
  }

  private Menu specifications() {
    var menu = new Menu("Deciding _specification");
    menu.setId("specification");
    var group = new ToggleGroup();
    for (Profile profile : Profile.values()) {
      var item = new RadioMenuItem(ProfileChoice.words(profile));
      item.setId("specification-" + profile.id());
      item.setToggleGroup(group);
      item.setOnAction(_ -> model.profile().chosen().set(profile));
      model.profile().chosen().subscribe(now -> item.setSelected(now == profile));
      menu.getItems().add(item);
    }
    return menu;
  }

  private Menu go() {
    int all = Integer.MAX_VALUE;
    return new Menu(
        "_Go",
        null,
        captured(item("back", "_Back", model::back, KeyCode.LEFT, ALT)),
        captured(item("forward", "_Forward", model::forward, KeyCode.RIGHT, ALT)),
        captured(item("go-to", "_Go to packet…", actions::goTo, KeyCode.G, CTRL)),
        new SeparatorMenuItem(),
        captured(item("previous", "_Previous packet", () -> model.step(-1), KeyCode.UP, CTRL)),
        captured(item("next", "_Next packet", () -> model.step(1), KeyCode.DOWN, CTRL)),
        captured(item("first", "First packet", () -> model.step(-all), KeyCode.HOME, CTRL)),
        captured(item("last", "Last packet", () -> model.step(all), KeyCode.END, CTRL)),
        new SeparatorMenuItem(),
        captured(
            item(
                "ue-previous",
                "Previous of the _UE",
                () -> model.stepInUe(-1),
                KeyCode.COMMA,
                CTRL)),
        captured(item("ue-next", "Next _of the UE", () -> model.stepInUe(1), KeyCode.PERIOD, CTRL)),
        captured(
            item(
                "finding-previous",
                "Previous f_inding",
                () -> model.stepToFinding(-1),
                KeyCode.COMMA,
                CTRL,
                SHIFT)),
        captured(
            item(
                "finding-next",
                "Next finding",
                () -> model.stepToFinding(1),
                KeyCode.PERIOD,
                CTRL,
                SHIFT)));
  }

  private MenuItem save() {
    var save =
        item("save-capture", "Save captured _packets…", actions::saveCapture, KeyCode.S, CTRL);
    model.live().unsaved().subscribe(there -> save.setDisable(!there));
    return save;
  }

  private Menu capture() {
    var stop = item("capture-stop", "_Stop", model.live()::stop, KeyCode.E, CTRL);
    model.live().capturing().subscribe(now -> stop.setDisable(!now));
    var restart = plain("capture-restart", "_Restart", model::recapture);
    model.live().names().subscribe(names -> restart.setDisable(names.isEmpty()));
    var follow = new CheckMenuItem("_Auto scroll");
    follow.setId("auto-scroll");
    follow.selectedProperty().bindBidirectional(model.live().autoScroll());
    return new Menu(
        "_Capture",
        null,
        item("capture-interfaces", "_Interfaces…", actions::interfaces, KeyCode.K, CTRL),
        stop,
        restart,
        new SeparatorMenuItem(),
        follow);
  }

  private Menu help() {
    return new Menu(
        "_Help",
        null,
        item("shortcuts", "_Keyboard shortcuts", actions::shortcuts, KeyCode.F1),
        plain("about", "_About Roamscope", actions::about));
  }

  /** Only with captures open. */
  private MenuItem captured(MenuItem item) {
    model.page().subscribe(page -> item.setDisable(page != Page.CAPTURE));
    return item;
  }

  private static MenuItem item(
      String id, String text, Runnable action, KeyCode key, Modifier... modifiers) {
    var item = plain(id, text, action);
    item.setAccelerator(new KeyCodeCombination(key, modifiers));
    return item;
  }

  private static MenuItem plain(String id, String text, Runnable action) {
    var item = new MenuItem(text);
    item.setId(id);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
