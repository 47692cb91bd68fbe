package org.roamscope.cli.board;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;
import org.roamscope.report.CaptureSummary;
import org.roamscope.report.Report;
import org.roamscope.report.Told;
import org.roamscope.report.WatchedUes;
import org.roamscope.track.Tracker;

/**
 * The board: told by the thread that reads, drawn by one of its own. What it keeps does not grow
 * with time.
 */
public final class Board implements AutoCloseable {
  /** UEs that can be scrolled to; of more only those that are searched for. */
  private static final int MOST_UES = 5_000;

  private static final long DRAW_MILLIS = 250;
  private static final long SIZE_NANOS = 1_000_000_000L;
  private static final int EXIT_CLEAN = 0;

  private final String source;
  private final Signs signs;
  private final boolean colour;
  private final Runnable stop;
  private final ToIntFunction<String> print;
  private final Screen screen;
  private final CountDownLatch quit = new CountDownLatch(1);
  private final Semaphore changed = new Semaphore(0);
  private final PerMinute perMinute = new PerMinute();
  private final long begun = System.nanoTime();
  private volatile Screen.Size size = new Screen.Size(80, 24);
  private View view = View.FIRST;
  private WatchedUes ues = WatchedUes.NONE;
  private Map<Verdict, Long> verdicts = Map.of();
  private Map<Severity, Long> findings = Map.of();
  private Figures.Drops drops = Figures.Drops.UNKNOWN;
  private long packets;
  private long packetsPerSecond;
  private long toldNanos = begun;
  private long latestNanos = Long.MIN_VALUE;
  private String message = "";
  private String alarm = "";
  private boolean ended;
  private @Nullable Figures paused;
  private @Nullable Throwable failure;
  private volatile int code = EXIT_CLEAN;

  private Board(Look look, ToIntFunction<String> print, Runnable stop) throws IOException {
    source = look.source();
    signs = new Signs(look.unicode());
    colour = look.colour();
    this.print = print;
    this.stop = stop;
    screen = Screen.open(this::write);
    Runtime.getRuntime().addShutdownHook(new Thread(this::interrupted, "roamscope-board-end"));
  }

  /**
   * How it looks.
   *
   * @param source interface or file; safe for a terminal
   * @param colour true for colours
   * @param unicode false for ASCII alone
   */
  public record Look(String source, boolean colour, boolean unicode) {}

  /**
   * Takes the terminal and begins to draw.
   *
   * @param print writes and flushes text; its exit code, 0 while the terminal takes it
   * @param stop called when the user wants to end
   * @throws IOException when there is no terminal that can do this
   */
  public static Board open(Look look, ToIntFunction<String> print, Runnable stop)
      throws IOException {
    Board board = new Board(look, print, stop);
    Thread.ofPlatform().daemon().name("roamscope-board").start(board::drawing);
    Thread.ofPlatform().daemon().name("roamscope-keys").start(board::reading);
    return board;
  }

  private boolean write(String text) {
    int written = code == EXIT_CLEAN ? print.applyAsInt(text) : code;
    code = written;
    return written == EXIT_CLEAN;
  }

  /** Takes what there is so far, and what of it is new. */
  public void told(Report report, List<Told.Change> changes, Told told) {
    String search;
    synchronized (this) {
      search = view.search();
    }
    WatchedUes now = WatchedUes.of(report, MOST_UES, search);
    synchronized (this) {
      ues = now;
      verdicts = Map.copyOf(told.verdicts());
      findings = Map.copyOf(told.severities());
      changes.forEach(this::count);
      rate(report.captures().stream().mapToLong(CaptureSummary::packets).sum());
      if (packets > 0) {
        latestNanos = report.audit().correlation().observation().lastNanos();
        perMinute.reach(latestNanos);
      }
      if (!report.limits().isEmpty()) {
        alarm = String.join("; ", report.limits());
      }
      changed.release();
    }
  }

  private void count(Told.Change change) {
    if (change instanceof Told.OfHandover of && of.kind() != Told.Kind.REVISED) {
      perMinute.count(
          of.handover().movement().begin().timeNanos(), of.kind() == Told.Kind.NEW ? 1 : -1);
    }
  }

  private void rate(long read) {
    long now = System.nanoTime();
    double seconds = (now - toldNanos) / 1e9;
    if (seconds > 0.2 || packets == 0) {
      packetsPerSecond = Math.round((read - packets) / Math.max(seconds, 0.001));
      toldNanos = now;
    }
    packets = read;
  }

