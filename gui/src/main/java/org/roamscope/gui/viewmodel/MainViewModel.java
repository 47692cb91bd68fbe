package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Profile;
import org.roamscope.audit.Severity;
import org.roamscope.decode.output.Column;
import org.roamscope.field.PlainText;
import org.roamscope.keys.KeyRing;
import org.roamscope.live.CaptureProcess;
import org.roamscope.live.LiveException;
import org.roamscope.live.Tap;
import org.roamscope.report.Report;
import org.roamscope.track.At;

/**
 * The state of the main window. All methods and properties belong to the thread of {@code
 * foreground}; what takes time runs in {@code background} and reports back.
 */
public final class MainViewModel {
  private static final long REFRESH_NANOS = 100_000_000L;
  private static final int MAX_BANNER_LINES = 5;
  private static final long LOOK_NANOS = 1_000_000_000L;

  /** A look at a live capture may take this share of the time at most. */
  private static final int LOOK_SHARE = 5;

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
    FILTERING,
    /** Packets are captured. */
    CAPTURING
  }

  private final Executor background;
  private final Executor foreground;
  private final String version;
  private final CaptureOpener opener;
  private final FilterViewModel filter;
  private final PacketRows rows;
  private final PacketSelection selection;
  private final PacketTimes times = new PacketTimes();
  private final PacketMarks marks = new PacketMarks();
  private final FindViewModel find;
  private final UeViewModel ues;
  private final StatisticsViewModel statistics;
  private final Navigation navigation = new Navigation();
  private final ExportViewModel exports;
  private final ProfileChoice profile;
  private final KeysViewModel keyFiles;
  private final Look look = new Look();
  private final Workspace workspace;
  private final LiveViewModel live;
  private final CopyTexts copies;
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
  private final ReadOnlyObjectWrapper<@Nullable Report> report =
      new ReadOnlyObjectWrapper<>(this, "report");
  private @Nullable CaptureSet open;
  private boolean read;
  private boolean auditing;
  private boolean looking;
  private int looked;
  private long nextLook;

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
    this(background, foreground, settings, Optional.empty(), version);
  }

  /**
   * A window without a capture.
   *
   * @param folder where the user's own colours and the like are kept; empty to keep none
   */
  public MainViewModel(
      Executor background,
      Executor foreground,
      Settings settings,
      Optional<Path> folder,
      String version) {
    this(background, foreground, settings, folder, version, MainViewModel::noCapture);
  }

  private static CaptureProcess noCapture(List<Tap> taps, Consumer<String> said)
      throws LiveException {
    throw new LiveException("this program cannot capture");
  }

  /**
   * A window without a capture.
   *
   * @param starter starts live captures
   */
  public MainViewModel(
      Executor background,
      Executor foreground,
      Settings settings,
      Optional<Path> folder,
      String version,
      LiveViewModel.Starter starter) {
    this.background = background;
    this.foreground = foreground;
    this.version = version;
    opener = new CaptureOpener(background, foreground, settings, this::begin, banner::set);
    rows = new PacketRows(background, foreground, this::updateWork);
    filter = new FilterViewModel(settings, rows::show);
    selection =
        new PacketSelection(
            background, foreground, rows.shown(), banner::set, navigation, this::selected);
    find = new FindViewModel(background, foreground, rows.shown(), selection);
    ues = new UeViewModel(background, foreground);
    statistics = new StatisticsViewModel(background, foreground);
    profile = new ProfileChoice(this::judge);
    workspace =
        new Workspace(
            background,
            foreground,
            settings,
            folder,
            this::say,
            look,
            times,
            profile,
            opener.recentMost());
    ues.searchNames(workspace.names());
    find.searchNames(workspace.names());
    exports =
        new ExportViewModel(
            background, foreground, this::source, this::say, workspace.comments()::haveExported);
    keyFiles =
        new KeysViewModel(background, foreground, () -> Optional.ofNullable(open), this::use);
    copies =
        new CopyTexts(
            () -> open,
            report::get,
            new CopyTexts.Cells() {
              @Override
              public List<Column> columns() {
                ColumnLayout layout = workspace.columns().get();
                return layout.order().stream().filter(layout::shows).toList();
              }

              @Override
              public String text(int row, Column column) {
                return MainViewModel.this.text(row, column);
              }
            });
    marks.count().subscribe(_ -> updateStatus());
    live =
        new LiveViewModel(
            background,
            foreground,
            starter,
            new InterfaceList(),
            file -> begin(new CaptureSet(file, opener.keys())),
            this::say);
    report.subscribe((before, now) -> {
      if (before != null && now != null) {
        ues.refresh(now); // more is known of the same captures
      } else {
        ues.show(now);
      }
    });
    report.subscribe(now -> {
      CaptureSet captures = open;
      statistics.show(now, captures == null ? List.of() : captures.names().words());
    });
    live.capturing().subscribe(_ -> liveTitle());
    live.unsaved().subscribe(_ -> liveTitle());
    ues.detail()
        .subscribe(detail -> {
          if (detail != null) {
            navigation.ue(detail.summary());
          }
        });
  }

  private void selected(int row) {
    CaptureSet captures = open;
    ues.state().follow(captures == null || row < 0 ? null : captures.at(row).orElse(null));
  }

  // ---- files ---------------------------------------------------------------------------------

  /** Opens captures as one analysis, in place of what is open. */
  public void open(List<Path> files) {
    opener.open(files);
  }

  /** Opens a capture of the gallery. */
  public void open(SampleCapture sample) {
    opener.open(sample);
  }

  private void use(KeyRing keys) {
    opener.use(keys);
    reload();
  }

  /** Takes keys from files and folders, then opens captures; with bad keys without them. */
  public void useKeys(List<Path> from, List<Path> captures) {
    opener.useKeys(from, captures);
  }

  /** True when keys were given. */
  public boolean hasKeys() {
    return opener.hasKeys();
  }

  /** Reads the captures anew. */
  public void reload() {
    CaptureSet captures = open;
    if (captures == null) {
      return;
    }
    LiveFile file = captures.live();
    if (file == null) {
      open(captures.files());
    } else {
      begin(new CaptureSet(file, opener.keys()));
    }
  }

  /** Closes the captures. */
  public void close() {
    if (!mayLeave(null)) {
      return;
    }
    closeNow();
  }

  private void closeNow() {
    opener.forget();
    replace(null);
    page.set(Page.WELCOME);
    title.set(StatusText.NAME);
    updateWork();
  }

  private void begin(CaptureSet captures) {
    if (!mayLeave(captures)) {
      return;
    }
    replace(captures);
    page.set(Page.CAPTURE);
    title.set(StatusText.title(captures.files()));
    liveTitle();
    updateWork();
    background.execute(() -> read(captures));
  }

  /** False when something would be lost that the user wants to keep. */
  public boolean mayLeave() {
    return mayLeave(null);
  }

  private boolean mayLeave(@Nullable CaptureSet next) {
    boolean sameCapture = next != null && next.live() != null && next.live() == live.file();
    return (sameCapture || live.mayLeave())
        && workspace.comments().mayLeave(next == null ? List.of() : next.files());
  }

  private void liveTitle() {
    CaptureSet captures = open;
    if (captures != null && captures.live() != null && live.unsaved().get()) {
      title.set(StatusText.liveTitle(live.names().get(), live.capturing().get()));
    } else if (captures != null && captures.live() != null) {
      title.set(live.names().get() + " - " + StatusText.NAME);
    }
  }

  /** Begins to capture on these interfaces, in place of what is open. */
  public void capture(List<String> devices) {
    if (mayLeave()) {
      closeNow();
      live.autoScroll().set(workspace.autoscroll().get());
      live.start(devices);
    }
  }

  /** Begins to capture anew on the same interfaces. */
  public void recapture() {
    if (mayLeave()) {
      closeNow();
      live.restart();
    }
  }

  private void replace(@Nullable CaptureSet by) {
    if (by == null || by.live() == null || by.live() != live.file()) {
      live.leave();
    }
    looking = false;
    looked = 0;
    nextLook = System.nanoTime() + LOOK_NANOS;
    CaptureSet before = open;
    if (before != null) {
      before.close();
      background.execute(before::release);
    }
    open = null;
    filter.forget();
    read = false;
    auditing = false;
    navigation.clear();
    report.set(null);
    selection.open(by);
    rows.open(by);
    find.open(by);
    workspace.open(by);
    marks.clear();
    open = by;
    banner.set("");
    headline.set("");
    facts.set("");
  }

  // ---- reading and judging -------------------------------------------------------------------

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
            int count = captures.rowCount();
            foreground.execute(() -> {
              waiting.set(false);
              advance(captures, count, thousandth);
            });
          }
        });
    int[] sorted = captures.several() ? captures.byTime() : new int[0];
    foreground.execute(() -> haveRead(captures, problems, sorted));
  }

  private void advance(CaptureSet captures, int count, int thousandth) {
    if (captures == open && !read) {
      rows.grow(count);
      progress.set(thousandth / 1000.0);
      updateStatus();
      LiveFile file = captures.live();
      if (file != null) {
        find.grown();
        look(captures, file, count);
      }
    }
  }

  /** Judges what has come of a live capture, as often as that is cheap. */
  private void look(CaptureSet captures, LiveFile file, int count) {
    if (looking || count == looked || System.nanoTime() < nextLook) {
      return;
    }
    looking = true;
    looked = count;
    Profile chosen = profile.now();
    background.execute(() -> {
      long begun = System.nanoTime();
      try {
        Report made = captures.auditSoFar(file, version, chosen);
        long took = System.nanoTime() - begun;
        foreground.execute(() -> haveLooked(captures, made, took));
      } catch (IOException e) {
        foreground.execute(() -> {
          looking = false;
          say("The live capture cannot be read: " + e.getMessage());
        });
      }
    });
  }

  private void haveLooked(CaptureSet captures, Report made, long took) {
    if (captures != open || read) {
      return;
    }
    looking = false;
    nextLook = System.nanoTime() + Math.max(LOOK_NANOS, (LOOK_SHARE - 1) * took);
    show(made);
    rows.haveLooked();
    workspace.haveAudited();
  }

  private void show(Report made) {
    report.set(made);
    headline.set(StatusText.headline(made));
    facts.set(StatusText.facts(made));
  }

  private void haveRead(CaptureSet captures, List<String> problems, int[] sorted) {
    if (captures != open) {
      captures.release();
      return;
    }
    read = true;
    String text = said(captures, problems);
    LiveFile file = captures.live();
    if (file != null && file.octets() == 0) {
      String words = live.words();
      live.leave();
      close();
      banner.set(words.isEmpty() ? "Nothing was captured." : words);
      return;
    }
    if (file == null && captures.rowCount() == 0 && !problems.isEmpty()) {
      close();
      banner.set(text);
      return;
    }
    if (file == null || !text.isEmpty()) {
      banner.set(text); // what a capture said of itself stays
    }
    if (file == null) {
      opener.haveOpened(captures);
    }
    rows.haveRead(captures, sorted);
    find.haveRead();
    workspace.haveRead(captures);
    auditing = !captures.isCancelled();
    updateWork();
    if (auditing) {
      Profile chosen = profile.now();
      background.execute(() -> {
        Report made = captures.audit(version, chosen);
        foreground.execute(() -> haveAudited(captures, made));
      });
    }
    rows.filterIfReady();
  }

  private String said(CaptureSet captures, List<String> problems) {
    List<String> said = new ArrayList<>(problems);
    String keyFault = opener.takeKeyFault();
    if (!keyFault.isEmpty()) {
      said.addFirst(keyFault);
    }
    if (captures.isCancelled()) {
      said.addFirst("Reading was cancelled; this is what came before.");
    }
    if (said.size() > MAX_BANNER_LINES) {
      int more = said.size() - MAX_BANNER_LINES;
      said = new ArrayList<>(said.subList(0, MAX_BANNER_LINES));
      said.add("and " + more + " more problems");
    }
    return String.join("\n", said);
  }

  private void haveAudited(CaptureSet captures, Report made) {
    if (captures != open) {
      captures.release();
      return;
    }
    auditing = false;
    updateWork();
    show(made);
    if (made.audit().profile() != profile.now()) {
      judge();
    }
    rows.haveAudited();
    workspace.haveAudited();
    find.forget();
    selection.refresh();
  }

  /** Judges what is open anew, with the profile chosen now. */
  private void judge() {
    CaptureSet captures = open;
    Report known = report.get();
    if (captures == null || known == null) {
      return; // an audit that runs is followed by another, see haveAudited
    }
    if (captures.live() != null && !read) {
      looked = -1; // the next look is with the other profile
      return;
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
                packets().get(),
                selected().get(),
                ues.detail().get(),
                profile.now(),
                workspace.comments().all()));
  }

  /** Stops reading, auditing, filtering and searching; what was read stays. */
  public void cancel() {
    find.cancel();
    if (rows.stopFilter()) {
      filter.clear();
    }
    CaptureSet captures = open;
    if (captures != null && captures.live() != null && !read) {
      live.stop();
    } else if (captures != null && (!read || auditing)) {
      captures.cancel();
    }
  }

  private void updateWork() {
    if (open != null && !read) {
      work.set(open.live() == null ? Work.READING : Work.CAPTURING);
    } else if (rows.isFiltering()) {
      work.set(Work.FILTERING);
    } else {
      work.set(auditing ? Work.AUDITING : Work.NONE);
    }
    // How long an audit or a filter takes is not known.
    progress.set(work.get() == Work.READING || work.get() == Work.NONE ? 0 : -1);
    updateStatus();
  }

  private void updateStatus() {
    CaptureSet captures = open;
    status.set(
        captures == null
            ? StatusText.EMPTY
            : StatusText.counts(
                captures.rowCount(),
                packets().get().size(),
                rows.isFiltered(),
                marks.count().get()));
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

  /** What stands in a cell. */
  public String text(int row, Column column) {
    CaptureSet captures = open;
    if (captures == null || row < 0 || row >= captures.rowCount()) {
      return "";
    }
    return column == Column.TIME
        ? times.text(captures, row, packets().get())
        : captures.text(row, column);
  }

  /** Lets packets pass whose cell says the same; empty when nothing stands in the cell. */
  public String condition(int row, Column column) {
    CaptureSet captures = open;
    if (captures == null || row < 0 || row >= captures.rowCount()) {
      return "";
    }
    if (column == Column.TIME) {
      long time = captures.time(row);
      return time == CaptureSet.NO_TIME ? "" : FilterText.time(time);
    }
    return FilterText.of(column, captures.text(row, column));
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
    int now = selected().get();
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

  // ---- selection -----------------------------------------------------------------------------

  /** Selects a row; its tree and octets follow. */
  public void select(int row) {
    selection.select(row);
  }

  /** Selects the frame of that number; false when there is none. */
  public boolean goTo(String number) {
    CaptureSet captures = open;
    return reveal(captures == null ? -1 : captures.row(number));
  }

  /** The row of a frame, -1 when it is not in the list. */
  public int row(At frame) {
    CaptureSet captures = open;
    return captures == null ? -1 : captures.row(frame);
  }

  /** Leads from the report into the packet list. */
  public void goTo(At frame) {
    reveal(row(frame));
  }

  /** A frame that the filter hides could not be shown: the filter goes. */
  private boolean reveal(int row) {
    if (row < 0) {
      return false;
    }
    if (packets().get().placeOf(row) < 0) {
      filter.clear();
    }
    select(row);
    return true;
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
    selection.settle(place.row());
  }

  /** Where the user is and was. */
  public Navigation navigation() {
    return navigation;
  }

  /** Selects the row {@code steps} below in the list; negative for above. */
  public void step(int steps) {
    selection.step(steps);
  }

  /** Selects the next frame of the same UE, or the one before when {@code steps} is negative. */
  public void stepInUe(int steps) {
    selection.stepInUe(steps);
  }

  /** Selects the next frame in which something was found, or the one before. */
  public void stepToFinding(int steps) {
    selection.stepToFinding(steps);
  }

  // ---- marks ---------------------------------------------------------------------------------

  /** Marks the selected packet, or takes its mark away. */
  public void toggleMark() {
    marks.toggle(selected().get());
  }

  /** Marks every packet shown. */
  public void markAllShown() {
    marks.markAll(packets().get());
  }

  /** Takes all marks away. */
  public void unmarkAll() {
    marks.clear();
  }

  /** Selects the next marked packet, or the one before when {@code steps} is negative. */
  public void stepToMarked(int steps) {
    selection.stepTo(steps, marks.rows());
  }

  /** Whether a row is marked. */
  public boolean isMarked(int row) {
    return marks.contains(row);
  }

  /** How many packets are marked. */
  public ReadOnlyIntegerProperty marked() {
    return marks.count();
  }

  // ---- look ----------------------------------------------------------------------------------

  /** Makes everything larger, or smaller when {@code steps} is negative; 0 is the normal size. */
  public void zoom(int steps) {
    look.zoom(steps);
  }

  /** Size of everything in per cent. */
  public ReadOnlyIntegerProperty zoom() {
    return look.zoom();
  }

  /** Size and theme, as they are chosen. */
  public Look look() {
    return look;
  }

  /** Whether the dark theme is on. */
  public BooleanProperty dark() {
    return look.dark();
  }

  // ---- state ---------------------------------------------------------------------------------

  /** What is copied to be pasted elsewhere. */
  public CopyTexts copies() {
    return copies;
  }

  /** The rows of another table, none yet. */
  public <T> SortedRows<T> sorted() {
    return new SortedRows<>(background, foreground);
  }

  /** What users make their own. */
  public Workspace workspace() {
    return workspace;
  }

  /** Live capture. */
  public LiveViewModel live() {
    return live;
  }

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

  /** The page of the statistics. */
  public StatisticsViewModel statistics() {
    return statistics;
  }

  /** Edit &gt; Find packet. */
  public FindViewModel find() {
    return find;
  }

  /** The time column. */
  public PacketTimes times() {
    return times;
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
    return rows.shown();
  }

  /** The selected row, -1 for none. */
  public ReadOnlyIntegerProperty selected() {
    return selection.selected();
  }

  /** The selected frame opened; null until that is done. */
  public ReadOnlyObjectProperty<@Nullable FrameDetail> detail() {
    return selection.detail();
  }

  /** The report; null until the audit is done. */
  public ReadOnlyObjectProperty<@Nullable Report> report() {
    return report.getReadOnlyProperty();
  }

  /** Files opened before, the latest first. */
  public ObservableList<Path> recent() {
    return opener.recent();
  }

  /** How many of them are remembered. */
  public IntegerProperty recentMost() {
    return opener.recentMost();
  }
}
