package org.roamscope.gui.viewmodel;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.roamscope.Analysis;
import org.roamscope.KeyCheck;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.decrypt.Coverage;
import org.roamscope.decrypt.KeySource;
import org.roamscope.decrypt.Missing;
import org.roamscope.field.PlainText;
import org.roamscope.keys.KeyFiles;
import org.roamscope.keys.KeyRing;

/**
 * Key files that were chosen, what is wrong with them, and what they would open in the captures.
 * Files are kept by name for this run only; keys are never shown. All methods and properties belong
 * to the thread of {@code foreground}; reading runs in {@code background}.
 */
public final class KeysViewModel {
  /**
   * What became of the encrypted packets of an SA.
   *
   * @param subject protocol, SPI and addresses
   * @param opened packets that can be read
   * @param closed packets that stay closed
   * @param keys where the keys stand that were of use; empty for none
   * @param fetch what to fetch for the rest; empty when nothing stays closed
   */
  public record Line(String subject, long opened, long closed, String keys, String fetch) {
    static Line of(Coverage coverage, Coverage.Row row) {
      long all = row.all();
      return new Line(
          Stream.of(row.subject().protocol(), row.subject().spi(), row.subject().addresses())
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining(" ")),
          all - row.closed(),
          row.closed(),
          coverage.sources(row.subject()).stream()
              .map(KeySource::text)
              .map(PlainText::of)
              .collect(Collectors.joining(", ")),
          String.join("; ", Missing.of(row)));
    }
  }

  private record Checked(KeyRing ring, List<Line> lines, String said) {}

  private final Executor background;
  private final Executor foreground;
  private final Supplier<Optional<CaptureSet>> open;
  private final Consumer<KeyRing> taken;
  private final ObservableList<Path> files = FXCollections.observableArrayList();
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
  private final ReadOnlyBooleanWrapper usable = new ReadOnlyBooleanWrapper(this, "usable");
  private final AtomicInteger requests = new AtomicInteger();
  private KeyRing ring = KeyRing.EMPTY;
  private @Nullable Path wireshark;

  /**
   * No files.
   *
   * @param open the captures, when some are
   * @param taken told the keys that are to be used from now on
   */
  KeysViewModel(
      Executor background,
      Executor foreground,
      Supplier<Optional<CaptureSet>> open,
      Consumer<KeyRing> taken) {
    this.background = background;
    this.foreground = foreground;
    this.open = open;
    this.taken = taken;
  }

  /** Takes files and folders as {@code --keys} does, and looks what all of them open. */
  public void add(List<Path> more) {
    more.stream().filter(file -> !files.contains(file)).forEach(files::add);
    check();
  }

  /** Takes the tables of the user's Wireshark as {@code --wireshark-keys} does. */
  public void addWireshark(Map<String, String> environment, Path home) {
    Path profile = KeyFiles.wiresharkProfile(environment, home);
    wireshark = profile;
    add(List.of(profile));
  }

  /** Leaves a file out again. */
  public void remove(Path file) {
    files.remove(file);
    check();
  }

  /** Looks what the files open in the captures. */
  public void check() {
    int request = requests.incrementAndGet();
    List<Path> chosen = List.copyOf(files);
    Path profile = wireshark;
    List<Analysis.Source> sources = open.get().map(CaptureSet::sources).orElse(List.of());
    busy.set(true);
    usable.set(false);
    said.set("Reading keys…");
    background.execute(() -> {
      KeyRing read = read(chosen, profile);
      Checked made = checked(read, sources, () -> request != requests.get());
      foreground.execute(() -> {
        if (request == requests.get()) {
          busy.set(false);
          ring = made.ring();
          lines.setAll(made.lines());
          said.set(made.said());
          usable.set(made.ring().problems().isEmpty());
        }
      });
    });
  }

  /** All keys; of Wireshark's folder only its tables, for other files there are no keys. */
  private static KeyRing read(List<Path> chosen, @Nullable Path wireshark) {
    KeyRing ring = KeyRing.EMPTY;
    for (Path file : chosen) {
      ring = ring.and(file.equals(wireshark) ? KeyFiles.readWireshark(file) : KeyFiles.read(file));
    }
    return ring;
  }

  private static Checked checked(
      KeyRing read, List<Analysis.Source> sources, BooleanSupplier unwanted) {
    List<String> words = new ArrayList<>();
    read.problems().forEach(problem -> words.add(PlainText.of(problem.toString())));
    read.warnings().forEach(warning -> words.add(PlainText.of(warning.toString())));
    if (!read.problems().isEmpty()) {
      words.addFirst("These keys cannot be used:");
      return new Checked(read, List.of(), String.join("\n", words));
    }
    KeyCheck.Result result = KeyCheck.run(sources, read, unwanted);
    Coverage coverage = result.coverage();
    for (CaptureProblem problem : result.problems()) {
      words.add(PlainText.of(problem.message()));
    }
    List<Line> found = coverage.rows().stream().map(row -> Line.of(coverage, row)).toList();
    words.addFirst(summary(found, sources));
    return new Checked(read, found, String.join("\n", words));
  }

  private static String summary(List<Line> found, List<Analysis.Source> sources) {
    if (sources.isEmpty()) {
      return "No capture is open: the keys are used for the next one.";
    }
    if (found.isEmpty()) {
      return "The captures hold no encrypted packets.";
    }
    long opened = found.stream().mapToLong(Line::opened).sum();
    long closed = found.stream().mapToLong(Line::closed).sum();
    return "Encrypted packets: " + (opened + closed) + ", of which these keys open " + opened + ".";
  }

  /** Uses the keys from now on: the captures are read anew with them. */
  public void apply() {
    if (usable.get()) {
      taken.accept(ring);
    }
  }

  /** Files and folders chosen, in their order. */
  public ObservableList<Path> files() {
    return files;
  }

  /** What becomes of the encrypted packets. */
  public ObservableList<Line> lines() {
    return lines;
  }

  /** What the keys open in one sentence, and what is wrong with them, a line each. */
  public ReadOnlyStringProperty said() {
    return said.getReadOnlyProperty();
  }

  /** True while files are read. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** True when the keys can be used. */
  public ReadOnlyBooleanProperty usable() {
    return usable.getReadOnlyProperty();
  }
}