  /** Takes what the capturing machine lost so far. */
  public synchronized void lost(long byKernel, long byInterface) {
    drops = new Figures.Drops(true, byKernel, byInterface);
  }

  /** Shows a line until the next comes; it must be safe for a terminal. */
  public synchronized void say(String text) {
    message = text;
    changed.release();
  }

  /** Says that nothing comes any more, and waits for the user to end. */
  public void ended(String why) {
    synchronized (this) {
      message = why;
      ended = true;
      packetsPerSecond = 0;
      changed.release();
    }
    try {
      quit.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** True when the user or a signal asked for the end. */
  public boolean quits() {
    return quit.getCount() == 0;
  }

  /** Exit code of what was written: 0 while the terminal took all. */
  public int code() {
    return code;
  }

  /**
   * Gives the terminal back.
   *
   * @throws IOException when it cannot be made what it was
   * @throws IllegalStateException when drawing failed
   */
  @Override
  public void close() throws IOException {
    quit.countDown();
    screen.close();
    Throwable failed;
    synchronized (this) {
      changed.release();
      failed = failure;
    }
    if (failed != null) {
      throw new IllegalStateException("the board could not be drawn", failed);
    }
  }

  private void interrupted() {
    quit.countDown();
    try {
      screen.close();
    } catch (IOException e) {
      say(String.valueOf(e.getMessage())); // the terminal is gone: nobody reads anything else
    }
  }

  private void quit() {
    quit.countDown();
    stop.run();
  }

  // ---- keys ----------------------------------------------------------------------------------

  private void reading() {
    KeyReader reader = new KeyReader(screen.keys());
    try {
      while (!quits()) {
        reader.next().ifPresent(this::pressed);
      }
    } catch (IOException e) {
      say(String.valueOf(e.getMessage()));
      quit();
    } catch (OutOfMemoryError e) {
      failed(e);
    }
  }

  private void pressed(Key key) {
    boolean typing;
    synchronized (this) {
      typing = view.panel() == View.Panel.SEARCH;
    }
    if (!typing && key.equals(new Key.Typed('q'))) {
      quit();
      return;
    }
    synchronized (this) {
      if (!typing && key.equals(new Key.Typed('p'))) {
        paused = paused == null ? now() : null;
      } else {
        Figures shown = shown();
        view = view.after(key, shown.ues().ues(), layout(shown).page());
        view = layout(shown).held();
      }
      changed.release();
    }
  }

  // ---- drawing -------------------------------------------------------------------------------

  private void drawing() {
    List<String> before = List.of();
    try {
      for (long sized = System.nanoTime() - SIZE_NANOS; !quits(); ) {
        if (System.nanoTime() - sized >= SIZE_NANOS) {
          sized = System.nanoTime();
          Screen.Size now = screen.size().orElse(size);
          before = now.equals(size) ? before : List.of();
          size = now;
        }
        List<Line> lines = lines();
        List<String> drawn = lines.stream().map(line -> line.drawn(true)).toList();
        if (!drawn.equals(before) && !screen.draw(lines, colour)) {
          quit();
        }
        before = drawn;
        pause();
      }
    } catch (IOException e) {
      say(String.valueOf(e.getMessage()));
      quit();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | OutOfMemoryError e) {
      failed(e);
    }
  }

  /** The board has to go, and the terminal back: {@link #close} says why. */
  private void failed(Throwable e) {
    synchronized (this) {
      failure = e;
    }
    quit();
  }

  /** Until something changed, or a moment: the clock goes on. */
  private void pause() throws InterruptedException {
    if (changed.tryAcquire(DRAW_MILLIS, TimeUnit.MILLISECONDS)) {
      changed.drainPermits();
    }
  }

  private synchronized List<Line> lines() {
    return layout(shown()).lines();
  }

  private Layout layout(Figures figures) {
    return new Layout(figures, view, paused != null, size.columns(), size.rows(), signs);
  }

  private Figures shown() {
    return paused == null ? now() : paused;
  }

  private Figures now() {
    Runtime runtime = Runtime.getRuntime();
    return new Figures(
        source,
        (System.nanoTime() - begun) / 1_000_000_000L,
        latestNanos,
        packets,
        packetsPerSecond,
        drops,
        runtime.totalMemory() - runtime.freeMemory() >> 20,
        runtime.maxMemory() >> 20,
        ues,
        Tracker.uesIn(runtime.maxMemory()),
        verdicts,
        findings,
        perMinute.counts(),
        message,
        alarm,
        ended);
  }
}
