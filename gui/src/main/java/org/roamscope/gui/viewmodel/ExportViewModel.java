package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Profile;
import org.roamscope.capture.WholeFile;
import org.roamscope.field.PlainText;
import org.roamscope.live.Programs;
import org.roamscope.report.CsvTable;
import org.roamscope.report.FrameComments;
import org.roamscope.report.LadderSvg;
import org.roamscope.report.Report;
import org.roamscope.report.Table;
import org.roamscope.report.Tables;
import org.roamscope.report.TimelineSvg;

/**
 * Writes what the window shows into files, one at a time, each whole or not at all and never over
 * an open capture. All methods and properties belong to the thread of {@code foreground}; writing
 * runs in {@code background}.
 */
public final class ExportViewModel {
  private static final String WIRESHARK = "wireshark";

  /** Pages of one picture. */
  static final int MAX_PAGES = 100;

  /** Which packets. */
  public enum Packets {
    /** Those that the filter leaves. */
    DISPLAYED,
    /** The selected one. */
    SELECTED,
    /** What is needed to judge the chosen UE as the whole does. */
    UE
  }

  /** Which drawing. */
  public enum Drawing {
    /** The timeline of the chosen UE. */
    TIMELINE,
    /** Its ladder. */
    LADDER
  }

  /**
   * What is open.
   *
   * @param report null until the audit is done
   * @param ue the chosen UE, null for none
   * @param own the user's comments, by row
   */
  record Source(
      CaptureSet captures,
      @Nullable Report report,
      PacketList displayed,
      int selected,
      @Nullable UeDetail ue,
      Profile profile,
      Map<Integer, String> own) {}

  /** Writes something. */
  @FunctionalInterface
  private interface Job {
    /** What was written, a sentence; empty when it was cancelled. */
    Optional<String> run(AtomicBoolean stop) throws IOException;
  }

  private final Executor background;
  private final Executor foreground;
  private final Supplier<Optional<Source>> open;
  private final Consumer<String> refused;
  private final Consumer<Map<Integer, String>> commented;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");
  private AtomicBoolean stopping = new AtomicBoolean();

  /**
   * Nothing to write.
   *
   * @param open what is open when something is to be written
   * @param refused told why something was not written
   * @param commented told the user's comments once all of them stand in a file
   */
  ExportViewModel(
      Executor background,
      Executor foreground,
      Supplier<Optional<Source>> open,
      Consumer<String> refused,
      Consumer<Map<Integer, String>> commented) {
    this.background = background;
    this.foreground = foreground;
    this.open = open;
    this.refused = refused;
    this.commented = commented;
  }

  /** Writes packets as pcapng. */
  public void packets(Packets which, boolean annotated, Path to) {
    write(to, source -> stop -> copy(source, which, annotated, to, stop));
  }

  private Optional<String> copy(
      Source source, Packets which, boolean annotated, Path to, AtomicBoolean stop)
      throws IOException {
    Report report = source.report();
    UeDetail ue = source.ue();
    boolean judged = annotated || which == Packets.UE;
    if (judged && report == null) {
      throw new IOException("the handovers are not judged yet");
    }
    FrameComments comments = annotated && report != null ? FrameComments.of(report) : null;
    var export = new PacketExport(source.captures(), comments, source.own(), stop::get);
    Optional<PacketExport.Written> written;
    if (which != Packets.UE) {
      written = export.rows(rows(source, which), -1, to, read -> tell(source, read));
    } else if (ue == null || report == null) {
      throw new IOException("no UE is chosen");
    } else {
      written = export.ue(ue.summary().ue(), report, source.profile(), to);
    }
    if (written.isPresent()
        && which == Packets.DISPLAYED
        && source.own().keySet().stream().allMatch(row -> source.displayed().placeOf(row) >= 0)) {
      foreground.execute(() -> commented.accept(source.own()));
    }
    return written.map(one -> counted(one) + " written to " + to);
  }

  private static String counted(PacketExport.Written written) {
    return written.packets() + (written.packets() == 1 ? " packet" : " packets");
  }

