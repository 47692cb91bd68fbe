package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.roamscope.capture.WholeFile;
import org.roamscope.field.PlainText;

/**
 * The small text files of a configuration profile. They are read at once and written in the
 * background, whole or not at all; of several texts for one file the last is written.
 */
final class ProfileFiles {
  private static final long MAX_OCTETS = 1 << 20;

  private final Executor background;
  private final Executor foreground;
  private final Consumer<String> say;
  private final Map<Path, String> waiting = new LinkedHashMap<>();

  /**
   * Files.
   *
   * @param say told, printable, what cannot be read or written
   */
  ProfileFiles(Executor background, Executor foreground, Consumer<String> say) {
    this.background = background;
    this.foreground = foreground;
    this.say = say;
  }

  /** What a file holds; empty when there is none, or when it cannot be read, which is said. */
  Optional<String> read(Path file) {
    synchronized (waiting) {
      if (waiting.containsKey(file)) {
        return Optional.of(waiting.get(file));
      }
    }
    try {
      if (Files.exists(file) && Files.size(file) > MAX_OCTETS) {
        setAside(file, "it has more than " + MAX_OCTETS + " octets");
        return Optional.empty();
      }
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (CharacterCodingException e) {
      setAside(file, "it is not UTF-8 text");
      return Optional.empty();
    } catch (IOException e) {
      tell(file + " cannot be read: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Says that a file is damaged, and gives it another name, so that it is not written over. */
  void setAside(Path file, String why) {
    Path aside = file.resolveSibling(file.getFileName() + ".damaged");
    String said = "The settings in " + file + " are not used, " + why;
    try {
      for (int i = 2; Files.exists(aside); i++) {
        aside = file.resolveSibling(file.getFileName() + ".damaged-" + i);
      }
      Files.move(file, aside);
      tell(said + "; the file is kept as " + aside.getFileName() + ".");
    } catch (IOException e) {
      tell(said + "; it cannot be renamed: " + e.getMessage());
    }
  }

  private void tell(String text) {
    String said = PlainText.of(text);
    foreground.execute(() -> say.accept(said));
  }

  /** Writes a file, with its folder if need be. */
  void write(Path file, String text) {
    synchronized (waiting) {
      waiting.put(file, text);
    }
    background.execute(this::flush);
  }

  /** Writes what waits to be written. */
  synchronized void flush() {
    Map<Path, String> now;
    synchronized (waiting) {
      now = Map.copyOf(waiting);
    }
    now.forEach((file, text) -> {
      try {
        Files.createDirectories(file.toAbsolutePath().getParent());
        WholeFile.write(file, text);
      } catch (IOException e) {
        tell("Settings are not saved: " + e.getMessage());
      }
      synchronized (waiting) {
        waiting.remove(file, text);
      }
    });
  }
}
