package org.roamscope.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A running capture: a child process that has the rights and writes pcapng to its standard output.
 * Whatever becomes of it, the records it wrote whole can be read.
 */
public final class CaptureProcess implements AutoCloseable {
  private static final long END_SECONDS = 10;
  private static final long SAID_MILLIS = 2_000;

  private final Process process;
  private final Thread said;

  private CaptureProcess(Process process, Consumer<String> listener) {
    this.process = process;
    said = Thread.ofPlatform().daemon().name("capture-messages").start(() -> listen(listener));
  }

  /**
   * Starts the helper of this program.
   *
   * @param command what starts it, without the options of the taps
   * @param taps where to capture
   * @param listener told each line that it says
   */
  public static CaptureProcess helper(
      List<String> command, List<Tap> taps, Consumer<String> listener) throws LiveException {
    List<String> whole = new ArrayList<>(command);
    taps.forEach(tap -> whole.addAll(tap.arguments()));
    return start(whole, listener);
  }

  /**
   * Starts Wireshark's dumpcap.
   *
   * @param program where it is
   * @param taps where to capture; without a filter they get {@link DefaultFilter}
   * @param listener told each line that it says
   */
  public static CaptureProcess dumpcap(Path program, List<Tap> taps, Consumer<String> listener)
      throws LiveException {
    List<String> command = new ArrayList<>(List.of(program.toString(), "-q", "-w", "-"));
    for (Tap tap : taps) {
      command.addAll(tap.arguments());
      if (tap.filter() == null) {
        command.addAll(List.of("-f", DefaultFilter.TEXT));
      }
    }
    return start(command, listener);
  }

  private static CaptureProcess start(List<String> command, Consumer<String> listener)
      throws LiveException {
    try {
      return new CaptureProcess(new ProcessBuilder(command).start(), listener);
    } catch (IOException e) {
      LiveException failure =
          new LiveException(command.getFirst() + " cannot be started: " + e.getMessage());
      failure.initCause(e);
      throw failure;
    }
  }

  private void listen(Consumer<String> listener) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          listener.accept(line.strip());
        }
      }
    } catch (IOException e) {
      listener.accept("the messages of the capture process cannot be read: " + e.getMessage());
    }
  }

  /** The pcapng; it ends when the process does. */
  public InputStream input() {
    return process.getInputStream();
  }

  /** Process number, for whoever watches it. */
  public long pid() {
    return process.pid();
  }

  /** Asks it to end; what it has yet to write can still be read. */
  public void stop() {
    process.toHandle().destroy(); // Process.destroy would close the pipe too
  }

  /**
   * Waits for its end, by force after a while.
   *
   * @return its exit code
   */
  public int end() {
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      int code = process.waitFor();
      said.join(SAID_MILLIS);
      return code;
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  /** Ends it, whether it was read to its end or not. */
  @Override
  public void close() {
    stop();
    end();
  }
}