  private static IntPredicate rows(Source source, Packets which) {
    if (which == Packets.SELECTED) {
      return row -> row == source.selected();
    }
    BitSet rows = new BitSet();
    source.displayed().into(rows);
    return rows::get;
  }

  private void tell(Source source, long read) {
    double share = (double) read / Math.max(1, source.captures().octets());
    foreground.execute(() -> progress.set(busy.get() ? Math.min(1, share) : -1));
  }

  /** Writes the report in a form. */
  public void report(ReportForm form, Path to) {
    write(
        to,
        source -> {
          Report report = judged(source);
          return _ -> {
            WholeFile.write(to, form.text(report));
            return Optional.of(form.label() + " written to " + to);
          };
        });
  }

  /** Writes the tables of the report into a folder, a file each; none that is there already. */
  public void tables(Path folder) {
    write(
        folder,
        source -> {
          Report report = judged(source);
          return _ -> Optional.of(tables(report, folder));
        });
  }

  private static String tables(Report report, Path folder) throws IOException {
    List<Table> all = Tables.of(report).all();
    for (Table table : all) {
      Path file = folder.resolve(table.name() + ".csv");
      if (Files.exists(file)) {
        throw new IOException(file + " is there already; choose another folder");
      }
    }
    for (Table table : all) {
      WholeFile.write(folder.resolve(table.name() + ".csv"), CsvTable.text(table));
    }
    return all.size() + " tables written to " + folder;
  }

  /** Writes a drawing of the chosen UE as SVG. */
  public void svg(Drawing drawing, Path to) {
    write(
        to,
        source -> {
          Report report = judged(source);
          UeDetail ue = source.ue();
          if (ue == null) {
            throw new IOException("no UE is chosen");
          }
          return _ -> {
            WholeFile.write(
                to,
                switch (drawing) {
                  case TIMELINE -> TimelineSvg.text(report, ue.summary().ue());
                  case LADDER -> LadderSvg.text(ue.ladder());
                });
            return Optional.of("SVG written to " + to);
          };
        });
  }

  /** Writes a picture that was drawn already. */
  public void picture(Supplier<byte[]> png, Path to) {
    write(
        to,
        _ ->
            _ -> {
              try (WholeFile file = WholeFile.open(to)) {
                file.out().write(png.get());
                file.finish();
              }
              return Optional.of("PNG written to " + to);
            });
  }

  /** A page at a time, so that the window answers in between. */
  private Supplier<byte[]> drawn(Pages pages, int page) throws IOException {
    try {
      return CompletableFuture.supplyAsync(() -> pages.draw(page), foreground).join();
    } catch (CompletionException e) {
      throw new IOException("page " + (page + 1) + " cannot be drawn: " + e.getCause(), e);
    }
  }

  /** A picture in pages. */
  public interface Pages {
    /** How many, at least one. */
    int count();

    /**
     * Draws a page; called in the foreground.
     *
     * @param page from 0
     * @return makes the octets of its file; called in the background
     */
    Supplier<byte[]> draw(int page);
  }

  /**
   * Writes a picture in pages: one into that file, several beside it with their numbers, for
   * example {@code ladder-1.png}; none over a file that is there, for nobody was asked about those.
   */
  public void pages(Pages pages, Path to) {
    write(
        to,
        _ -> {
          int count = pages.count();
          if (count > MAX_PAGES) {
            throw new IOException(
                "the picture would have "
                    + count
                    + " pages, more than "
                    + MAX_PAGES
                    + "; as SVG it is one");
          }
          return stop -> pages(pages, files(to, count), stop);
        });
  }

  private static List<Path> files(Path to, int count) throws IOException {
    if (count == 1) {
      return List.of(to);
    }
    String name = String.valueOf(to.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String extension = dot > 0 ? name.substring(dot) : "";
    List<Path> files = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      Path file = to.resolveSibling(stem + "-" + i + extension);
      if (Files.exists(file)) {
        throw new IOException(file + " is there already; choose another name");
      }
      files.add(file);
    }
    return files;
  }

