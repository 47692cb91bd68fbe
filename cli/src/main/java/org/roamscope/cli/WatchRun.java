package org.roamscope.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.roamscope.cli.board.Board;
import org.roamscope.report.Report;
import picocli.CommandLine.Model.CommandSpec;

/**
 * One run of a watch: what ends it, who is told what it sees, and where its messages go. While a
 * board has the terminal, messages stand there; those on a terminal follow when it is given back.
 */
final class WatchRun implements AutoCloseable {
  /** Messages held back for the end; of more the first go. */
  private static final int MOST_MESSAGES = 100;

  private final CommandSpec spec;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AtomicBoolean quit = new AtomicBoolean();
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final Deque<String> messages = new ArrayDeque<>();
  private @Nullable WatchLooks looks;
  private @Nullable Board board;
  private Runnable stop = () -> cancelled.set(true);
  private long messagesGone;

  WatchRun(CommandSpec spec) {
    this.spec = spec;
  }

  /** Another way to end than to stop reading: what is on its way is still read. */
  void onStop(Runnable other) {
    stop = other;
  }

  void begin(List<WatchLooks.Listener> listeners) {
    looks = new WatchLooks(listeners, this::say);
  }

  WatchLooks looks() {
    if (looks == null) {
      throw new IllegalStateException("not begun");
    }
    return looks;
  }

  /** Ends the run. */
  void stop() {
    stopped.set(true);
    stop.run();
  }

  /** The same, because the user at the board has seen enough. */
  void userStops() {
    quit.set(true);
    stop();
  }

  /** True when somebody ended it. */
  boolean stopped() {
    return stopped.get();
  }

  /** True when the user ended it at the board. */
  boolean quit() {
    return quit.get();
  }

  /** True when reading is to stop. */
  boolean cancelled() {
    return cancelled.get();
  }

  /** Asked by inputs while they wait: true when they are to end. */
  boolean waits() {
    if (looks != null) {
      looks.waiting();
    }
    return cancelled();
  }

  /** Nothing comes any more; the exit code of those who were told. */
  int end(Report report) {
    int code = looks().end(report);
    close();
    return code;
  }

  synchronized void shows(Board shown) {
    board = shown;
  }

  /** Says a line that is safe for a terminal. */
  synchronized void say(String line) {
    boolean shared = "1".equals(System.getProperty("roamscope.stderr.tty"));
    if (board != null) {
      board.say(line);
    }
    if (board == null || !shared) {
      KeyOptions.say(spec, line);
      return;
    }
    if (messages.size() == MOST_MESSAGES) {
      messages.removeFirst();
      messagesGone++;
    }
    messages.addLast(line);
  }

  /** Gives the terminal back, and says what was held back. */
  @Override
  public synchronized void close() {
    Board shown = board;
    board = null;
    try {
      if (shown != null) {
        shown.close();
      }
    } catch (IOException e) {
      KeyOptions.say(spec, "the terminal is not as it was: " + e.getMessage());
    }
    if (messagesGone > 0) {
      KeyOptions.say(spec, messagesGone + " earlier messages are left out");
    }
    messages.forEach(line -> KeyOptions.say(spec, line));
    messages.clear();
    messagesGone = 0;
  }
}
