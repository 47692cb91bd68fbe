package org.roamscope.cli.board;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The terminal of the process, which gives single keys while this is open, and then is as it was.
 * It is asked through {@code stty} at {@code /dev/tty}, so that standard input stays free for a
 * capture; JLine finds no terminal when standard input is a pipe.
 */
final class Screen implements AutoCloseable {
  /** Columns and rows. */
  record Size(int columns, int rows) {}

  private static final File TERMINAL = new File("/dev/tty");
  private static final long WAIT_SECONDS = 5;

  /** Alternate screen, no cursor, no wrapping at the right edge. */
  private static final String BEGIN = "\033[?1049h\033[?25l\033[?7l\033[2J";

  private static final String END = "\033[?7h\033[?25h\033[?1049l";

  private final Output output;
  private final String saved;
  private final InputStream keys;
  private boolean open = true;

  /** Where text goes. */
  @FunctionalInterface
  interface Output {
    /** Writes and flushes; false when it cannot be written. */
    boolean write(String text);
  }

  private Screen(Output output, String saved, InputStream keys) {
    this.output = output;
    this.saved = saved;
    this.keys = keys;
  }

  /**
   * Takes the terminal.
   *
   * @throws IOException when there is none that can do this
   */
  static Screen open(Output output) throws IOException {
    String saved = stty("-g").strip();
    Screen screen = new Screen(output, saved, new FileInputStream(TERMINAL));
    // Ctrl-C stays a signal; Ctrl-Z would leave a shell on a terminal without echo.
    stty("-icanon", "-echo", "min", "1", "time", "0", "susp", "undef");
    output.write(BEGIN);
    return screen;
  }

  /** What is typed. */
  InputStream keys() {
    return keys;
  }

  /** How large it is now; empty when it does not say. */
  Optional<Size> size() throws IOException {
    String[] size = stty("size").strip().split(" ", -1);
    if (size.length != 2 || !size[0].matches("\\d{1,4}") || !size[1].matches("\\d{1,4}")) {
      return Optional.empty();
    }
    int rows = Integer.parseInt(size[0]);
    int columns = Integer.parseInt(size[1]);
    return rows == 0 || columns == 0 ? Optional.empty() : Optional.of(new Size(columns, rows));
  }

  /**
   * Draws all lines, from the top left.
   *
   * @return false when the terminal takes nothing any more
   */
  synchronized boolean draw(List<Line> lines, boolean colour) {
    if (!open) {
      return true;
    }
    StringBuilder text = new StringBuilder("\033[H");
    for (int i = 0; i < lines.size(); i++) {
      text.append(i == 0 ? "" : "\r\n").append(lines.get(i).drawn(colour)).append("\033[K");
    }
    return output.write(text.append("\033[J").toString());
  }

  /** Gives the terminal back as it was; again does nothing. */
  @Override
  public synchronized void close() throws IOException {
    if (open) {
      open = false;
      output.write(END);
      stty(saved);
    }
  }

  private static String stty(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("stty"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectInput(TERMINAL).redirectErrorStream(true).start();
    try (InputStream said = process.getInputStream()) {
      String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(WAIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("stty says: " + text.strip());
      }
      return text;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while stty ran", e);
    }
  }
}
