package org.roamscope.gui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The real application, started as from the command line, drawn into memory. */
class DesktopTest {
  @TempDir private Path folder;

  private final FxRobot robot = new FxRobot();

  @BeforeEach
  void start() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @AfterEach
  void stop() throws Exception {
    FxToolkit.cleanupStages();
  }

  @Test
  void opensAWindowThatSaysWhatWorks() throws Exception {
    var stage = launch();
    assertThat(stage.getTitle()).isEqualTo("Roamscope");
    assertThat(status().getText()).isEqualTo("No capture chosen");
    assertThat(robot.lookup("#audit-command").queryAs(TextField.class).getText())
        .isEqualTo("./roamscope audit FILE");
    assertThat(robot.lookup("#welcome-open").query().isFocused()).isTrue();
  }

  @Test
  void copiesTheCommand() throws Exception {
    launch();
    robot.clickOn("#copy-command");
    assertThat(WaitForAsyncUtils.asyncFx(() -> Clipboard.getSystemClipboard().getString()).get())
        .isEqualTo("./roamscope audit FILE");
  }

  @Test
  void showsTheFileOfTheCommandLine() throws Exception {
    var file = Files.write(folder.resolve("move.pcapng"), new byte[42]);
    var stage = launch(file.toString());
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> status().getText().equals(file.toString()));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(stage.getTitle()).isEqualTo("move.pcapng - Roamscope");
    assertThat(robot.lookup("#size").queryAs(Label.class).getText()).isEqualTo("42 bytes");
  }

  @Test
  void saysInRedWhatCannotBeOpened() throws Exception {
    launch(folder.resolve("gone.pcap").toString());
    WaitForAsyncUtils.waitFor(
        10, TimeUnit.SECONDS, () -> status().getText().contains("there is no such file"));
    WaitForAsyncUtils.waitForFxEvents();
    var text = (Color) robot.from(status()).lookup(status().getText()).queryLabeled().getTextFill();
    assertThat(text.getRed()).isGreaterThan(2 * text.getBlue());
  }

  @Test
  void turnsDarkAndLightAgain() throws Exception {
    var stage = launch();
    assertThat(brightness(stage)).isGreaterThan(0.9);
    robot.clickOn("View").clickOn("#dark");
    assertThat(Application.getUserAgentStylesheet()).contains("dark");
    assertThat(brightness(stage)).isLessThan(0.2);
    robot.clickOn("View").clickOn("#dark");
    assertThat(brightness(stage)).isGreaterThan(0.9);
  }

  @Test
  void opensAndClosesAboutByKeyboard() throws Exception {
    launch();
    robot.push(KeyCode.ALT, KeyCode.H).push(KeyCode.DOWN).push(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.lookup("#about-versions").queryAs(Label.class).getText())
        .contains("Version ", "JavaFX ");
    assertThat(robot.listWindows().stream().filter(Window::isShowing)).hasSize(2);
    robot.push(KeyCode.ESCAPE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(robot.listWindows().stream().filter(Window::isShowing)).hasSize(1);
  }

  @Test
  void quitsByKeyboard() throws Exception {
    var stage = launch();
    robot.push(KeyCode.SHORTCUT, KeyCode.Q);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(stage.isShowing()).isFalse();
  }

  private static Stage launch(String... arguments) throws Exception {
    FxToolkit.setupApplication(RoamscopeApplication.class, arguments);
    WaitForAsyncUtils.waitForFxEvents();
    return FxToolkit.toolkitContext().getRegisteredStage();
  }

  private StatusBar status() {
    return robot.lookup("#status").queryAs(StatusBar.class);
  }

  /** How bright the window is where nothing is written, from 0 to 1. */
  private static double brightness(Stage stage) throws Exception {
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
