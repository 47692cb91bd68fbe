package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.PlainText;
import org.roamscope.keys.KeyFiles;
import org.roamscope.keys.KeyRing;

/**
 * From what the user chose to captures that can be read: files are probed, samples unpacked, keys
 * read. A slow disk must not let an earlier choice replace a later one.
 */
final class CaptureOpener {
  private final Executor background;
  private final Executor foreground;
  private final RecentFiles recent;
  private final Consumer<CaptureSet> begin;
  private final Consumer<String> say;
  private KeyRing keys = KeyRing.EMPTY;
  private String keyFault = "";
  private @Nullable Path sampleFolder;
  private int requests;

  /**
   * Nothing chosen.
   *
   * @param begin given captures that are to be read
   * @param say told, printable, why something cannot be opened
   */
  CaptureOpener(
      Executor background,
      Executor foreground,
      Settings settings,
      Consumer<CaptureSet> begin,
      Consumer<String> say) {
    this.background = background;
    this.foreground = foreground;
    this.begin = begin;
    this.say = say;
    recent = new RecentFiles(settings);
  }

  /** Opens captures as one analysis. */
  void open(List<Path> files) {
    if (files.isEmpty()) {
      return;
    }
    List<Path> paths = files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
    int request = ++requests;
    background.execute(() -> {
      for (Path path : paths) {
        var refusal = FileProbe.refusal(path);
        if (refusal.isPresent()) {
          String text = "Cannot open, " + refusal.get() + ": " + PlainText.of(path.toString());
          foreground.execute(() -> refuse(request, text));
          return;
        }
      }
      foreground.execute(() -> begin(request, paths));
    });
  }

  /** Opens a capture of the gallery. */
  void open(SampleCapture sample) {
    int request = ++requests;
    background.execute(() -> {
      try {
        Path file = sample.unpack(samples());
        foreground.execute(() -> begin(request, List.of(file)));
      } catch (IOException e) {
        String text = PlainText.of("The sample cannot be unpacked: " + e.getMessage());
        foreground.execute(() -> refuse(request, text));
      }
    });
  }

  private synchronized Path samples() throws IOException {
    Path known = sampleFolder;
    if (known == null) {
      known = Files.createTempDirectory("roamscope-samples-");
      known.toFile().deleteOnExit();
      sampleFolder = known;
    }
    return known;
  }

  private void refuse(int request, String text) {
    if (request == requests) {
      say.accept(text);
    }
  }

  private void begin(int request, List<Path> files) {
    if (request == requests) {
      begin.accept(new CaptureSet(files, keys));
    }
  }

  /** Remembers captures of which something could be read; samples are not remembered. */
  void haveOpened(CaptureSet captures) {
    Path samples = sampleFolder;
    recent.remember(
        captures.files().stream()
            .filter(file -> samples == null || !file.startsWith(samples))
            .toList());
  }

  /** What is still on its way will not be opened. */
  void forget() {
    requests++;
  }

  /** Takes keys from files and folders, then opens captures; with bad keys without them. */
  void useKeys(List<Path> from, List<Path> captures) {
    background.execute(() -> {
      KeyRing ring = KeyFiles.read(from);
      foreground.execute(() -> {
        List<String> faults = ring.problems().stream().map(Object::toString).toList();
        keys = faults.isEmpty() ? ring : keys;
        keyFault = faults.isEmpty() ? "" : PlainText.of("Keys not used: " + faults.getFirst());
        say.accept(keyFault);
        open(captures);
      });
    });
  }

  /** Takes keys for the captures that are opened from now on. */
  void use(KeyRing ring) {
    keys = ring;
  }

  /** What was wrong with the keys given last, empty for nothing; said once. */
  String takeKeyFault() {
    String fault = keyFault;
    keyFault = "";
    return fault;
  }

  /** Keys for the captures that are opened from now on. */
  KeyRing keys() {
    return keys;
  }

  /** True when keys were given. */
  boolean hasKeys() {
    return !keys.isEmpty();
  }

  /** Files opened before, the latest first. */
  ObservableList<Path> recent() {
    return recent.files();
  }

  /** How many of them are remembered. */
  IntegerProperty recentMost() {
    return recent.most();
  }
}
