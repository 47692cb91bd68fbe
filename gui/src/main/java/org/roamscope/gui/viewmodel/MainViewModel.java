package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Profile;
import org.roamscope.audit.Severity;
import org.roamscope.decode.DecodeCatalog;
import org.roamscope.decode.output.Column;
import org.roamscope.field.PlainText;
import org.roamscope.filter.Filter;
import org.roamscope.keys.KeyFiles;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.Report;
import org.roamscope.track.At;

/**
 * The state of the main window. All methods and properties belong to the thread of {@code
 * foreground}; what takes time runs in {@code background} and reports back.
 */
public final class MainViewModel {
  private static final long REFRESH_NANOS = 100_000_000L;
  private static final int NORMAL_ZOOM = 100;
  private static final int ZOOM_STEP = 10;
  private static final int MAX_ZOOM = 200;
  private static final int MAX_BANNER_LINES = 5;

  /** The page of the statistics. */
  public StatisticsViewModel statistics() {
    return statistics;
  }

  /** What fills the window. */
  public enum Page {
    /** Nothing is open. */
    WELCOME,
    /** Captures are open. */
    CAPTURE
  }

  /** What runs in the background. */
  public enum Work {
    /** Nothing. */
    NONE,
    /** Rows come in. */
    READING,
    /** The report is being made. */
    AUDITING,
    /** A filter goes through the packets. */
    FILTERING
  }

  private final Executor background;
  private final Executor foreground;
  private final RecentFiles recent;
  private final String version;
  private final FilterViewModel filter;
  private final UeViewModel ues;
  private final StatisticsViewModel statistics;
  private final Navigation navigation = new Navigation();
  private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
  private final IntegerProperty zoom = new SimpleIntegerProperty(this, "zoom", NORMAL_ZOOM);
  private final ReadOnlyObjectWrapper<Page> page =
      new ReadOnlyObjectWrapper<>(this, "page", Page.WELCOME);
  private final ReadOnlyObjectWrapper<Work> work =
      new ReadOnlyObjectWrapper<>(this, "work", Work.NONE);
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
  private final ReadOnlyStringWrapper title =
      new ReadOnlyStringWrapper(this, "title", StatusText.NAME);
  private final ReadOnlyStringWrapper status =
      new ReadOnlyStringWrapper(this, "status", StatusText.EMPTY);
  private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper(this, "facts", "");
  private final ReadOnlyStringWrapper banner = new ReadOnlyStringWrapper(this, "banner", "");
  private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper(this, "headline", "");
  private final ReadOnlyObjectWrapper<PacketList> packets =
      new ReadOnlyObjectWrapper<>(this, "packets", PacketList.all(0));
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected", -1);
  private final ReadOnlyObjectWrapper<@Nullable FrameDetail> detail =
      new ReadOnlyObjectWrapper<>(this, "detail");
  private final ReadOnlyObjectWrapper<@Nullable Report> report =
      new ReadOnlyObjectWrapper<>(this, "report");
  private final ExportViewModel exports;
  private final ProfileChoice profile;
  private final KeysViewModel keyFiles;
  private KeyRing keys = KeyRing.EMPTY;
  private String keyFault = "";
  private @Nullable CaptureSet open;
  private @Nullable Filter wanted;
  private @Nullable Filter filteredBy;
  private @Nullable AtomicBoolean filtering;
  private @Nullable Path sampleFolder;
  private int[] order = new int[0];
  private int openRequests;
  private final AtomicInteger detailRequests = new AtomicInteger();
  private boolean read;
  private boolean auditing;

  /**
   * A window without a capture.
   *
   * @param background runs what may block; tasks may run side by side
   * @param foreground runs what changes the properties, in the order given
   * @param settings what is remembered
   * @param version version of this program, for the report
   */
  public MainViewModel(
      Executor background, Executor foreground, Settings settings, String version) {
    this.background = background;
    this.foreground = foreground;
    this.version = version;
    filter = new FilterViewModel(settings, this::show);
    recent = new RecentFiles(settings);
    ues = new UeViewModel(background, foreground);
    exports = new ExportViewModel(background, foreground, this::source, this::say);
    profile = new ProfileChoice(settings, this::judge);
    keyFiles =
        new KeysViewModel(background, foreground, () -> Optional.ofNullable(open), this::use);
    report.subscribe(ues::show);
    statistics = new StatisticsViewModel(background, foreground);
    report.subscribe(statistics::show);
    ues.detail()
        .subscribe(detail -> {
          if (detail != null) {
            navigation.ue(detail.summary());
          }
        });
  }

