package org.roamscope.gui.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Platform;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.gui.view.MainWindow;
import org.roamscope.gui.view.MainWindow.View;
import org.roamscope.gui.viewmodel.MainViewModel;
import org.roamscope.gui.viewmodel.SampleFiles;
import org.roamscope.gui.viewmodel.Settings;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class SnapshotsTest {
  @TempDir private Path folder;

  @BeforeEach
  void start() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @AfterEach
  void stop() throws Exception {
    FxToolkit.cleanupStages();
  }

  /** Takes pictures of a capture into a folder; what went wrong. */
  private static Optional<String> take(Path capture, Path into) throws Exception {
    return take(capture, into, Arguments.Size.NORMAL);
  }

  private static Optional<String> take(Path capture, Path into, Arguments.Size size)
      throws Exception {
    var stage = FxToolkit.toolkitContext().getRegisteredStage();
    var done = new CompletableFuture<Optional<String>>();
    WaitForAsyncUtils.asyncFx(
            () -> {
              var model =
                  new MainViewModel(
                      Runnable::run, Platform::runLater, Settings.forgetful(), "test");
              var window = new MainWindow(stage, model, "test");
              window.show();
              model.open(List.of(capture));
              new Snapshots(window, model, into, size, done::complete).take();
            })
        .get();
    return done.get(60, TimeUnit.SECONDS);
  }

  @Test
  void everyViewLightAndDark() throws Exception {
    Path out = folder.resolve("out");
    assertThat(take(SampleFiles.in(folder, "needless-rerun-after"), out)).isEmpty();
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .hasSize(2 * View.values().length)
          .contains("ues-light.png", "ladder-dark.png");
    }
    var light = ImageIO.read(out.resolve("ues-light.png").toFile());
    assertThat(light.getWidth()).isEqualTo(1280);
    assertThat(light.getHeight()).isEqualTo(800);
    int paper = ImageIO.read(out.resolve("ues-dark.png").toFile()).getRGB(600, 780) & 0xff;
    assertThat(light.getRGB(600, 780) & 0xff).isGreaterThan(paper + 100);
  }

  /** Larger than the screen of the toolkit without one. */
  @Test
  void anotherSizeIsThatOfThePictures() throws Exception {
    Path out = folder.resolve("out");
    assertThat(
            take(
                SampleFiles.in(folder, "needless-rerun-after"),
                out,
                new Arguments.Size(1920, 1080)))
        .isEmpty();
    var packets = ImageIO.read(out.resolve("packets-light.png").toFile());
    assertThat(packets.getWidth()).isEqualTo(1920);
    assertThat(packets.getHeight()).isEqualTo(1080);
  }

  @Test
  void aFileThatCannotBeOpenedIsNamed() throws Exception {
    Path out = folder.resolve("out");
    assertThat(take(folder.resolve("gone.pcap"), out))
        .hasValueSatisfying(why -> assertThat(why).contains("gone.pcap", "no such file"));
    assertThat(out).doesNotExist();
  }

  @Test
  void picturesAreNotOverwrittenUnlessForced() throws IOException {
    assertThat(Snapshots.refusal(folder, false)).isEmpty();
    Files.createFile(folder.resolve("ladder-dark.png"));
    assertThat(Snapshots.refusal(folder, false))
        .hasValueSatisfying(why -> assertThat(why).contains("ladder-dark.png", "--force"));
    assertThat(Snapshots.refusal(folder, true)).isEmpty();
    assertThat(Snapshots.refusal(Files.createFile(folder.resolve("file")), true))
        .hasValueSatisfying(why -> assertThat(why).contains("is not a folder"));
  }
}
