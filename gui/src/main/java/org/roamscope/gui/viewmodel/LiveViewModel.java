package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.roamscope.capture.PcapngCopy;
import org.roamscope.capture.WholeFile;
import org.roamscope.field.PlainText;
import org.roamscope.live.CaptureProcess;
import org.roamscope.live.CaptureStart;
import org.roamscope.live.DefaultFilter;
import org.roamscope.live.LiveException;
import org.roamscope.live.Tap;

/**
 * Live capture: interfaces, start and stop, the file that grows. All methods and properties belong
 * to the thread of {@code foreground}; what waits runs in {@code background}.
 */
public final class LiveViewModel {
  /** Starts a capture in a process of its own. */
  @FunctionalInterface
  public interface Starter {
    /**
     * Starts it.
     *
     * @param said told what the process says that is not routine
     */
    CaptureProcess start(List<Tap> taps, Consumer<String> said) throws LiveException;
  }

  private static final int MAX_WORDS = 20;

  private final Executor background;
  private final Executor foreground;
  private final Starter starter;
  private final Consumer<LiveFile> begun;
  private final Consumer<String> say;
  private final InterfaceList list;
  private final ObservableList<LiveInterface> interfaces = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper(this, "fault", "");
  private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
  private final BooleanProperty promiscuous = new SimpleBooleanProperty(this, "promiscuous", true);
  private final BooleanProperty autoScroll = new SimpleBooleanProperty(this, "autoScroll", true);
  private final ReadOnlyBooleanWrapper capturing = new ReadOnlyBooleanWrapper(this, "capturing");
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper(this, "unsaved");
  private final ReadOnlyStringWrapper names = new ReadOnlyStringWrapper(this, "names", "");
  private final List<String> words = new ArrayList<>();
  private final AtomicBoolean listing = new AtomicBoolean();
  private List<Tap> taps = List.of();
  private @Nullable LiveFile file;
  private volatile @Nullable CaptureProcess process;
  private boolean starting;
  private boolean stopped;
  private BooleanSupplier confirm = () -> true;

  /**
   * Nothing captured.
   *
   * @param begun given the file of a capture that begins
   * @param say told, printable, what is worth knowing
   */
  LiveViewModel(
      Executor background,
      Executor foreground,
      Starter starter,
      InterfaceList list,
      Consumer<LiveFile> begun,
      Consumer<String> say) {
    this.background = background;
    this.foreground = foreground;
    this.starter = starter;
    this.list = list;
    this.begun = begun;
    this.say = say;
  }

  // ---- interfaces ----------------------------------------------------------------------------

  /** Asks the system for its interfaces again, with the next {@link #sample}. */
  public void refresh() {
    background.execute(() -> {
      synchronized (list) {
        list.forget();
      }
      foreground.execute(this::sample);
    });
  }

  /** Counts what went over the interfaces; to be called once a second while somebody looks. */
  public void sample() {
    if (!listing.compareAndSet(false, true)) {
      return;
    }
    background.execute(() -> {
      List<LiveInterface> now = List.of();
      String why = "";
      try {
        synchronized (list) {
          now = list.now();
        }
      } catch (LiveException e) {
        why = PlainText.of(String.valueOf(e.getMessage()));
      }
      List<LiveInterface> found = now;
      String reason = why;
      foreground.execute(() -> {
        listing.set(false);
        fault.set(reason);
        if (found.size() == interfaces.size()) {
          for (int i = 0; i < found.size(); i++) {
            interfaces.set(i, found.get(i)); // a selection stays
          }
        } else {
          interfaces.setAll(found);
        }
      });
    });
  }

  // ---- capturing -----------------------------------------------------------------------------

  /** Begins to capture on these interfaces, in place of what is open. */
  void start(List<String> devices) {
    if (devices.isEmpty() || starting) {
      return;
    }
    String text = filter.get().strip();
    begin(
        devices.stream()
            .map(device ->
                new Tap(
                    device,
                    text.isEmpty() ? null : text,
                    Tap.MOST_SNAP_LENGTH,
                    promiscuous.get(),
                    Tap.USUAL_BUFFER,
                    null))
            .toList());
  }

  /** Begins anew on the same interfaces. */
  void restart() {
    if (!taps.isEmpty() && !starting) {
      begin(taps);
    }
  }

  private void begin(List<Tap> on) {
    starting = true;
    taps = on;
    words.clear();
    background.execute(() -> {
      try {
        Path path = Files.createTempFile("roamscope-live-", ".pcapng");
        path.toFile().deleteOnExit();
        var live = new LiveFile(path);
        CaptureProcess started =
            starter.start(on, line -> foreground.execute(() -> said(live, line)));
        foreground.execute(() -> begun(live, started));
        copy(live, started);
      } catch (IOException e) {
        String text = PlainText.of("Nothing is captured: " + e.getMessage());
        foreground.execute(() -> {
          starting = false;
          say.accept(text);
        });
      }
    });
  }

  private void begun(LiveFile live, CaptureProcess started) {
    starting = false;
    stopped = false;
    file = live;
    process = started;
    capturing.set(true);
    unsaved.set(true);
    names.set(PlainText.of(String.join(", ", taps.stream().map(Tap::device).toList())));
    taps.stream()
        .flatMap(tap -> Stream.ofNullable(tap.filter()))
        .flatMap(text -> DefaultFilter.warning(text).stream())
        .distinct()
        .forEach(warning -> said(live, warning));
    begun.accept(live);
  }

