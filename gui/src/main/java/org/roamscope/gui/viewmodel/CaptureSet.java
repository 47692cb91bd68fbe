package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roamscope.Analysis;
import org.roamscope.Decoding;
import org.roamscope.Decoding.Receiver.Next;
import org.roamscope.KeptStream;
import org.roamscope.audit.Audit;
import org.roamscope.audit.Profile;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.capture.CaptureReader;
import org.roamscope.decode.DecodeCatalog;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.FrameDecoder;
import org.roamscope.decode.FrameIndex;
import org.roamscope.decode.FrameNote;
import org.roamscope.decode.FrameNotes;
import org.roamscope.decode.output.Column;
import org.roamscope.decode.output.TimeFormat;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.field.PlainText;
import org.roamscope.field.TimeText;
import org.roamscope.filter.Filter;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.Report;
import org.roamscope.track.At;

/**
 * The captures of one analysis while they are open: rows, report, frames. What reads files is for a
 * background thread; the rest is for any.
 */
final class CaptureSet {
  /** Time of a row whose time was not recorded. */
  static final long NO_TIME = Long.MIN_VALUE;

  private static final int DETAILS = 64;

  /** Told how far reading is, in a thousandth of all octets. */
  interface Progress {
    /** Reading is here; more rows may be there. */
    void at(int thousandth);
  }

  private final List<Path> files;
  private final @Nullable LiveFile live;
  private final KeyRing keys;
  private final List<Analysis.Source> sources;
  private final RowStore rows = new RowStore(PacketColumns.STORED.size());
  private final CapturedComments comments = new CapturedComments();
  private final CapturedNames names;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final int[] starts;
  private final int[] decimals;
  private final List<FrameDetail> details = new ArrayList<>();
  private final List<FrameIndex> indexes;
  private final FrameCursor[] cursors;
  private volatile int begun;
  private volatile List<FrameNotes> notes = List.of();
  private volatile long first = NO_TIME;

  CaptureSet(List<Path> files, KeyRing keys) {
    this(files, null, keys);
  }

  /** The packets of a live capture, those that were and those that come. */
  CaptureSet(LiveFile live, KeyRing keys) {
    this(List.of(live.path()), live, keys);
  }

  private CaptureSet(List<Path> files, @Nullable LiveFile live, KeyRing keys) {
    this.files = List.copyOf(files);
    this.live = live;
    this.keys = keys;
    sources =
        files.stream()
            .<Analysis.Source>map(file -> new Analysis.Source.File(file, file.toString()))
            .toList();
    names = new CapturedNames(files.size());
    starts = new int[files.size()];
    decimals = new int[files.size()];
    Arrays.fill(decimals, 6);
    indexes = Stream.generate(FrameIndex::new).limit(files.size()).toList();
    cursors = new FrameCursor[files.size()];
    for (int i = 0; i < cursors.length; i++) {
      cursors[i] = cursor(i, Set.of());
    }
  }

  List<Path> files() {
    return files;
  }

  List<Analysis.Source> sources() {
    return sources;
  }

  KeyRing keys() {
    return keys;
  }

  /** The file of a live capture; null for captures that are files. */
  @Nullable LiveFile live() {
    return live;
  }

  /** The comments on packets that the captures hold. */
  CapturedComments comments() {
    return comments;
  }

  /** The names of addresses that the captures hold. */
  CapturedNames names() {
    return names;
  }

  /** Octets of all files. */
  long octets() {
    return files.stream().mapToLong(CaptureSet::size).sum();
  }

  /** Stops what reads; what was read stays. */
  void cancel() {
    cancelled.set(true);
  }

  boolean isCancelled() {
    return cancelled.get();
  }

  /** Stops everything, because nobody looks any more. */
  void close() {
    closed.set(true);
    cancel();
  }

  boolean isClosed() {
    return closed.get();
  }

  // ---- rows ----------------------------------------------------------------------------------

