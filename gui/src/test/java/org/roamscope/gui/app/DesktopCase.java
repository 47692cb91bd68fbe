package org.roamscope.gui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.dissect.DetailNode;
import org.roamscope.gui.viewmodel.SampleFiles;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The real application, started as from the command line, and what a test does with it. */
abstract class DesktopCase {
  @TempDir Path folder;

  final FxRobot robot = new FxRobot();

  @BeforeEach
  void start() throws Exception {
    forgetConfiguration();
    FxToolkit.registerPrimaryStage();
  }

  /** No test sees what another one chose. */
  private static void forgetConfiguration() throws IOException {
    Path config = Path.of(System.getenv("ROAMSCOPE_CONFIG_DIR"));
    if (Files.exists(config)) {
      try (var files = Files.walk(config)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @AfterEach
  void stop() throws Exception {
    FxToolkit.cleanupStages();
  }

  // ---- helpers -------------------------------------------------------------------------------

  static Stage launch(String... arguments) throws Exception {
    FxToolkit.setupApplication(RoamscopeApplication.class, arguments);
    WaitForAsyncUtils.waitForFxEvents();
    return FxToolkit.toolkitContext().getRegisteredStage();
  }

  /** The sample with a needless run of IKE, audited. */
  void openSample() throws Exception {
    launch(SampleFiles.in(folder, "needless-rerun-after").toString());
    until(() -> !text("#headline").isEmpty());
    WaitForAsyncUtils.waitForFxEvents();
  }

  void openUes() throws Exception {
    openSample();
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
    until(() -> !text("#ue-title").isEmpty());
  }

  /** How many pixels of a node have another colour than most. */
  static long ink(Node node) throws Exception {
    return WaitForAsyncUtils.asyncFx(
            () -> {
              var image = node.snapshot(null, null);
              var pixels = image.getPixelReader();
              Map<Integer, Long> colours = new HashMap<>();
              for (int x = 0; x < image.getWidth(); x++) {
                for (int y = 0; y < image.getHeight(); y++) {
                  colours.merge(pixels.getArgb(x, y), 1L, Long::sum);
                }
              }
              long all = colours.values().stream().mapToLong(Long::longValue).sum();
              return all - Collections.max(colours.values());
            })
        .get();
  }

  void select(int row) throws Exception {
    robot.interact(() -> packets().getSelectionModel().clearAndSelect(row));
    until(() -> tree().getRoot() != null && !tree().getRoot().getChildren().isEmpty());
    WaitForAsyncUtils.waitForFxEvents();
  }

  void contextMenu(Node node) {
    robot.interact(node::requestFocus);
    robot.interact(() ->
        node.fireEvent(
            new ContextMenuEvent(
                ContextMenuEvent.CONTEXT_MENU_REQUESTED, 0, 0, 100, 300, true, null)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Takes an item of a context menu, of whichever submenu. */
  void choose(Node node, String id) {
    contextMenu(node);
    robot.interact(() -> {
      var menu =
          robot.listWindows().stream()
              .filter(window -> window instanceof ContextMenu && window.isShowing())
              .map(ContextMenu.class::cast)
              .findFirst()
              .orElseThrow(() -> new AssertionError("no context menu"));
      MenuItem item = item(menu.getItems(), id);
      assertThat(item.isDisable()).as(id).isFalse();
      item.fire();
      menu.hide();
    });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static MenuItem item(List<MenuItem> items, String id) {
    return items.stream()
        .flatMap(DesktopCase::withItsOwn)
        .filter(item -> id.equals(item.getId()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no item " + id));
  }

  private static Stream<MenuItem> withItsOwn(MenuItem item) {
    return item instanceof Menu menu
        ? Stream.concat(Stream.of(item), menu.getItems().stream().flatMap(DesktopCase::withItsOwn))
        : Stream.of(item);
  }

  int row(String filterName) {
    for (int i = 0; i < tree().getExpandedItemCount(); i++) {
      if (tree().getTreeItem(i).getValue().filterName().equals(filterName)) {
        return i;
      }
    }
    throw new AssertionError("no line " + filterName);
  }

  /** Octets that are marked, as digits. */
  List<Label> marked() {
    return robot.lookup(".bytes .label").queryAllAs(Label.class).stream()
        .filter(
            label -> label.getStyleClass().stream().anyMatch(style -> style.startsWith("digits")))
        .filter(
            label -> label.getPseudoClassStates().contains(PseudoClass.getPseudoClass("marked")))
        .toList();
  }

  int selected() {
    Integer row = packets().getSelectionModel().getSelectedItem();
    return row == null ? -1 : row;
  }

  static void until(Callable<Boolean> holds) throws Exception {
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get(20, TimeUnit.SECONDS));
    WaitForAsyncUtils.waitForFxEvents();
  }

  TableView<Integer> packets() {
    return robot.lookup("#packets").queryTableView();
  }

  TreeView<DetailNode> tree() {
    return robot.lookup("#detail").query();
  }

  TabPane pages() {
    return robot.lookup("#pages").query();
  }

  TextField filterBox() {
    return robot.lookup("#filter").query();
  }

  ListView<?> completions() {
    return robot.lookup("#filter-completion").query();
  }

  /** What the cells of a column in view say. */
  List<String> cells(String column) {
    return robot.lookup(".cell-" + column).queryAllAs(TableCell.class).stream()
        .map(cell -> cell.getText())
        .toList();
  }

  String text(String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  /** How bright the window is where nothing is written, from 0 to 1. */
  static double brightness(Stage stage) throws Exception {
    WaitForAsyncUtils.waitForFxEvents();
    return WaitForAsyncUtils.asyncFx(
            () -> {
              var image = stage.getScene().snapshot(null);
              return image
                  .getPixelReader()
                  .getColor(8, (int) image.getHeight() / 2)
                  .getBrightness();
            })
        .get();
  }
}
