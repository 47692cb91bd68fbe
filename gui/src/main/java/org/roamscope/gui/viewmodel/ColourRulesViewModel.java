package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.roamscope.capture.WholeFile;
import org.roamscope.field.PlainText;

/**
 * The colour rules: which there are, and which one a packet has. Every change takes effect at once
 * and is kept.
 */
public final class ColourRulesViewModel {
  private final Executor background;
  private final Executor foreground;
  private final PacketColours colours;
  private final ObservableList<ColourRule> rules = FXCollections.observableArrayList();
  private final BooleanProperty on = new SimpleBooleanProperty(this, "on", true);
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");
  private Consumer<String> keep = _ -> {};

  /** The default rules. */
  ColourRulesViewModel(Executor background, Executor foreground) {
    this.background = background;
    this.foreground = foreground;
    colours = new PacketColours(background, foreground);
    rules.setAll(DefaultColours.RULES);
    on.subscribe(_ -> compile());
  }

  private void compile() {
    colours.use(new ColourMatcher(on.get() ? rules : List.of()));
  }

  // ---- rules ---------------------------------------------------------------------------------

  /** The rules, the first one that matches first. */
  public ObservableList<ColourRule> rules() {
    return FXCollections.unmodifiableObservableList(rules);
  }

  /** What the filter of a rule is worth. */
  public static FilterState state(ColourRule rule) {
    return FilterState.of(rule.filter());
  }

  /** Why a rule is not used, or what to look at; empty when there is nothing to say. */
  public static String remark(ColourRule rule) {
    return switch (state(rule)) {
      case FilterState.Empty _ -> "No filter: it matches nothing.";
      case FilterState.Wrong(var message, _, _) -> "Not understood, kept as it is: " + message;
      case FilterState.Doubtful(_, var message) -> message;
      case FilterState.Valid _ -> "";
    };
  }

  /** Puts a new rule before all others; it matches nothing yet. */
  public void add() {
    rules.addFirst(new ColourRule(true, "New rule", "", Rgb.of(0xffe2c6), Rgb.of(0x14181d)));
    changed();
  }

  /** Puts another rule in the place of one. */
  public void set(int index, ColourRule rule) {
    if (index >= 0 && index < rules.size() && !rules.get(index).equals(rule)) {
      rules.set(index, rule);
      changed();
    }
  }

  /** Takes a rule away. */
  public void remove(int index) {
    if (index >= 0 && index < rules.size()) {
      rules.remove(index);
      changed();
    }
  }

  /**
   * Moves a rule.
   *
   * @param by 1 for down, -1 for up
   * @return where it is now
   */
  public int move(int index, int by) {
    int to = index + by;
    if (index < 0 || index >= rules.size() || to < 0 || to >= rules.size()) {
      return index;
    }
    List<ColourRule> others = new ArrayList<>(rules);
    others.add(to, others.remove(index));
    rules.setAll(others);
    changed();
    return to;
  }

  /** Takes the rules that a new profile has. */
  public void reset() {
    rules.setAll(DefaultColours.RULES);
    said.set("The default rules are in use.");
    changed();
  }

  private void changed() {
    keep.accept(ColourFile.text(rules));
    compile();
  }

  /**
   * Takes the rules of a profile.
   *
   * @param text its file, empty for the default rules
   * @param to told the file after each change
   */
  void load(Optional<String> text, Consumer<String> to) {
    ColourFile file =
        text.map(ColourFile::parse).orElse(new ColourFile(DefaultColours.RULES, List.of()));
    keep = to;
    rules.setAll(file.rules());
    said.set(PlainText.of(String.join("\n", file.problems())));
    compile();
  }

  /** The rules as a file of Wireshark's. */
  String text() {
    return ColourFile.text(rules);
  }

  // ---- files ---------------------------------------------------------------------------------

  /** Puts those rules of a file before all others that are not there yet. */
  public void importFrom(Path file) {
    background.execute(() -> {
      try {
        ColourFile read = ColourFile.parse(Files.readString(file));
        foreground.execute(() -> take(file, read));
      } catch (IOException e) {
        String why = PlainText.of("Nothing imported: " + file + " cannot be read as text");
        foreground.execute(() -> said.set(why));
      }
    });
  }

  private void take(Path file, ColourFile read) {
    List<ColourRule> fresh =
        read.rules().stream().distinct().filter(rule -> !isThere(rule)).toList();
    int known = read.rules().size() - fresh.size();
    rules.addAll(0, fresh);
    long unknown = fresh.stream().filter(rule -> state(rule) instanceof FilterState.Wrong).count();
    List<String> words = new ArrayList<>();
    words.add(
        fresh.size()
            + (fresh.size() == 1 ? " rule" : " rules")
            + " imported from "
            + file.getFileName()
            + (known == 0 ? "." : "; " + known + " were there already."));
    if (unknown > 0) {
      words.add(unknown + " of them have filters that are not understood here; they are kept.");
    }
    words.addAll(read.problems());
    said.set(PlainText.of(String.join("\n", words)));
    changed();
  }

  /** Whether a rule is there, switched on or off. */
  private boolean isThere(ColourRule rule) {
    return rules.contains(rule) || rules.contains(rule.enabled(!rule.enabled()));
  }

  /** Writes the rules as a file of Wireshark's. */
  public void exportTo(Path file) {
    String text = text();
    int count = rules.size();
    background.execute(() -> {
      String outcome;
      try {
        WholeFile.write(file, text);
        outcome = count + " rules written to " + file;
      } catch (IOException e) {
        outcome = "Not written: " + e.getMessage();
      }
      String words = PlainText.of(outcome);
      foreground.execute(() -> said.set(words));
    });
  }

  // ---- packets -------------------------------------------------------------------------------

  void open(@Nullable CaptureSet captures) {
    colours.open(captures);
  }

  void haveAudited() {
    colours.haveAudited();
  }

  /** The rule of a row; empty for none, or when it is not known yet. */
  public Optional<ColourRule> rule(int row) {
    int rule = colours.rule(row);
    return rule < 0 ? Optional.empty() : Optional.of(rules.get(rule));
  }

  /** True while it is not known which rule a row has. */
  public boolean pending(int row) {
    return colours.rule(row) == PacketColours.PENDING;
  }

  /** Becomes another number when rows may have other rules. */
  public ReadOnlyIntegerProperty known() {
    return colours.known();
  }

  /** Whether rows are coloured at all. */
  public BooleanProperty on() {
    return on;
  }

  /** What was imported or exported, and what is wrong with it. */
  public ReadOnlyStringProperty said() {
    return said.getReadOnlyProperty();
  }
}
