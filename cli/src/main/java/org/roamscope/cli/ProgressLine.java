package org.roamscope.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.roamscope.Analysis;

/** One line on standard error for inputs that take longer than a second. */
final class ProgressLine implements Analysis.Progress {
  private static final long SILENT_NANOS = 1_000_000_000L;
  private static final long EVERY_NANOS = 500_000_000L;
  private static final String CLEAR = "\r\033[K";

  private final PrintWriter err;
  private final boolean terminal;
  private final long started = System.nanoTime();
  private long shown;
  private boolean onScreen;

  ProgressLine(PrintWriter err) {
    this.err = err;
    terminal = "1".equals(System.getProperty("roamscope.stderr.tty"));
  }

  @Override
  public void read(String name, long bytes, long frames) {
    long now = System.nanoTime();
    long every = terminal ? EVERY_NANOS : 20 * EVERY_NANOS;
    if (now - started < SILENT_NANOS || now - shown < every) {
      return;
    }
    shown = now;
    String line =
        String.format("%s: %,d packets, %,d MB%s", name, frames, bytes >> 20, share(name, bytes));
    if (terminal) {
      err.print(CLEAR + line);
      onScreen = true;
    } else {
      err.println(line);
    }
    err.flush();
  }

  private static String share(String name, long bytes) {
    try {
      long size = Files.size(Path.of(name));
      return size > 0 ? String.format(" (%d%%)", Math.min(100, bytes * 100 / size)) : "";
    } catch (java.io.IOException | java.nio.file.InvalidPathException e) {
      return ""; // standard input has no size; the line is complete without it
    }
  }

  void clear() {
    if (onScreen) {
      err.print(CLEAR);
      err.flush();
    }
  }
}
