package org.roamscope.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roamscope.Analysis;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.dissect.Dissection;
import org.roamscope.report.Report;
import org.roamscope.report.Told;

/** Looks at a watch in step with what a look costs, and passes on what is new. */
final class WatchLooks implements Analysis.Watch {
  private static final long EVERY_NANOS = 1_000_000_000L;

  /** A look may take this share of the time at most. */
  private static final int IDLE_SHARE = 10;

  /** Told what a look brings, by the thread that reads. */
  interface Listener {
    /**
     * Takes what is new.
     *
     * @param report all there is so far
     * @param changes what of it is new
     * @param told what was told since the beginning
     */
    void told(Report report, List<Told.Change> changes, Told told);

    /** Takes a frame that is not plain traffic; see {@link Analysis.Watch#frame}. */
    default void frame(Frame frame, Dissection dissection, CaptureReader reader) {}

    /** Takes what the capturing machine lost so far. */
    default void lost(long byKernel, long byInterface) {}

    /** Nothing comes any more; the exit code. */
    int end(Report report);
  }

  private final List<Listener> listeners;
  private final Consumer<String> messages;
  private final Told told = new Told();
  private long next = System.nanoTime() + EVERY_NANOS;
  private long latestPacket = System.nanoTime();
  private Analysis.@Nullable Look look;
  private boolean quiet = true;
  private boolean unseen;

  /**
   * Begins.
   *
   * @param listeners in the order in which they are told
   * @param messages told what is to be said besides
   */
  WatchLooks(List<Listener> listeners, Consumer<String> messages) {
    this.listeners = List.copyOf(listeners);
    this.messages = messages;
  }

  @Override
  public void ready(Analysis.Look out) {
    look = out;
  }

  @Override
  public boolean due() {
    latestPacket = System.nanoTime();
    quiet = false;
    unseen = true;
    return latestPacket >= next;
  }

  @Override
  public void frame(Frame frame, Dissection dissection, CaptureReader reader) {
    for (Listener listener : listeners) {
      listener.frame(frame, dissection, reader);
    }
  }

  @Override
  public void lost(long byKernel, long byInterface) {
    listeners.forEach(listener -> listener.lost(byKernel, byInterface));
  }

  @Override
  public void part(int part) {
    messages.accept(
        "all numbers of frames are used: part "
            + part
            + " begins, its frames are "
            + part
            + ":1 and so on");
  }

  /** Called while the reading thread waits: what came last is told when nothing follows. */
  void waiting() {
    Analysis.Look now = look;
    if (now == null || quiet) {
      return;
    }
    long time = System.nanoTime();
    if (time - latestPacket >= Told.SETTLE_NANOS) {
      quiet = true;
      now.now(true);
    } else if (unseen && time >= next) {
      now.now(false);
    }
  }

  @Override
  public void soFar(Report report, boolean shortened) {
    long begun = System.nanoTime();
    unseen = false;
    if (shortened) {
      tell(report, told.shortened(report));
    }
    tell(report, told.changes(report, quiet));
    long now = System.nanoTime();
    next = now + Math.max(EVERY_NANOS, IDLE_SHARE * (now - begun));
  }

  /** Tells the rest; the first exit code that is not 0, else 0. */
  int end(Report report) {
    tell(report, told.changes(report, true));
    List<Integer> codes = new ArrayList<>();
    listeners.forEach(listener -> codes.add(listener.end(report)));
    return codes.stream().filter(code -> code != ExitCode.CLEAN).findFirst().orElse(ExitCode.CLEAN);
  }

  private void tell(Report report, List<Told.Change> changes) {
    listeners.forEach(listener -> listener.told(report, changes, told));
  }
}
