package org.roamscope.gui.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.roamscope.field.PlainText;

/**
 * What the command line asks for.
 *
 * @param files captures to open as one analysis
 * @param keys files and folders with keys
 */
record Arguments(List<Path> files, List<Path> keys) {
  static final String USAGE = "usage: roamscope gui [--keys FILE|FOLDER]... [FILE...]";

  private static final String KEYS = "--keys";

  /** Keeps its own lists. */
  Arguments {
    files = List.copyOf(files);
    keys = List.copyOf(keys);
  }

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException with a sentence for people when it is none
   */
  static Arguments parse(String... args) {
    List<Path> files = new ArrayList<>();
    List<Path> keys = new ArrayList<>();
    boolean options = true;
    for (int i = 0; i < args.length; i++) {
      String word = args[i];
      if (options && word.equals("--")) {
        options = false;
      } else if (options && word.equals(KEYS)) {
        if (++i == args.length) {
          throw new IllegalArgumentException(KEYS + " needs a file or a folder");
        }
        keys.add(path(args[i]));
      } else if (options && word.startsWith(KEYS + "=")) {
        keys.add(path(word.substring(KEYS.length() + 1)));
      } else if (options && word.startsWith("-")) {
        throw new IllegalArgumentException("unknown option " + PlainText.of(word));
      } else {
        files.add(path(word));
      }
    }
    return new Arguments(files, keys);
  }

  private static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("not a file name: " + PlainText.of(word), e);
    }
  }
}
