package org.roamscope.gui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.field.IpAddress;
import org.roamscope.gui.viewmodel.SampleFiles;
import org.roamscope.mobility.MobilityEncoder;
import org.roamscope.mobility.MobilityEncoder.UpdateFlag;
import org.roamscope.net.PacketEncoder;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Work with the mouse and the keyboard of a real display; {@code .ci/run} gives it one. */
@EnabledIfSystemProperty(named = "roamscope.window", matches = "true")
class RealWindowTest {
  /** So many that reading them takes longer than the way to the button. */
  private static final int LONG = 500_000;

  @TempDir private Path folder;

  private final FxRobot robot = new FxRobot();

  @BeforeEach
  void start() throws Exception {
    assertThat(System.getenv("DISPLAY")).as("DISPLAY").isNotBlank();
    assertThat(System.getProperty("glass.platform", "gtk")).as("glass.platform").isEqualTo("gtk");
    FxToolkit.registerPrimaryStage();
  }

  @AfterEach
  void stop() throws Exception {
    FxToolkit.cleanupStages();
  }

  @Test
  void filtersClicksAUeAndFollowsItsEvidence() throws Exception {
    launch(SampleFiles.in(folder, "two-behind-one-nat"));
    until("the report", () -> label("#headline").getText().contains("2 UEs"));
    assertThat(coloursOnScreen()).as("colours of the screen").isGreaterThan(50);

    TableView<Integer> packets = robot.lookup("#packets").queryTableView();
    int all = packets.getItems().size();
    robot.clickOn("#filter").write("mip6.mhtype == 5").push(KeyCode.ENTER);
    until("fewer packets", () -> packets.getItems().size() < all && !packets.getItems().isEmpty());
    assertThat(label("#counts").getText()).contains("Displayed: " + packets.getItems().size());

    TabPane pages = robot.lookup("#pages").query();
    robot.clickOn("#page-tab-2");
    until("the page of the UEs", () -> pages.getSelectionModel().getSelectedIndex() == 2);
    until("a UE", () -> !label("#ue-title").getText().isEmpty());
    String first = label("#ue-title").getText();
    robot.clickOn(row("#ues", 1));
    until("the other UE", () -> !label("#ue-title").getText().equals(first));

    Hyperlink link =
        robot.from(robot.lookup("#handover-card").queryAll()).lookup(".hyperlink").query();
    int packet = Integer.parseInt(link.getText().replace("packet ", ""));
    robot.clickOn(link);
    until(
        "packet " + packet,
        () -> Integer.valueOf(packet - 1).equals(packets.getSelectionModel().getSelectedItem()));
    assertThat(pages.getSelectionModel().getSelectedIndex()).as("page").isZero();
  }

  @Test
  void aLongLoadIsCancelled() throws Exception {
    launch(longCapture());
    TableView<Integer> packets = robot.lookup("#packets").queryTableView();
    until("first packets", () -> !packets.getItems().isEmpty());
    Node cancel = robot.lookup("#cancel").query();
    assertThat(cancel.isVisible()).as("still reading").isTrue();
    robot.clickOn(cancel);
    until("what is said of it", () -> label("#banner-text").getText().contains("was cancelled"));
    until("the end of the work", () -> !cancel.isVisible());
    assertThat(packets.getItems()).hasSizeBetween(1, LONG - 1);
  }

  // ---- helpers -------------------------------------------------------------------------------

  private static void launch(Path capture) throws Exception {
    FxToolkit.setupApplication(RoamscopeApplication.class, capture.toString());
    WaitForAsyncUtils.waitForFxEvents();
    // Without a window manager nobody gives the window the keyboard.
    WaitForAsyncUtils.asyncFx(FxToolkit.toolkitContext().getRegisteredStage()::requestFocus).get();
  }

  private Path longCapture() throws IOException {
    IpAddress home = IpAddress.parse("2001:db8:100::a1");
    IpAddress agent = IpAddress.parse("2001:db8:100::1");
    byte[] update =
        MobilityEncoder.bindingUpdate(1, Set.of(UpdateFlag.A, UpdateFlag.H), 3600)
            .encode(home, agent);
    byte[] packet =
        PacketEncoder.ethernet(
            new byte[6],
            new byte[6],
            PacketEncoder.ipv6(
                IpAddress.parse("2001:db8:a::a1"),
                agent,
                60,
                PacketEncoder.homeAddress(135, home, update)));
    Path file = folder.resolve("long.pcap");
    try (OutputStream bytes = Files.newOutputStream(file);
        var out = CaptureWriter.pcap(bytes, 1)) {
      for (int i = 0; i < LONG; i++) {
        out.write(new Frame(i + 1, i * 1_000_000L, 1, 0, packet.length, packet, List.of()));
      }
    }
    return file;
  }

  /** How many colours the display shows: what is there, not what JavaFX believes. */
  private static long coloursOnScreen() throws Exception {
    return WaitForAsyncUtils.asyncFx(
            () -> {
              var pixels = new Robot().getScreenCapture(null, 0, 0, 1000, 700).getPixelReader();
              int[] all = new int[1000 * 700];
              pixels.getPixels(0, 0, 1000, 700, PixelFormat.getIntArgbInstance(), all, 0, 1000);
              return Arrays.stream(all).distinct().count();
            })
        .get();
  }

  private Node row(String table, int index) {
    return robot.lookup(table + " .table-row-cell").queryAllAs(TableRow.class).stream()
        .filter(row -> row.getIndex() == index)
        .findFirst()
        .orElseThrow();
  }

  private Label label(String id) {
    return robot.lookup(id).queryAs(Label.class);
  }

  private static void until(String what, Callable<Boolean> holds) throws Exception {
    try {
      WaitForAsyncUtils.waitFor(
          30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get(30, TimeUnit.SECONDS));
    } catch (TimeoutException e) {
      throw new AssertionError("waited half a minute in vain for " + what, e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }
}