  // ---- files ---------------------------------------------------------------------------------

  /** Opens captures as one analysis, in place of what is open. */
  public void open(List<Path> files) {
    if (files.isEmpty()) {
      return;
    }
    List<Path> paths = files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
    int request = ++openRequests;
    background.execute(() -> {
      for (Path path : paths) {
        var refusal = FileProbe.refusal(path);
        if (refusal.isPresent()) {
          String text = "Cannot open, " + refusal.get() + ": " + PlainText.of(path.toString());
          foreground.execute(() -> refuse(request, text));
          return;
        }
      }
      foreground.execute(() -> begin(request, paths));
    });
  }

  private void refuse(int request, String text) {
    if (request == openRequests) {
      banner.set(text);
    }
  }

  /** Opens a capture of the gallery. */
  public void open(SampleCapture sample) {
    int request = ++openRequests;
    background.execute(() -> {
      try {
        Path file = sample.unpack(samples());
        foreground.execute(() -> begin(request, List.of(file)));
      } catch (IOException e) {
        String text = PlainText.of("The sample cannot be unpacked: " + e.getMessage());
        foreground.execute(() -> refuse(request, text));
      }
    });
  }

  private synchronized Path samples() throws IOException {
    Path known = sampleFolder;
    if (known == null) {
      known = Files.createTempDirectory("roamscope-samples-");
      known.toFile().deleteOnExit();
      sampleFolder = known;
    }
    return known;
  }

  private void begin(int request, List<Path> files) {
    if (request != openRequests) {
      return; // a slow disk must not let an earlier choice replace a later one
    }
    reset();
    remember(files);
    var captures = new CaptureSet(files, keys);
    open = captures;
    page.set(Page.CAPTURE);
    title.set(StatusText.title(files));
    updateWork();
    updateStatus();
    background.execute(() -> read(captures));
  }

  private void remember(List<Path> files) {
    Path samples = sampleFolder;
    recent.remember(
        files.stream().filter(file -> samples == null || !file.startsWith(samples)).toList());
  }

  private void read(CaptureSet captures) {
    var told =
        new Object() {
          private long at = System.nanoTime() - REFRESH_NANOS;
        };
    var waiting = new AtomicBoolean();
    List<String> problems =
        captures.read(thousandth -> {
          long now = System.nanoTime();
          if (now - told.at >= REFRESH_NANOS && waiting.compareAndSet(false, true)) {
            told.at = now;
            int rows = captures.rowCount();
            foreground.execute(() -> {
              waiting.set(false);
              advance(captures, rows, thousandth);
            });
          }
        });
    int[] sorted = captures.several() ? captures.byTime() : new int[0];
    foreground.execute(() -> haveRead(captures, problems, sorted));
  }

  private void advance(CaptureSet captures, int rows, int thousandth) {
    if (captures == open && !read) {
      packets.get().grow(rows);
      progress.set(thousandth / 1000.0);
      updateStatus();
    }
  }

  private void haveRead(CaptureSet captures, List<String> problems, int[] sorted) {
    if (captures != open) {
      captures.release();
      return;
    }
    read = true;
    List<String> said = new ArrayList<>(problems);
    if (!keyFault.isEmpty()) {
      said.addFirst(keyFault);
      keyFault = "";
    }
    if (captures.isCancelled()) {
      said.addFirst("Reading was cancelled; this is what came before.");
    }
    if (said.size() > MAX_BANNER_LINES) {
      int more = said.size() - MAX_BANNER_LINES;
      said = new ArrayList<>(said.subList(0, MAX_BANNER_LINES));
      said.add("and " + more + " more problems");
    }
    String text = String.join("\n", said);
    if (captures.rowCount() == 0 && !problems.isEmpty()) {
      close();
      banner.set(text);
      return;
    }
    banner.set(text);
    order = sorted;
    showAll(captures);
    auditing = !captures.isCancelled();
    updateWork();
    updateStatus();
    if (auditing) {
      Profile chosen = profile.now();
      background.execute(() -> {
        Report made = captures.audit(version, chosen);
        foreground.execute(() -> haveAudited(captures, made));
      });
    }
    filterIfReady();
  }

  private void haveAudited(CaptureSet captures, Report made) {
    if (captures != open) {
      captures.release();
      return;
    }
    auditing = false;
    updateWork();
    report.set(made);
    if (made.audit().profile() != profile.now()) {
      judge();
    }
    headline.set(StatusText.headline(made));
    facts.set(StatusText.facts(made));
    filterIfReady();
    updateStatus();
    if (selected.get() >= 0) {
      openFrame(selected.get());
    }
  }

