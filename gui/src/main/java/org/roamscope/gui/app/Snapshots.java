package org.roamscope.gui.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.roamscope.field.PlainText;
import org.roamscope.gui.view.MainWindow;
import org.roamscope.gui.view.MainWindow.View;
import org.roamscope.gui.view.Png;
import org.roamscope.gui.viewmodel.MainViewModel;
import org.roamscope.gui.viewmodel.MainViewModel.Page;
import org.roamscope.gui.viewmodel.MainViewModel.Work;

/** Pictures of every view, light and dark, once the captures were read and judged. */
final class Snapshots {
  /** How often to look whether all is there. */
  private static final Duration LOOK = Duration.millis(200);

  /** What a view may take to be laid out and drawn. */
  private static final Duration DRAW = Duration.millis(150);

  private static final List<String> THEMES = List.of("light", "dark");

  private record Step(View view, String theme) {
    String file() {
      return view.id() + "-" + theme + ".png";
    }
  }

  private final MainWindow window;
  private final MainViewModel model;
  private final Consumer<Optional<String>> done;
  private final Path folder;
  private final Arguments.Size size;
  private final Map<String, byte[]> images = new LinkedHashMap<>();
  private final Deque<Step> steps = new ArrayDeque<>();

  /**
   * Pictures to be taken.
   *
   * @param size of each
   * @param done told when all is written, with a sentence when that failed
   */
  Snapshots(
      MainWindow window,
      MainViewModel model,
      Path folder,
      Arguments.Size size,
      Consumer<Optional<String>> done) {
    this.window = window;
    this.model = model;
    this.folder = folder;
    this.size = size;
    this.done = done;
    steps().forEach(steps::add);
  }

  private static Stream<Step> steps() {
    return THEMES.stream()
        .flatMap(theme -> Stream.of(View.values()).map(view -> new Step(view, theme)));
  }

  /** Why pictures cannot go into a folder, as a sentence; empty when they can. */
  static Optional<String> refusal(Path folder, boolean force) {
    String name = PlainText.of(folder.toString());
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      return Optional.of("--snapshot " + name + " is not a folder; name another one");
    }
    return force
        ? Optional.empty()
        : steps()
            .map(step -> folder.resolve(step.file()))
            .filter(Files::exists)
            .findFirst()
            .map(file ->
                PlainText.of(file.toString())
                    + " is there already; --force overwrites it, or name another folder"
                    + " for --snapshot");
  }

  /** Waits for the captures, then takes one after the other. */
  void take() {
    window.drawOnly(size.width(), size.height());
    after(LOOK, this::look);
  }

  private void look() {
    boolean reading = model.work().get() != Work.NONE;
    if (model.page().get() == Page.WELCOME && !model.banner().get().isEmpty()) {
      done.accept(Optional.of(model.banner().get()));
    } else if (reading || model.report().get() == null || counting()) {
      after(LOOK, this::look);
    } else {
      model.step(1);
      after(DRAW, this::next);
    }
  }

  private void next() {
    Step step = steps.poll();
    if (step == null) {
      done.accept(write());
      return;
    }
    model.dark().set(step.theme().equals("dark"));
    window.show(step.view());
    window.picture(); // lays it out, so that what is now seen can be asked for
    after(DRAW, () -> picture(step));
  }

  private void picture(Step step) {
    if (counting()) {
      after(DRAW, () -> picture(step));
    } else {
      images.put(step.file(), Png.of(window.picture()));
      next();
    }
  }

  private boolean counting() {
    return model.ues().busy() || model.statistics().busy();
  }

  private static void after(Duration time, Runnable action) {
    var pause = new PauseTransition(time);
    pause.setOnFinished(_ -> action.run());
    pause.play();
  }

  private Optional<String> write() {
    try {
      Files.createDirectories(folder);
      for (var image : images.entrySet()) {
        Path part = folder.resolve("." + image.getKey() + ".part");
        try {
          Files.write(part, image.getValue());
          Files.move(part, folder.resolve(image.getKey()), StandardCopyOption.REPLACE_EXISTING);
        } finally {
          Files.deleteIfExists(part);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          "the pictures cannot be written to "
              + PlainText.of(folder.toString())
              + ": "
              + PlainText.of(String.valueOf(e.getMessage())));
    }
  }
}
