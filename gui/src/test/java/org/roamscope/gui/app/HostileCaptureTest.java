package org.roamscope.gui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.gui.app.ShownTexts.Shown;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The real application over {@link HostileCapture}: nothing may be thrown that nobody catches, and
 * no text on the screen may hold a character that moves, hides or colours others.
 */
class HostileCaptureTest {
  /** Packets of one UE with a hostile name: three of IKE, two of its binding. */
  private static final int PACKETS_OF_A_NAME = 5;

  @TempDir private Path folder;

  private final FxRobot robot = new FxRobot();
  private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
  private final Set<String> seen = new LinkedHashSet<>();
  private @Nullable UncaughtExceptionHandler before;

  @BeforeEach
  void start() throws Exception {
    FxToolkit.registerPrimaryStage();
    before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> uncaught.add(thrown));
  }

  @AfterEach
  void stop() throws Exception {
    Thread.setDefaultUncaughtExceptionHandler(before);
    FxToolkit.cleanupStages();
  }

  @Test
  void everyPageShowsItEscapedAndNothingIsThrown() throws Exception {
    open(HostileCapture.write(folder.resolve(hostileFileName())));
    look("title and packets");
    openPackets();
    pages();
    ues();
    filters();
    assertThat(String.join("\n", seen))
        .as("what must have been on the screen")
        .contains("<b>example</b>.com", "\\u{1b}", "\\u{202e}", "\\u{200b}", "\\u{2028}")
        .contains("_mnemonic__")
        .contains("apn.<img src=x", "apn.\\u{1b}[31mred", "apn.user\\u{202e}gpj.exe");
  }

  /** Controls of ASCII can be in a name everywhere; letters only where the locale can say them. */
  private static String hostileFileName() {
    String name = "<b>\u001b[31m\n\t_x";
    String more = "\u202egpj.exe\u200b\u2028";
    boolean sayable =
        Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode(more);
    return name + (sayable ? more : "") + ".pcapng";
  }

  private void open(Path capture) throws Exception {
    FxToolkit.setupApplication(RoamscopeApplication.class, capture.toString());
    until("the report", () -> !label("#headline").getText().isEmpty());
    assertThat(label("#headline").getText()).contains("UEs");
  }

  private void openPackets() throws Exception {
    TableView<Integer> packets = robot.lookup("#packets").queryTableView();
    int hostile = PACKETS_OF_A_NAME * (HostileCapture.NAMES.size() + 1);
    assertThat(packets.getItems()).hasSizeGreaterThan(hostile + 2 * HostileCapture.ORDINARY_UES);
    int last = packets.getItems().size() - 1;
    // Of every name its IKE_AUTH and its Binding Update; of the damaged packets the last few.
    for (int first = 0; first < hostile; first += PACKETS_OF_A_NAME) {
      openPacket(packets, first + 2);
      openPacket(packets, first + 3);
    }
    for (int row = last; row > last - 6; row--) {
      openPacket(packets, row);
    }
  }

  private void openPacket(TableView<Integer> packets, int row) throws Exception {
    robot.interact(() -> {
      packets.getSelectionModel().clearAndSelect(row);
      packets.scrollTo(row);
    });
    TreeView<?> tree = robot.lookup("#detail").query();
    until("details of row " + row, () -> tree.getRoot() != null);
    robot.push(KeyCode.SHORTCUT, KeyCode.RIGHT);
    for (int line = 0; line < tree.getExpandedItemCount(); line += 14) {
      int top = line;
      robot.interact(() -> {
        tree.getSelectionModel().select(top);
        tree.scrollTo(top);
      });
      look("details of row " + row);
    }
  }

  private void pages() throws Exception {
    for (KeyCode page : List.of(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT1)) {
      robot.push(KeyCode.SHORTCUT, page);
      look("page " + page);
      for (TableView<?> table : robot.lookup(".table-view").queryAllAs(TableView.class)) {
        for (int row = 0; row < Math.min(40, table.getItems().size()); row += 20) {
          int shown = row;
          robot.interact(() -> {
            table.scrollTo(shown);
            table.getSelectionModel().clearAndSelect(shown);
          });
          look("page " + page + ", row " + row);
        }
      }
    }
  }

  private void ues() throws Exception {
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT3);
    TextField search = robot.lookup("#ue-search").query();
    TabPane below = robot.lookup("#ue-tabs").query();
    TableView<?> table = robot.lookup("#ues").queryTableView();
    for (String name : List.of("example</b>", "gpj", "%s%n{0}", "::1:b", "zerowidth")) {
      robot.interact(() -> search.setText(name));
      WaitForAsyncUtils.waitForFxEvents();
      if (!table.getItems().isEmpty()) {
        robot.interact(() -> table.getSelectionModel().select(0));
      }
      for (int tab = 0; tab < below.getTabs().size(); tab++) {
        int shown = tab;
        robot.interact(() -> below.getSelectionModel().select(shown));
        look("UEs for " + name);
      }
    }
    robot.interact(() -> search.setText("::1:b"));
    until("one UE found", () -> table.getItems().size() < 100 && !table.getItems().isEmpty());
    robot.interact(search::clear);
  }

  private void filters() throws Exception {
    robot.push(KeyCode.SHORTCUT, KeyCode.DIGIT1);
    TextField box = robot.lookup("#filter").query();
    TableView<Integer> packets = robot.lookup("#packets").queryTableView();
    int all = packets.getItems().size();
    for (String text :
        List.of(
            "\u202e\u001b[31m == <b>", "frame contains \"\\xff\u200b\"", "((((", "ip.addr == ")) {
      robot.interact(() -> box.setText(text));
      // What was typed or pasted stays as it is; what is said of it is ours.
      assertThat(label("#filter-message").getText()).satisfies(HostileCaptureTest::safe);
    }
    robot.interact(() -> box.setText("mip6.bu.k_flag == 1"));
    robot.interact(box::requestFocus);
    robot.push(KeyCode.ENTER);
    until("the filter", () -> packets.getItems().size() < all && !packets.getItems().isEmpty());
    look("filtered");
    robot.push(KeyCode.SHORTCUT, KeyCode.L);
    until("all packets again", () -> packets.getItems().size() == all);
  }

  // ---- helpers -------------------------------------------------------------------------------

  private static void safe(String text) {
    assertThat(new Shown("filter message", text, true).unsafe()).as(text).isFalse();
  }

  private void look(String when) throws Exception {
    WaitForAsyncUtils.waitForFxEvents();
    List<Shown> texts = WaitForAsyncUtils.asyncFx(ShownTexts::now).get(20, TimeUnit.SECONDS);
    assertThat(texts).as(when).isNotEmpty();
    assertThat(texts.stream().filter(Shown::unsafe)).as(when).isEmpty();
    assertThat(uncaught).as(when).isEmpty();
    texts.forEach(shown -> seen.add(shown.text()));
  }

  private Label label(String id) {
    return robot.lookup(id).queryAs(Label.class);
  }

  private static void until(String what, Callable<Boolean> holds) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(
          60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get(60, TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      throw new AssertionError("waited a minute in vain for " + what, e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }
}
