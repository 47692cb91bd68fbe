package org.roamscope.gui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.image.PixelFormat;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.field.IpAddress;
import org.roamscope.gui.view.MainWindow;
import org.roamscope.gui.viewmodel.MainViewModel;
import org.roamscope.gui.viewmodel.SampleFiles;
import org.roamscope.gui.viewmodel.Settings;
import org.roamscope.live.CaptureProcess;
import org.roamscope.mobility.MobilityEncoder;
import org.roamscope.mobility.MobilityEncoder.UpdateFlag;
import org.roamscope.net.PacketEncoder;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Work with the mouse and the keyboard of a real display; {@code .ci/run} gives it one. The mouse
 * is JavaFX's robot, which moves the pointer of the display. Keys come from {@code xdotool}, for
 * they have to reach the system's file dialogs too, and what TestFX writes goes past the display.
 */
@EnabledIfSystemProperty(named = "roamscope.window", matches = "true")
class RealWindowTest {
  /** So many that reading them takes longer than the way to the button. */
  private static final int LONG = 500_000;

  @TempDir private Path folder;

  private final FxRobot robot = new FxRobot();
  private @Nullable MainViewModel live;

  @BeforeEach
  void start() throws Exception {
    assertThat(System.getenv("DISPLAY")).as("DISPLAY").isNotBlank();
    assertThat(System.getProperty("glass.platform", "gtk")).as("glass.platform").isEqualTo("gtk");
    FxToolkit.registerPrimaryStage();
  }

  @AfterEach
  void stop() throws Exception {
    MainViewModel capturing = live;
    if (capturing != null) {
      WaitForAsyncUtils.asyncFx(() -> capturing.live().endNow()).get();
    }
    FxToolkit.cleanupStages();
  }

  @Test
  void opensAFileAndExportsWhatIsShownOfIt() throws Exception {
    Path capture = SampleFiles.in(folder, "needless-rerun-after");
    launch();
    keys("key", "ctrl+o");
    answer("Open captures", capture);
    until("the report", () -> label("#headline").getText().contains("NEEDLESS_RERUN"));
    TableView<Integer> packets = robot.lookup("#packets").queryTableView();
    robot.clickOn("#filter");
    keys("type", "isakmp");
    keys("key", "Return");
    until("the packets of IKE", () -> packets.getItems().size() == 10);

    Path written = folder.resolve("ike.pcapng");
    robot.clickOn("File");
    robot.clickOn(shown("Export"));
    robot.moveTo(shown("Displayed packets\u2026"));
    keys("click", "1"); // blocks the window
    answer("Export", written);
    until(
        "what is said of it", () -> label("#export-said").getText().contains("10 packets written"));
    try (CaptureReader reader = CaptureReader.open(written)) {
      while (reader.advance()) {
        assertThat(reader.record().number()).isPositive();
      }
      assertThat(reader.framesRead()).isEqualTo(10);
      assertThat(reader.problems()).isEmpty();
    }
  }

  /** The capture process is a script that hands on a sample, and the rest of it when told to. */
  @Test
  void capturesAndStops() throws Exception {
    byte[] octets = Files.readAllBytes(SampleFiles.in(folder, "needless-rerun-after"));
    int part = octets.length * 2 / 3;
    Files.write(folder.resolve("start"), Arrays.copyOf(octets, part));
    Files.write(folder.resolve("rest"), Arrays.copyOfRange(octets, part, octets.length));
    String script =
        "trap 'exit 0' TERM; cd '"
            + folder
            + "'; cat start; until [ -e go ]; do sleep 0.05; done; cat rest;"
            + " while :; do sleep 0.05; done";
    launchCapturing(script);
    ListView<?> interfaces = robot.lookup("#interfaces").queryListView();
    until("an interface", () -> !interfaces.getItems().isEmpty());
    robot.clickOn(robot.from(interfaces).lookup(".list-cell").<Node>query());
    robot.clickOn("#capture-start");
    TableView<Integer> packets = robot.lookup("#packets").queryTableView();
    until("first packets", () -> packets.getItems().size() >= 8);
    assertThat(packets.getItems()).hasSizeLessThan(14);
    assertThat(label("#work").getText()).startsWith("Capturing from ");
    Files.createFile(folder.resolve("go"));
    until("all packets", () -> packets.getItems().size() == 14);
    until("the verdict", () -> label("#headline").getText().contains("NEEDLESS_RERUN"));
    Node stop = robot.lookup("#cancel").query();
    robot.clickOn(stop);
    until("the end of the capture", () -> !stop.isVisible());
    assertThat(stage().getTitle()).startsWith("Not saved, from ");
    assertThat(packets.getItems()).hasSize(14);
  }

  @Test
  void filtersClicksAUeAndFollowsItsEvidence() throws Exception {
    launch(SampleFiles.in(folder, "two-behind-one-nat"));
    until("the report", () -> label("#headline").getText().contains("2 UEs"));
    assertThat(coloursOnScreen()).as("colours of the screen").isGreaterThan(50);

    TableView<Integer> packets = robot.lookup("#packets").queryTableView();
    int all = packets.getItems().size();
    robot.clickOn("#filter");
    keys("type", "mip6.mhtype == 5");
    keys("key", "Return");
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

  private void launch(Path... captures) throws Exception {
    FxToolkit.setupApplication(
        RoamscopeApplication.class,
        Arrays.stream(captures).map(Path::toString).toArray(String[]::new));
    takeKeyboard();
  }

  /** The same window, with another process that captures. */
  private void launchCapturing(String script) throws Exception {
    var model =
        new MainViewModel(
            task -> Thread.ofPlatform().daemon().start(task),
            Platform::runLater,
            Settings.forgetful(),
            Optional.empty(),
            "test",
            (taps, said) -> CaptureProcess.helper(List.of("sh", "-c", script), taps, said));
    live = model;
    FxToolkit.setupStage(stage -> new MainWindow(stage, model, "test").show());
    takeKeyboard();
  }

  private static Stage stage() {
    return FxToolkit.toolkitContext().getRegisteredStage();
  }

  /**
   * Without a window manager nobody gives the window the keyboard, and the robot stays at menus.
   */
  private void takeKeyboard() throws Exception {
    WaitForAsyncUtils.waitForFxEvents();
    robot.targetWindow(stage());
    until(
        "the keyboard",
        () -> {
          stage().requestFocus();
          return stage().isFocused();
        });
  }

  /**
   * Types a name into a file dialog of the system, which blocks the window until it is closed. What
   * is typed before the dialog is ready is lost: the name is typed once for nothing.
   */
  private void answer(String dialog, Path file) throws Exception {
    String title = "^" + dialog + "$";
    keys("search", "--sync", "--onlyvisible", "--name", title, "windowfocus", "--sync");
    keys("type", "--delay", "30", file.toString());
    keys("key", "ctrl+a");
    keys("type", file.toString());
    keys("key", "Return");
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (xdotool("search", "--onlyvisible", "--name", title).exitValue() == 0) {
      assertThat(System.nanoTime()).as(dialog + " is still open").isLessThan(patience);
    }
    takeKeyboard();
  }

  private static void keys(String... arguments) throws Exception {
    Process process = xdotool(arguments);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(String.join(" ", arguments) + ": " + said).isZero();
  }

  private static Process xdotool(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("xdotool"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("waited half a minute in vain for " + command);
    }
    return process;
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

  /** Menus open in windows of their own, a moment later. */
  private Node shown(String query) throws Exception {
    until(query, () -> robot.lookup(query).tryQuery().isPresent());
    return robot.lookup(query).query();
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