  /** Runs until the process ends. */
  private void copy(LiveFile live, CaptureProcess started) {
    String why = "";
    try (InputStream in = started.input();
        OutputStream out = Files.newOutputStream(live.path())) {
      PcapngCopy.copy(in, out, live::grown);
    } catch (IOException e) {
      why = "The captured packets cannot be kept: " + e.getMessage();
    }
    started.stop(); // when writing failed it still runs
    int code = started.end();
    String reason = PlainText.of(why);
    foreground.execute(() -> ended(live, code, reason));
    live.end();
  }

  private void ended(LiveFile live, int code, String why) {
    if (file != live) {
      return; // the user has gone on
    }
    capturing.set(false);
    process = null;
    if (!why.isEmpty()) {
      said(live, why);
    }
    if (!stopped) {
      said(live, "The capture ended by itself (exit code " + code + ").");
    }
  }

  private void said(LiveFile live, String line) {
    if (words.size() < MAX_WORDS && (file == null || file == live)) {
      words.add(PlainText.of(line));
      say.accept(String.join("\n", words));
    }
  }

  /** Ends the capture; what was captured stays. */
  public void stop() {
    CaptureProcess runs = process;
    if (runs != null) {
      stopped = true;
      background.execute(runs::stop);
    }
  }

  /** Ends the process because the program ends; for any thread. */
  public void endNow() {
    CaptureProcess runs = process;
    if (runs != null) {
      runs.stop();
    }
  }

  /** What the process said, for a capture that came to nothing. */
  String words() {
    return String.join("\n", words);
  }

  /** Lets the capture go: it is stopped, and its file removed. */
  void leave() {
    stop();
    LiveFile old = file;
    file = null;
    process = null;
    capturing.set(false);
    unsaved.set(false);
    if (old != null) {
      background.execute(() -> remove(old));
    }
  }

  private static void remove(LiveFile old) {
    try {
      Files.deleteIfExists(old.path());
    } catch (IOException e) {
      // Still open, which some systems do not like: it goes when the program ends.
      System.getLogger(LiveViewModel.class.getName())
          .log(System.Logger.Level.DEBUG, "a temporary file stays for now", e);
    }
  }

  // ---- keeping -------------------------------------------------------------------------------

  /** Says who is asked before packets are lost that were not saved; true to lose them. */
  public void confirm(BooleanSupplier by) {
    confirm = by;
  }

  /** False when captured packets would be lost and the user wants to keep them. */
  public boolean mayLeave() {
    LiveFile now = file;
    boolean lost = now != null && unsaved.get() && (capturing.get() || now.octets() > 0);
    return !lost || confirm.getAsBoolean();
  }

  /** Saves what was captured, as it came. */
  public void save(Path to) {
    LiveFile live = file;
    if (live == null) {
      return;
    }
    if (capturing.get()) {
      say.accept("Stop the capture first: what comes later would not be in the file.");
      return;
    }
    background.execute(() -> {
      try (WholeFile whole = WholeFile.open(to);
          InputStream in = live.soFar()) {
        in.transferTo(whole.out());
        whole.finish();
        foreground.execute(() -> saved(live));
      } catch (IOException e) {
        String text = PlainText.of("The capture was not saved: " + e.getMessage());
        foreground.execute(() -> say.accept(text));
      }
    });
  }

  private void saved(LiveFile live) {
    if (file == live) {
      unsaved.set(false);
    }
  }

  // ---- state ---------------------------------------------------------------------------------

  /** The file of the capture; null for none. */
  @Nullable LiveFile file() {
    return file;
  }

  /** The interfaces, once {@link #sample} has listed them. */
  public ObservableList<LiveInterface> interfaces() {
    return interfaces;
  }

  /** Why there are none, printable; empty for nothing wrong. */
  public ReadOnlyStringProperty fault() {
    return fault.getReadOnlyProperty();
  }

  /** Capture filter of libpcap; blank for all that may be mobility signalling. */
  public StringProperty filter() {
    return filter;
  }

  /** Whether packets for others are taken too. */
  public BooleanProperty promiscuous() {
    return promiscuous;
  }

  /** Whether the list shows the last packet as packets come. */
  public BooleanProperty autoScroll() {
    return autoScroll;
  }

  /** True while packets come. */
  public ReadOnlyBooleanProperty capturing() {
    return capturing.getReadOnlyProperty();
  }

  /** True when there is a capture that was not saved. */
  public ReadOnlyBooleanProperty unsaved() {
    return unsaved.getReadOnlyProperty();
  }

  /** Interfaces of the capture. */
  public ReadOnlyStringProperty names() {
    return names.getReadOnlyProperty();
  }

  /** Starts dumpcap, or this program as its own helper. */
  public static Starter starter(String main, String path) {
    return (taps, said) -> {
      if (CaptureStart.root()) {
        said.accept(CaptureStart.AS_ROOT);
      }
      return CaptureStart.of(CaptureStart.dumpcap(path), main, taps, said);
    };
  }
}