  /** Judges what is open anew, with the profile chosen now. */
  private void judge() {
    CaptureSet captures = open;
    Report known = report.get();
    if (captures == null || known == null) {
      return; // an audit that runs is followed by another, see haveAudited
    }
    auditing = true;
    updateWork();
    Profile chosen = profile.now();
    background.execute(() -> {
      Report made = captures.judged(known, chosen);
      foreground.execute(() -> haveAudited(captures, made));
    });
  }

  /** What can be exported; empty until all is read. */
  private Optional<ExportViewModel.Source> source() {
    CaptureSet captures = open;
    return captures == null || !read
        ? Optional.empty()
        : Optional.of(
            new ExportViewModel.Source(
                captures,
                report.get(),
                packets.get(),
                selected.get(),
                ues.detail().get(),
                profile.now()));
  }

  /** Stops reading and auditing; what was read stays. */
  public void cancel() {
    AtomicBoolean runs = filtering;
    if (runs != null) {
      runs.set(true);
      filtering = null;
      filter.clear();
    }
    CaptureSet captures = open;
    if (captures != null && (!read || auditing)) {
      captures.cancel();
    }
  }

  /** Closes the captures. */
  public void close() {
    openRequests++;
    reset();
    page.set(Page.WELCOME);
    title.set(StatusText.NAME);
    updateStatus();
  }

  /** Reads the captures anew. */
  public void reload() {
    CaptureSet captures = open;
    if (captures != null) {
      open(captures.files());
    }
  }

  private void use(KeyRing ring) {
    keys = ring;
    reload();
  }

  /** Takes keys from files and folders, then opens captures; with bad keys without them. */
  public void useKeys(List<Path> from, List<Path> captures) {
    background.execute(() -> {
      KeyRing ring = KeyFiles.read(from);
      foreground.execute(() -> {
        List<String> faults = ring.problems().stream().map(Object::toString).toList();
        keys = faults.isEmpty() ? ring : keys;
        keyFault = faults.isEmpty() ? "" : PlainText.of("Keys not used: " + faults.getFirst());
        banner.set(keyFault);
        open(captures);
      });
    });
  }

  /** True when keys were given. */
  public boolean hasKeys() {
    return !keys.isEmpty();
  }

  private void reset() {
    CaptureSet captures = open;
    if (captures != null) {
      captures.close();
      background.execute(captures::release);
    }
    open = null;
    if (filtering != null) {
      filtering.set(true);
      filtering = null;
    }
    wanted = null;
    filteredBy = null;
    filter.forget();
    read = false;
    auditing = false;
    order = new int[0];
    navigation.clear();
    detailRequests.incrementAndGet();
    updateWork();
    report.set(null);
    selected.set(-1);
    detail.set(null);
    packets.set(PacketList.all(0));
    banner.set("");
    headline.set("");
    facts.set("");
  }

  /** Says something in the banner. */
  public void say(String text) {
    banner.set(PlainText.of(text));
  }

  /** Takes the banner away. */
  public void dismissBanner() {
    banner.set("");
  }

  // ---- rows ----------------------------------------------------------------------------------

  private void showAll(CaptureSet captures) {
    if (captures.several()) {
      packets.set(PacketList.of(order));
    } else {
      packets.get().grow(captures.rowCount());
    }
  }

  private void show(@Nullable Filter asked) {
    CaptureSet captures = open;
    if (filtering != null) {
      filtering.set(true);
      filtering = null;
    }
    boolean before = wanted != null;
    wanted = asked;
    filteredBy = null;
    if (captures == null) {
      return;
    }
    if (asked == null) {
      updateWork();
      if (before) {
        packets.set(
            read && captures.several()
                ? PacketList.of(order)
                : PacketList.all(captures.rowCount()));
      }
      updateStatus();
      return;
    }
    filterIfReady();
  }

  /** A filter waits until all packets were read, and for the audit when it asks what that found. */
  private void filterIfReady() {
    CaptureSet captures = open;
    Filter asked = wanted;
    if (captures == null
        || asked == null
        || asked.equals(filteredBy)
        || !read
        || filtering != null) {
      return;
    }
    boolean needsAudit = asked.fields().stream().anyMatch(DecodeCatalog.audited()::contains);
    if (needsAudit && report.get() == null && !captures.isCancelled()) {
      updateStatus();
      return;
    }
    var stop = new AtomicBoolean();
    filtering = stop;
    updateWork();
    background.execute(() -> {
      int[] found = captures.matching(asked, stop);
      foreground.execute(() -> haveFiltered(captures, stop, found));
    });
  }

