package org.roamscope.gui.app;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import org.roamscope.gui.view.MainWindow;
import org.roamscope.gui.view.MainWindow.View;
import org.roamscope.gui.viewmodel.FrameDetail;
import org.roamscope.gui.viewmodel.MainViewModel;
import org.roamscope.gui.viewmodel.MainViewModel.Work;
import org.roamscope.gui.viewmodel.Settings;

/**
 * Measures the desktop over a capture, drawn into memory: {@code DesktopBenchMain FILE
 * [FILTER...]}. For each step a line: what, its time, the processor time of the thread of the
 * window in it, for how long at most that did not answer, and how much of such a silence was work
 * of its own; where it was then, if that was too long. See bench/desktop.sh.
 */
public final class DesktopBenchMain {
  private static final long PATIENCE_MINUTES = 15;
  private static final int MEBIBYTE = 1 << 20;

  private static final long PULSE_MILLIS = 50;

  /** A silence that a user notices. */
  private static final long TOO_LONG_MILLIS = 100;

  private final MainViewModel model;
  private final MainWindow window;
  private final Stage stage;
  private final Watchdog watchdog;
  private final Thread fx;
  private long fxNanos;

  /** How long the thread of the window does not answer, and what it does then. */
  private static final class Watchdog {
    private final Thread watched;
    private long longest;
    private long work;
    private String place = "";

    Watchdog(Thread watched) {
      this.watched = watched;
    }