  /** Reads all captures into rows; what is wrong with them, printable. */
  List<String> read(Progress progress) {
    List<String> problems = new ArrayList<>();
    long total = Math.max(1, octets());
    long before = 0;
    long dropped = 0;
    for (int i = 0; i < files.size(); i++) {
      starts[i] = rows.size();
      begun = i + 1;
      var reading = new Reading(i, before, total, progress);
      (live == null ? run(i, FrameNotes.NONE, null, reading, cancelled) : follow(live, reading))
          .forEach(problem -> problems.add(PlainText.of(problem)));
      before += size(files.get(i));
      dropped += reading.dropped;
    }
    if (dropped > 0) {
      problems.add(dropped + " packets are not in the list: it holds " + RowStore.MAX_ROWS);
    }
    return problems;
  }

  /** Reads a live capture to its end, which may be days away. */
  private List<String> follow(LiveFile capture, Reading reading) {
    try (var in =
        capture.follow(() -> {
          reading.progress.at(0);
          return isClosed();
        })) {
      return run(
          new Analysis.Source.Stream(in, capture.path().toString()),
          "",
          FrameNotes.NONE,
          null,
          reading,
          closed);
    } catch (IOException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  private final class Reading implements Decoding.Receiver {
    private final int capture;
    private final long before;
    private final long total;
    private final Progress progress;
    private long dropped;

    Reading(int capture, long before, long total, Progress progress) {
      this.capture = capture;
      this.before = before;
      this.total = total;
      this.progress = progress;
    }

    @Override
    public void ended(CaptureReader reader) {
      names.take(capture, reader);
    }

    @Override
    public Next frame(DecodedFrame frame, CaptureReader reader) {
      if (frame.frame().number() == 1) {
        decimals[capture] = frame.clock().decimals();
      }
      long time = frame.frame().timed() ? frame.frame().timeNanos() : NO_TIME;
      if (time != NO_TIME && (first == NO_TIME || capture > 0 && time < first)) {
        first = time;
      }
      List<String> texts =
          PacketColumns.STORED.stream()
              .map(column -> column.text(frame, TimeFormat.DEFAULT))
              .toList();
      comments.add(rows.size(), frame.frame());
      dropped += rows.add(texts, time) ? 0 : 1;
      if (frame.frame().number() % 64 == 0) {
        progress.at((int) Math.min(1000, (before + reader.bytesRead()) * 1000 / total));
      }
      return Next.SHOWN;
    }

    @Override
    public void decoded(CaptureReader reader, FrameDecoder decoder) {
      indexes.get(capture).passed(reader, decoder);
    }
  }

  private List<String> run(
      int capture,
      FrameNotes known,
      @Nullable Filter filter,
      Decoding.Receiver receiver,
      AtomicBoolean stop) {
    String name = files.get(capture).getFileName() + ": ";
    return run(sources.get(capture), name, known, filter, receiver, stop);
  }

  private List<String> run(
      Analysis.Source source,
      String name,
      FrameNotes known,
      @Nullable Filter filter,
      Decoding.Receiver receiver,
      AtomicBoolean stop) {
    try {
      Decoding.Outcome outcome =
          Decoding.run(
              source,
              known,
              DecodeAs.NONE,
              keys,
              filter == null ? Set.of() : filter.fields(),
              receiver,
              stop::get);
      return outcome.problems().stream().map(problem -> place(name, problem)).toList();
    } catch (IOException e) {
      return List.of(name + e.getMessage());
    }
  }

  private static String place(String name, CaptureProblem problem) {
    String at = problem.frame() == null ? "" : " (packet " + problem.frame() + ")";
    return name + problem.message() + at;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0; // opening the file says what is wrong with it
    }
  }

  int rowCount() {
    return rows.size();
  }

  boolean several() {
    return files.size() > 1;
  }

  /** All rows in the order of their times; rows without a time stay behind the one before. */
  int[] byTime() {
    int size = rows.size();
    long[] times = new long[size];
    long last = NO_TIME;
    for (int i = 0; i < size; i++) {
      long time = rows.time(i);
      last = time == NO_TIME ? last : time;
      times[i] = last;
    }
    return TimeOrder.of(times);
  }

  /** Some rows, ascending, in the order of all rows. */
  static int[] inOrder(int[] order, int[] some) {
    return Arrays.stream(order).filter(row -> Arrays.binarySearch(some, row) >= 0).toArray();
  }

  /** Number of a row's frame in its capture. */
  int frame(int row) {
    return row - starts[capture(row)] + 1;
  }

  /** What stands in a cell; times are those since the first packet. */
  String text(int row, Column column) {
    int stored = PacketColumns.STORED.indexOf(column);
    if (stored >= 0) {
      return rows.text(row, stored);
    }
    return switch (column) {
      case NO -> number(row);
      case TIME ->
          rows.time(row) == NO_TIME ? "" : TimeText.seconds(rows.time(row) - first, decimals(row));
      case SOURCE, DESTINATION, PROTOCOL, LENGTH, INFO, HOA, COA, K -> "";
      case RESPONSE, UE, FINDING -> RowNotes.text(note(row), column);
    };
  }

  /** When a row was captured, nanoseconds since 1970; {@link #NO_TIME} when that is not known. */
  long time(int row) {
    return rows.time(row);
  }

  /** When the first row with a time was captured. */
  long first() {
    return first;
  }

  /** Decimals of a second that a row's capture keeps. */
  int decimals(int row) {
    return decimals[capture(row)];
  }

  /** Number as reports have it: of the frame, with several captures after that of the capture. */
  String number(int row) {
    int capture = capture(row);
    String frame = Integer.toString(row - starts[capture] + 1);
    return several() ? capture + 1 + ":" + frame : frame;
  }

  int capture(int row) {
    int capture = 0;
    for (int i = 1; i < begun; i++) {
      capture = row >= starts[i] ? i : capture;
    }
    return capture;
  }

  /** Where and when a row is; empty for one without a time. */
  Optional<At> at(int row) {
    long time = rows.time(row);
    return time == NO_TIME ? Optional.empty() : Optional.of(new At(capture(row), frame(row), time));
  }

  /** The row of a frame, -1 when it is not in the list. */
  int row(At at) {
    if (at.capture() < 0 || at.capture() >= begun) {
      return -1;
    }
    int row = starts[at.capture()] + at.frame() - 1;
    return at.frame() >= 1 && row < rows.size() && capture(row) == at.capture() ? row : -1;
  }

  /** The row of that number as {@link #number} writes it, -1 when there is none. */
  int row(String number) {
    String[] parts = number.strip().split(":", 2);
    if (!Arrays.stream(parts).allMatch(part -> part.matches("\\d{1,9}"))) {
      return -1;
    }
    int capture = parts.length == 2 ? Integer.parseInt(parts[0]) - 1 : 0;
    return row(new At(capture, Integer.parseInt(parts[parts.length - 1]), 0));
  }

  // ---- report --------------------------------------------------------------------------------

  /** Audits all captures together. */
  Report audit(String version, Profile profile) {
    return noted(
        Analysis.run(sources, keys, profile, version, (name, bytes, frames) -> {}, cancelled::get));
  }

  /** Audits what has come of a live capture so far. */
  Report auditSoFar(LiveFile capture, String version, Profile profile) throws IOException {
    try (var in = capture.soFar()) {
      return noted(
          Analysis.run(
              List.of(
                  new Analysis.Source.Kept(new KeptStream(() -> in), capture.path().toString())),
              keys,
              profile,
              version,
              (name, bytes, frames) -> {},
              closed::get));
    }
  }

  /** Judges what a report found anew with another profile; nothing is read again. */
  Report judged(Report report, Profile profile) {
    return noted(report.with(Audit.of(report.audit().correlation(), profile)));
  }

  private Report noted(Report report) {
    notes =
        IntStream.range(0, files.size())
            .mapToObj(capture -> FrameNotes.of(report.audit(), capture))
            .toList();
    forgetNotes();
    return report;
  }

  private FrameNotes notes(int capture) {
    List<FrameNotes> known = notes;
    return capture < known.size() ? known.get(capture) : FrameNotes.NONE;
  }

  FrameNote note(int row) {
    int capture = capture(row);
    return notes(capture).of(row - starts[capture] + 1);
  }

  // ---- filter --------------------------------------------------------------------------------

  /**
   * Rows that pass a filter, ascending.
   *
   * @param stop set when nobody wants the answer any more
   */
  int[] matching(Filter filter, AtomicBoolean stop) {
    return matching(filter, (_, frame) -> filter.matches(frame), stop);
  }

  /**
   * Rows that are what was asked for, ascending.
   *
   * @param stop set when nobody wants the answer any more
   */
  int[] found(FindQuery query, AtomicBoolean stop) {
    return switch (query) {
      case FindQuery.ByFilter(var filter) -> matching(filter, stop);
      case FindQuery.InList list -> {
        IntPredicate wanted = list.in(this);
        yield IntStream.range(0, rows.size()).takeWhile(_ -> !stop.get()).filter(wanted).toArray();
      }
      case FindQuery.InDetails details -> matching(details, stop);
      case FindQuery.InBytes bytes -> matching(bytes, stop);
    };
  }

  private int[] matching(Predicate<FrameDetail> wanted, AtomicBoolean stop) {
    return matching(
        null, (row, frame) -> wanted.test(FrameDetail.of(row, number(row), frame)), stop);
  }

  /** Decides about a frame. */
  private interface FrameTest {
    boolean matches(int row, DecodedFrame frame);
  }

  /** A filter that asks for nothing that plain traffic has says the same of all of it. */
  private static boolean passesOver(Filter filter) {
    return filter.fields().stream().allMatch(DecodeCatalog::beyondPlainTraffic)
        && !filter.matches(_ -> List.of());
  }

  private int[] matching(@Nullable Filter filter, FrameTest test, AtomicBoolean stop) {
    var matches = new BitSet();
    boolean passesOver = filter != null && passesOver(filter);
    for (int i = 0; i < files.size(); i++) {
      int start = starts[i];
      int end = i + 1 < files.size() ? starts[i + 1] : rows.size();
      FrameNotes known = notes(i);
      run(
          i,
          known,
          filter,
          new Decoding.Receiver() {
            @Override
            public Next frame(DecodedFrame frame, CaptureReader reader) {
              int row = start + frame.frame().number() - 1;
              if (row >= end) {
                return Next.STOP;
              }
              if (!test.matches(row, frame)) {
                return Next.SKIPPED;
              }
              matches.set(row);
              return Next.SHOWN;
            }

            @Override
            public boolean passesOver(int number) {
              return passesOver && !known.knows(number);
            }
          },
          stop);
    }
    return matches.stream().toArray();
  }

  // ---- frames --------------------------------------------------------------------------------

  /**
   * Opens a frame.
   *
   * @return null when it is not there any more, or nobody wants it
   * @throws IOException when the file cannot be read again
   */
  @Nullable FrameDetail detail(int row, BooleanSupplier unwanted) throws IOException {
    synchronized (details) {
      for (FrameDetail known : details) {
        if (known.row() == row) {
          return known;
        }
      }
      if (unwanted.getAsBoolean()) {
        return null;
      }
      int capture = capture(row);
      DecodedFrame frame =
          cursors[capture].find(
              row - starts[capture] + 1, () -> unwanted.getAsBoolean() || closed.get());
      if (frame == null) {
        return null;
      }
      FrameDetail detail = FrameDetail.of(row, number(row), frame);
      if (details.size() == DETAILS) {
        details.removeFirst();
      }
      details.add(detail);
      return detail;
    }
  }

  /**
   * A way through the frames of a capture, with what is known of each when it is passed.
   *
   * @param fields fields that will be asked for; they are read in one go
   */
  FrameCursor cursor(int capture, Set<String> fields) {
    return new FrameCursor(
        sources.get(capture),
        indexes.get(capture),
        keys,
        number -> notes(capture).of(number),
        fields);
  }

  /** Frames opened before the audit do not know what it found. */
  private void forgetNotes() {
    synchronized (details) {
      details.clear();
      for (FrameCursor cursor : cursors) {
        cursor.forgetNotes();
      }
    }
  }

  /** Lets the files go. */
  void release() {
    synchronized (details) {
      for (FrameCursor cursor : cursors) {
        close(cursor);
      }
    }
  }

  static void close(@Nullable FrameCursor cursor) {
    try {
      if (cursor != null) {
        cursor.close();
      }
    } catch (IOException e) {
      // Nothing was written, so nothing can be lost.
      System.getLogger(CaptureSet.class.getName())
          .log(System.Logger.Level.DEBUG, "a capture cannot be closed", e);
    }
  }
}