  private void haveFiltered(CaptureSet captures, AtomicBoolean stop, int[] found) {
    if (captures != open || stop.get()) {
      return;
    }
    filtering = null;
    filteredBy = wanted;
    updateWork();
    packets.set(
        captures.several()
            ? PacketList.of(CaptureSet.inOrder(order, found))
            : PacketList.ascending(found));
    updateStatus();
  }

  /** What stands in a cell. */
  public String text(int row, Column column) {
    CaptureSet captures = open;
    return captures == null || row < 0 || row >= captures.rowCount()
        ? ""
        : captures.text(row, column);
  }

  /** The worst of what was found in the frame of a row, or null. */
  public @Nullable Severity severity(int row) {
    CaptureSet captures = open;
    return captures == null || row < 0 || row >= captures.rowCount()
        ? null
        : RowNotes.severity(captures.note(row)).orElse(null);
  }

  /** How a row is related to the selected one: {@code →} asks it, {@code ←} answers it. */
  public String relation(int row) {
    CaptureSet captures = open;
    int now = selected.get();
    if (captures == null || now < 0 || row < 0 || captures.capture(row) != captures.capture(now)) {
      return "";
    }
    var note = captures.note(now);
    int frame = captures.frame(row);
    Integer answer = note.responseIn();
    Integer question = note.responseTo();
    if (answer != null && answer == frame) {
      return "←";
    }
    return question != null && question == frame ? "→" : "";
  }

  private void updateWork() {
    if (open != null && !read) {
      work.set(Work.READING);
    } else if (filtering != null) {
      work.set(Work.FILTERING);
    } else {
      work.set(auditing ? Work.AUDITING : Work.NONE);
    }
    // How long an audit or a filter takes is not known.
    progress.set(work.get() == Work.READING || work.get() == Work.NONE ? 0 : -1);
  }

  private void updateStatus() {
    CaptureSet captures = open;
    status.set(
        captures == null
            ? StatusText.EMPTY
            : StatusText.counts(captures.rowCount(), packets.get().size(), filteredBy != null));
  }

  // ---- selection -----------------------------------------------------------------------------

  /** Selects a row; its tree and octets follow. */
  public void select(int row) {
    if (row == selected.get()) {
      return;
    }
    navigation.row(row);
    settle(row);
  }

  private void settle(int row) {
    selected.set(row);
    CaptureSet captures = open;
    ues.state().follow(captures == null || row < 0 ? null : captures.at(row).orElse(null));
    if (row < 0) {
      detailRequests.incrementAndGet();
      detail.set(null);
      return;
    }
    openFrame(row);
  }

  private void openFrame(int row) {
    CaptureSet captures = open;
    if (captures == null) {
      return;
    }
    int request = detailRequests.incrementAndGet();
    background.execute(() -> {
      try {
        FrameDetail found = captures.detail(row, () -> request != detailRequests.get());
        foreground.execute(() -> {
          if (request == detailRequests.get() && found != null) {
            detail.set(found);
          }
        });
      } catch (IOException e) {
        String text = PlainText.of("The packet cannot be read again: " + e.getMessage());
        foreground.execute(() -> {
          if (request == detailRequests.get()) {
            banner.set(text);
          }
        });
      }
    });
  }

  /** Selects the frame of that number; false when there is none. */
  public boolean goTo(String number) {
    CaptureSet captures = open;
    int row = captures == null ? -1 : captures.row(number);
    if (row >= 0) {
      reveal(row);
    }
    return row >= 0;
  }

  /** Leads from the report into the packet list. */
  public void goTo(At frame) {
    CaptureSet captures = open;
    int row = captures == null ? -1 : captures.row(frame);
    if (row >= 0) {
      reveal(row);
    }
  }

  /** A frame that the filter hides could not be shown: the filter goes. */
  private void reveal(int row) {
    if (packets.get().placeOf(row) < 0) {
      filter.clear();
    }
    select(row);
  }

  /** Goes to the page, packet and UE of before. */
  public void back() {
    navigation.back().ifPresent(this::move);
  }

  /** Takes {@link #back} back. */
  public void forward() {
    navigation.forward().ifPresent(this::move);
  }