    void start() {
      Thread.ofPlatform()
          .daemon()
          .name("watchdog")
          .start(() -> {
            try {
              while (true) {
                ask();
                Thread.sleep(2);
              }
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }

    private void ask() throws InterruptedException {
      long asked = System.nanoTime();
      long worked = cpu(watched);
      var answered = new CountDownLatch(1);
      Platform.runLater(answered::countDown);
      String seen = "";
      if (!answered.await(TOO_LONG_MILLIS, TimeUnit.MILLISECONDS)) {
        seen = place();
        answered.await();
      }
      took(System.nanoTime() - asked, cpu(watched) - worked, seen);
    }

    private synchronized void took(long nanos, long busy, String seen) {
      longest = Math.max(longest, nanos);
      if (busy > work) {
        work = busy;
        place = seen;
      }
    }

    private String place() {
      return Arrays.stream(watched.getStackTrace())
          .limit(40)
          .map(frame -> frame.getClassName().replaceAll(".*\\.", "") + "." + frame.getMethodName())
          .collect(Collectors.joining(" < "));
    }

    /**
     * The longest silence since the last call, and the most processor time in one, in words: the
     * rest is the collector and other work on the machine.
     */
    synchronized String take() {
      String said =
          String.format(
              Locale.ROOT, "silent %6.0f ms  at work %6.0f ms", longest / 1e6, work / 1e6);
      String where = work > TOO_LONG_MILLIS * 1_000_000L ? "\n    " + place : "";
      longest = 0;
      work = 0;
      place = "";
      return said + where;
    }
  }

  private DesktopBenchMain() throws Exception {
    fx = onFx(Thread::currentThread);
    watchdog = new Watchdog(fx);
    var made = new Object[3];
    onFx(() -> {
      var shown = new Stage();
      var view =
          new MainViewModel(
              RoamscopeApplication::inBackground,
              Platform::runLater,
              Settings.forgetful(),
              "bench");
      var main = new MainWindow(shown, view, "bench");
      main.show();
      made[0] = view;
      made[1] = main;
      made[2] = shown;
      return true;
    });
    model = (MainViewModel) made[0];
    window = (MainWindow) made[1];
    stage = (Stage) made[2];
  }

  /** Measures, and ends the program. */
  public static void main(String[] args) throws Exception {
    System.setOut(
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    var toolkit = new CountDownLatch(1);
    Platform.startup(toolkit::countDown);
    toolkit.await();
    AtomicLong held = heapAfterCollections();
    new DesktopBenchMain().run(Path.of(args[0]), Arrays.copyOfRange(args, 1, args.length));
    System.gc();
    say(
        "heap in the end",
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE,
        "MB");
    say("heap after a collection, at most", held.get() / MEBIBYTE, "MB");
    say("resident at most", resident(), "MB");
    Platform.exit();
    System.exit(0);
  }

  private void run(Path file, String[] filters) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {
      e.printStackTrace();
      System.exit(1);
    });
    onFx(() -> {
      Thread.currentThread()
          .setUncaughtExceptionHandler(Thread.getDefaultUncaughtExceptionHandler());
      return true;
    });
    watchdog.start();
    Thread.sleep(2000); // the window is drawn for the first time
    ended("window");
    long begin = System.nanoTime();
    onFx(() -> {
      model.open(List.of(file));
      return true;
    });
    until(() -> !model.packets().get().isEmpty());
    lap("first packets", begin);
    until(() -> model.work().get() != Work.READING);
    lap("all packets", begin);
    int last = onFx(() -> model.packets().get().size()) - 1;
    step("scroll to the end", () -> scroll(last), () -> shows(last));
    step("back to the begin", () -> scroll(0), () -> shows(0));
    until(() -> model.report().get() != null);
    lap("audit", begin);
    until(() -> !model.ues().busy() && !model.statistics().busy());
    lap("UEs and statistics", begin);
    pageThrough(last);
    jump("jump to the last packet", last);
    jump("jump to the middle", last / 2);
    jump("jump to the last again", last);
    jump("one packet back", last - 1);
    step("Home key", () -> key(packets(), KeyCode.HOME), () -> shows(0) && opened(0));
    step("End key", () -> key(packets(), KeyCode.END), () -> shows(last) && opened(last));
    step("mark all", model::markAllShown, () -> true);
    step("unmark all", model::unmarkAll, () -> true);
    step("next finding", () -> model.stepToFinding(-1), () -> true);
    for (String filter : filters) {
      step(
          "filter " + filter,
          () -> {
            model.filter().text().set(filter);
            model.filter().apply();
          },
          () -> model.work().get() == Work.NONE);
      System.out.println("  " + onFx(() -> model.status().get()));
    }
    step("filter cleared", () -> model.filter().clear(), () -> model.work().get() == Work.NONE);
    ues();
    for (View view : View.values()) {
      step(
          "view " + view.id(),
          () -> window.show(view),
          () -> !model.ues().busy() && !model.statistics().busy());
    }
  }

  private void ues() throws Exception {
    step("UE page", () -> window.show(View.UES), () -> true);
    int count = onFx(() -> model.ues().count());
    System.out.println("  UEs: " + count);
    if (count == 0) {
      return;
    }
    step(
        "first UE drawn",
        () -> {},
        () -> !model.ues().busy() && model.ues().detail().get() != null);
    String id = onFx(() -> model.ues().shown().get(count - 1).id());
    for (int end = 1; end <= id.length(); end += 4) {
      String typed = id.substring(0, end);
      step("search " + typed, () -> model.ues().search().set(typed), () -> !model.ues().busy());
    }
    step("search whole", () -> model.ues().search().set(id), () -> settledSearch(id));
    step("choose it", () -> ueTable().getSelectionModel().select(0), () -> chosen(id));
    step(
        "search cleared",
        () -> model.ues().search().set(""),
        () -> model.ues().shown().size() == count);
    step("sort UEs", () -> sort(ueTable(), 5), () -> !model.ues().busy());
    step(
        "choose the last",
        () -> ueTable().getSelectionModel().select(count - 1),
        () -> !model.ues().busy());
    step("scroll UEs", () -> ueTable().scrollTo(count - 1), () -> showsIndex(ueTable(), count - 1));
  }

  private boolean settledSearch(String id) {
    return model.ues().shown().size() == 1 && model.ues().shown().getFirst().id().equals(id);
  }

  private boolean chosen(String id) {
    var detail = model.ues().detail().get();
    return !model.ues().busy() && detail != null && detail.summary().id().equals(id);
  }

  /** Two hundred screens evenly over the list, as when the bar is dragged. */
  private void pageThrough(int last) throws Exception {
    long begin = System.nanoTime();
    for (int i = 0; i < 200; i++) {
      int to = (int) ((long) last * i / 200);
      onFx(() -> {
        scroll(to);
        return true;
      });
      onFx(() -> true);
    }
    lap("drag through 200 places", begin);
  }

  private void jump(String what, int row) throws Exception {
    step(what, () -> model.goTo(Integer.toString(row + 1)), () -> opened(row));
  }

  private boolean opened(int row) {
    FrameDetail detail = model.detail().get();
    return detail != null && detail.row() == row;
  }

  private static void key(TableView<?> table, KeyCode code) {
    table.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  /** Drags the bar to a row. */
  private void scroll(int row) {
    var bar = (ScrollBar) stage.getScene().lookup("#packets-bar");
    if (bar.isVisible()) {
      bar.setValue(Math.min(bar.getMax(), row));
    } else {
      packets().layout();
      packets().scrollTo(row);
    }
  }

  /** Or the one beside it: the table may have become a row lower since it was scrolled. */
  private boolean shows(int row) {
    return packets().lookupAll(".table-row-cell").stream()
        .anyMatch(cell ->
            cell instanceof TableRow<?> one
                && one.getItem() instanceof Integer shown
                && Math.abs(shown - row) <= 1);
  }

  private static boolean showsIndex(TableView<?> table, int index) {
    return table.lookupAll(".table-row-cell").stream()
        .anyMatch(cell -> cell instanceof TableRow<?> one && one.getIndex() == index);
  }

  private static <T> void sort(TableView<T> table, int column) {
    table.getSortOrder().add(table.getColumns().get(column));
  }

  private TableView<?> packets() {
    return (TableView<?>) stage.getScene().lookup("#packets");
  }

  private TableView<?> ueTable() {
    return (TableView<?>) stage.getScene().lookup("#ues");
  }

  // ---- steps ---------------------------------------------------------------------------------

  private void step(String what, Runnable action, Callable<Boolean> done) throws Exception {
    ended("");
    long begin = System.nanoTime();
    onFx(() -> {
      action.run();
      return true;
    });
    until(done);
    // What was asked for is on the screen after another pulse.
    Thread.sleep(PULSE_MILLIS);
    onFx(() -> true);
    lap(what, begin + PULSE_MILLIS * 1_000_000);
  }

  private void lap(String what, long begin) {
    ended(String.format(Locale.ROOT, "%-30s %8.2f s", what, (System.nanoTime() - begin) / 1e9));
  }

  /** Ends a step: what it says of itself, and what the thread of the window did meanwhile. */
  private void ended(String step) {
    long cpu = cpu(fx);
    String silence = watchdog.take();
    if (!step.isEmpty()) {
      System.out.printf(
          Locale.ROOT, "%s  busy %6.0f ms  %s%n", step, (cpu - fxNanos) / 1e6, silence);
    }
    fxNanos = cpu;
  }

  private static long cpu(Thread thread) {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
  }

  private static void until(Callable<Boolean> done) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    while (!onFx(done)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("it takes more than " + PATIENCE_MINUTES + " minutes");
      }
      Thread.sleep(20);
    }
  }

  private static <T> T onFx(Callable<T> asked) throws Exception {
    var task = new FutureTask<>(asked);
    Platform.runLater(task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  // ---- memory --------------------------------------------------------------------------------

  private static AtomicLong heapAfterCollections() {
    var most = new AtomicLong();
    List<String> heap = new ArrayList<>();
    ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
        .forEach(pool -> heap.add(pool.getName()));
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener(
              (notification, _) -> {
                var after =
                    GarbageCollectionNotificationInfo.from(
                            (CompositeData) notification.getUserData())
                        .getGcInfo()
                        .getMemoryUsageAfterGc();
                most.accumulateAndGet(
                    heap.stream().map(after::get).mapToLong(MemoryUsage::getUsed).sum(), Math::max);
              },
              null,
              null);
    }
    return most;
  }

  /** Peak of resident memory as Linux counts it, in megabytes; -1 elsewhere. */
  private static long resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
            .findFirst()
            .orElse(-1)
        : -1;
  }

  private static void say(String what, long number, String unit) {
    System.out.printf(Locale.ROOT, "%-34s %8d %s%n", what, number, unit);
  }
}
