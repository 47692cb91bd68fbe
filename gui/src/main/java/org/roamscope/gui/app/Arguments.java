package org.roamscope.gui.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.PlainText;

/**
 * What the command line asks for.
 *
 * @param files captures to open as one analysis
 * @param keys files and folders with keys
 * @param snapshot folder for pictures of every view; null to open the desktop for people
 * @param force true to overwrite pictures that are there
 * @param size of the pictures
 * @param profile configuration profile for this run; null for the one in use last
 */
record Arguments(
    List<Path> files,
    List<Path> keys,
    @Nullable Path snapshot,
    boolean force,
    Size size,
    @Nullable String profile) {
  /**
   * Size of a window, in pixels.
   *
   * @param width from left to right
   * @param height from top to bottom
   */
  record Size(int width, int height) {
    /** Of pictures when nothing else is asked for. */
    static final Size NORMAL = new Size(1280, 800);

    private static final Size LEAST = new Size(480, 320);
    private static final Size MOST = new Size(7680, 4320);

    /** Reads {@code 1920x1080}. */
    static Size of(String text) {
      if (!text.matches("\\d{1,5}x\\d{1,5}")) {
        throw new IllegalArgumentException(
            SIZE
                + " is width x height in pixels, for example 1920x1080, not "
                + PlainText.of(text));
      }
      int at = text.indexOf('x');
      var size =
          new Size(
              Integer.parseInt(text.substring(0, at)), Integer.parseInt(text.substring(at + 1)));
      if (!LEAST.fits(size) || !size.fits(MOST)) {
        throw new IllegalArgumentException(SIZE + " goes from " + LEAST + " to " + MOST);
      }
      return size;
    }

    private boolean fits(Size into) {
      return width <= into.width && height <= into.height;
    }

    @Override
    public String toString() {
      return width + "x" + height;
    }
  }

  static final String USAGE =
      "usage: roamscope gui [-C PROFILE] [--keys FILE|FOLDER]... [FILE...]\n"
          + "       roamscope gui [-C PROFILE] [--keys FILE|FOLDER]... --snapshot FOLDER"
          + " [--size WIDTHxHEIGHT] [--force] FILE...";

  private static final String KEYS = "--keys";
  private static final String SNAPSHOT = "--snapshot";
  private static final String FORCE = "--force";
  private static final String PROFILE = "--config-profile";
  private static final String SIZE = "--size";

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
    Path snapshot = null;
    boolean force = false;
    String profile = null;
    Size size = null;
    boolean options = true;
    for (int i = 0; i < args.length; i++) {
      String word = args[i];
      if (options && word.equals("--")) {
        options = false;
      } else if (options && word.equals(KEYS)) {
        keys.add(path(value(args, ++i, KEYS + " needs a file or a folder")));
      } else if (options && word.equals(SNAPSHOT)) {
        snapshot = path(value(args, ++i, SNAPSHOT + " needs a folder"));
      } else if (options && word.startsWith(SNAPSHOT + "=")) {
        snapshot = path(word.substring(SNAPSHOT.length() + 1));
      } else if (options && (word.equals("-C") || word.equals(PROFILE))) {
        profile = value(args, ++i, word + " needs the name of a configuration profile");
      } else if (options && word.startsWith(PROFILE + "=")) {
        profile = word.substring(PROFILE.length() + 1);
      } else if (options && word.equals(SIZE)) {
        size = Size.of(value(args, ++i, SIZE + " needs a size"));
      } else if (options && word.startsWith(SIZE + "=")) {
        size = Size.of(word.substring(SIZE.length() + 1));
      } else if (options && word.equals(FORCE)) {
        force = true;
      } else if (options && word.startsWith(KEYS + "=")) {
        keys.add(path(word.substring(KEYS.length() + 1)));
      } else if (options && word.startsWith("-")) {
        throw new IllegalArgumentException("unknown option " + PlainText.of(word));
      } else {
        files.add(path(word));
      }
    }
    if (snapshot != null && files.isEmpty()) {
      throw new IllegalArgumentException(SNAPSHOT + " needs a capture to show; name one");
    }
    if (force && snapshot == null) {
      throw new IllegalArgumentException(FORCE + " goes with " + SNAPSHOT + " only");
    }
    if (size != null && snapshot == null) {
      throw new IllegalArgumentException(SIZE + " goes with " + SNAPSHOT + " only");
    }
    return new Arguments(files, keys, snapshot, force, size == null ? Size.NORMAL : size, profile);
  }

  private static String value(String[] args, int at, String otherwise) {
    if (at >= args.length) {
      throw new IllegalArgumentException(otherwise);
    }
    return args[at];
  }

  private static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("not a file name: " + PlainText.of(word), e);
    }
  }
}