  private Optional<String> pages(Pages pages, List<Path> files, AtomicBoolean stop)
      throws IOException {
    List<byte[]> drawn = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (stop.get()) {
        return Optional.empty();
      }
      drawn.add(drawn(pages, i).get());
      double share = (i + 1.0) / files.size();
      foreground.execute(() -> progress.set(busy.get() ? share : -1));
    }
    int written = 0;
    try {
      for (; written < files.size(); written++) {
        try (WholeFile file = WholeFile.open(files.get(written))) {
          file.out().write(drawn.get(written));
          file.finish();
        }
      }
    } finally {
      for (int i = 0; i < written && written < files.size(); i++) {
        Files.deleteIfExists(files.get(i)); // all pages or none
      }
    }
    return Optional.of(
        "PNG written to "
            + files.getFirst()
            + (files.size() == 1 ? "" : " to " + files.getLast().getFileName()));
  }

  /** Opens the displayed packets in Wireshark, with the selected one in front. */
  public void wireshark() {
    Optional<Path> program = Programs.find(WIRESHARK, System.getenv().getOrDefault("PATH", ""));
    if (program.isEmpty()) {
      refused.accept(
          "Wireshark is not on the PATH: install it, or export the packets and open that file.");
      return;
    }
    start(source -> stop -> show(source, program.get(), stop));
  }

  private Optional<String> show(Source source, Path program, AtomicBoolean stop)
      throws IOException {
    Path folder = Files.createTempDirectory("roamscope-wireshark-");
    Path file = folder.resolve("displayed.pcapng");
    folder.toFile().deleteOnExit();
    file.toFile().deleteOnExit(); // what is registered last goes first
    Optional<PacketExport.Written> written =
        new PacketExport(source.captures(), null, source.own(), stop::get)
            .rows(
                rows(source, Packets.DISPLAYED),
                source.selected(),
                file,
                read -> tell(source, read));
    if (written.isEmpty()) {
      return Optional.empty();
    }
    long mark = Math.max(1, written.get().mark());
    new ProcessBuilder(program.toString(), "-r", file.toString(), "-g", Long.toString(mark))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    return Optional.of(counted(written.get()) + " opened in Wireshark");
  }

  // ---- one at a time -------------------------------------------------------------------------

  private static Report judged(Source source) throws IOException {
    Report report = source.report();
    if (report == null) {
      throw new IOException("the handovers are not judged yet");
    }
    return report;
  }

  /** What is to be done of what is open. */
  @FunctionalInterface
  private interface Plan {
    Job of(Source source) throws IOException;
  }

  private void write(Path to, Plan plan) {
    start(source -> {
      Job job = plan.of(source);
      return stop -> {
        for (Path input : source.captures().files()) {
          if (Files.exists(to) && Files.isSameFile(to, input)) {
            throw new IOException(to + " is an open capture; choose another name");
          }
        }
        return job.run(stop);
      };
    });
  }

  private void start(Plan plan) {
    Optional<Source> source = open.get();
    if (source.isEmpty() || busy.get()) {
      return;
    }
    var stop = new AtomicBoolean();
    stopping = stop;
    busy.set(true);
    progress.set(-1);
    said.set("Writing…");
    background.execute(() -> {
      Optional<String> done;
      Optional<String> fault = Optional.empty();
      try {
        done = plan.of(source.get()).run(stop);
      } catch (IOException e) {
        done = Optional.empty();
        fault = Optional.of(PlainText.of("Not written: " + e.getMessage()));
      }
      String outcome = PlainText.of(done.orElse(stop.get() ? "Cancelled, nothing is written" : ""));
      Optional<String> why = fault;
      foreground.execute(() -> {
        busy.set(false);
        progress.set(-1);
        said.set(outcome);
        why.ifPresent(refused);
      });
    });
  }

  /** Stops writing; nothing is left of it. */
  public void cancel() {
    stopping.set(true);
  }

  /** True while something is written. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** How far it is, from 0 to 1; negative when that is not known. */
  public ReadOnlyDoubleProperty progress() {
    return progress.getReadOnlyProperty();
  }

  /** What is being or was written; empty for nothing. */
  public ReadOnlyStringProperty said() {
    return said.getReadOnlyProperty();
  }

  /** Takes what was said away. */
  public void dismiss() {
    if (!busy.get()) {
      said.set("");
    }
  }
}