  private void move(Navigation.Place place) {
    ues.choose(place.ue());
    if (place.row() != selected.get()) {
      settle(place.row());
    }
  }

  /** Where the user is and was. */
  public Navigation navigation() {
    return navigation;
  }

  /** Selects the row {@code steps} below in the list; negative for above. */
  public void step(int steps) {
    PacketList list = packets.get();
    if (!list.isEmpty()) {
      int place = list.placeOf(selected.get());
      int to = Math.clamp((long) place + steps, 0, list.size() - 1);
      select(list.get(to));
    }
  }

  /** Selects the next frame of the same UE, or the one before when {@code steps} is negative. */
  public void stepInUe(int steps) {
    CaptureSet captures = open;
    if (captures == null || selected.get() < 0) {
      return;
    }
    String ue = captures.note(selected.get()).ue();
    if (ue != null) {
      find(steps, row -> ue.equals(captures.note(row).ue()));
    }
  }

  /** Selects the next frame in which something was found, or the one before. */
  public void stepToFinding(int steps) {
    CaptureSet captures = open;
    if (captures != null) {
      find(steps, row -> !captures.note(row).findings().isEmpty());
    }
  }

  private void find(int steps, IntPredicate matches) {
    PacketList list = packets.get();
    int step = Integer.signum(steps);
    for (int at = list.placeOf(selected.get()) + step; at >= 0 && at < list.size(); at += step) {
      if (matches.test(list.get(at))) {
        select(list.get(at));
        return;
      }
    }
  }

  // ---- look ----------------------------------------------------------------------------------

  /** Makes everything larger, or smaller when {@code steps} is negative; 0 is the normal size. */
  public void zoom(int steps) {
    zoom.set(
        steps == 0
            ? NORMAL_ZOOM
            : Math.clamp(
                zoom.get() + (long) steps * ZOOM_STEP, NORMAL_ZOOM - 3 * ZOOM_STEP, MAX_ZOOM));
  }

  /** Size of everything in per cent. */
  public ReadOnlyIntegerProperty zoom() {
    return zoom;
  }

  /** Whether the dark theme is on. */
  public BooleanProperty dark() {
    return dark;
  }

  // ---- state ---------------------------------------------------------------------------------

  /** The filter box. */
  public FilterViewModel filter() {
    return filter;
  }

  /** Files made of what is open. */
  public ExportViewModel exports() {
    return exports;
  }

  /** Key files that are chosen, and what they open. */
  public KeysViewModel keyFiles() {
    return keyFiles;
  }

  /** Whose text decides. */
  public ProfileChoice profile() {
    return profile;
  }

  /** The page of the UEs. */
  public UeViewModel ues() {
    return ues;
  }

  /** What fills the window. */
  public ReadOnlyObjectProperty<Page> page() {
    return page.getReadOnlyProperty();
  }

  /** What runs. */
  public ReadOnlyObjectProperty<Work> work() {
    return work.getReadOnlyProperty();
  }

  /** How far it is, from 0 to 1; negative when that is not known. */
  public ReadOnlyDoubleProperty progress() {
    return progress.getReadOnlyProperty();
  }

  /** Title of the window. */
  public ReadOnlyStringProperty title() {
    return title.getReadOnlyProperty();
  }

  /** Counts of packets. */
  public ReadOnlyStringProperty status() {
    return status.getReadOnlyProperty();
  }

  /** What the files are. */
  public ReadOnlyStringProperty facts() {
    return facts.getReadOnlyProperty();
  }

  /** What is wrong with the files, empty for nothing. */
  public ReadOnlyStringProperty banner() {
    return banner.getReadOnlyProperty();
  }

  /** The answer of the audit in one line, empty until it is there. */
  public ReadOnlyStringProperty headline() {
    return headline.getReadOnlyProperty();
  }

  /** The rows shown. */
  public ReadOnlyObjectProperty<PacketList> packets() {
    return packets.getReadOnlyProperty();
  }

  /** The selected row, -1 for none. */
  public ReadOnlyIntegerProperty selected() {
    return selected.getReadOnlyProperty();
  }

  /** The selected frame opened; null until that is done. */
  public ReadOnlyObjectProperty<@Nullable FrameDetail> detail() {
    return detail.getReadOnlyProperty();
  }

  /** The report; null until the audit is done. */
  public ReadOnlyObjectProperty<@Nullable Report> report() {
    return report.getReadOnlyProperty();
  }

  /** Files opened before, the latest first. */
  public ObservableList<Path> recent() {
    return recent.files();
  }
}
