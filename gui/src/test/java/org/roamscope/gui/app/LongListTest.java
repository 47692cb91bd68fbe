package org.roamscope.gui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.bytes.Hex;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.gui.viewmodel.RowWindow;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A packet list of which the table holds only a part. */
class LongListTest {
  private static final int PACKETS = 3 * RowWindow.MOST;

  @TempDir private Path folder;

  private final FxRobot robot = new FxRobot();

  @BeforeEach
  void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    FxToolkit.setupApplication(RoamscopeApplication.class, capture().toString());
    until(() -> bar().getMax() > PACKETS - 100);
    robot.interact(() -> packets().requestFocus());
  }

  @AfterEach
  void close() throws Exception {
    FxToolkit.cleanupStages();
  }

  private Path capture() throws IOException {
    byte[] plain =
        Hex.parse(
            "0000000000000000000000000800"
                + "4500001c0000000040110000c0000201c0000202"
                + "03e807d000080000");
    Path file = folder.resolve("long.pcap");
    try (CaptureWriter to = CaptureWriter.pcap(Files.newOutputStream(file), 1)) {
      for (int i = 1; i <= PACKETS; i++) {
        to.write(new Frame(i, i * 1_000_000L, 1, 0, plain.length, plain, List.of()));
      }
    }
    return file;
  }

  @Test
  void keysGoThroughTheWholeList() throws Exception {
    assertThat(packets().getItems()).hasSize(RowWindow.MOST);
    robot.push(KeyCode.END);
    until(() -> shows(PACKETS - 1) && PACKETS - 1 == selected());
    assertThat(bar().getValue()).isGreaterThan(PACKETS - 100);
    robot.push(KeyCode.UP);
    robot.push(KeyCode.UP);
    until(() -> PACKETS - 3 == selected());
    robot.push(KeyCode.PAGE_UP);
    until(() -> PACKETS - 5 > selected() && shows(selected()));
    robot.push(KeyCode.HOME);
    until(() -> shows(0) && selected() == 0);
    assertThat(bar().getValue()).isZero();
    robot.push(KeyCode.DOWN);
    until(() -> selected() == 1);
  }

  @Test
  void theBarGoesThroughTheWholeListAndLeavesTheSelection() throws Exception {
    robot.push(KeyCode.HOME);
    until(() -> selected() == 0);
    int middle = PACKETS / 2;
    robot.interact(() -> bar().setValue(middle));
    until(() -> shows(middle) && shows(middle + 5));
    assertThat(packets().getSelectionModel().getSelectedIndex()).isEqualTo(-1);
    robot.interact(() -> bar().setValue(0));
    until(() -> shows(0) && selected() == 0);
  }

  /** Whoever scrolls on comes into the next part without noticing. */
  @Test
  void scrollingOnLeavesThePart() throws Exception {
    int end = RowWindow.MOST - 10;
    robot.interact(() -> packets().scrollTo(end));
    until(() -> shows(end) && packets().getItems().getFirst() > 0);
    assertThat(packets().getItems()).hasSize(RowWindow.MOST);
    assertThat(bar().getValue()).isBetween(end - 100.0, end + 100.0);
  }

  private boolean shows(int row) {
    return packets().lookupAll(".table-row-cell").stream()
        .anyMatch(
            cell -> cell instanceof TableRow<?> one && Integer.valueOf(row).equals(one.getItem()));
  }

  private int selected() {
    Integer row = packets().getSelectionModel().getSelectedItem();
    return row == null ? -1 : row;
  }

  private TableView<Integer> packets() {
    return robot.lookup("#packets").queryTableView();
  }

  private ScrollBar bar() {
    return robot.lookup("#packets-bar").query();
  }

  private static void until(Callable<Boolean> holds) throws Exception {
    WaitForAsyncUtils.waitFor(
        30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get(20, TimeUnit.SECONDS));
    WaitForAsyncUtils.waitForFxEvents();
  }
}
