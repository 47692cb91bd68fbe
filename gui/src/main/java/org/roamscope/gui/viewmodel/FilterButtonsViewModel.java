package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.roamscope.field.PlainText;

/** The saved filters beside the filter box. Every change takes effect at once and is kept. */
public final class FilterButtonsViewModel {
  private static final long MAX_OCTETS = 1 << 20;

  private final Executor background;
  private final Executor foreground;
  private final Consumer<String> say;
  private final ObservableList<FilterButton> buttons = FXCollections.observableArrayList();

  /** One view for all: a view that nobody holds tells nobody of changes. */
  private final ObservableList<FilterButton> view =
      FXCollections.unmodifiableObservableList(buttons);

  private List<String> others = List.of();
  private Consumer<String> keep = _ -> {};

  /**
   * No buttons.
   *
   * @param say told, printable, what was imported and what is wrong with a file
   */
  FilterButtonsViewModel(Executor background, Executor foreground, Consumer<String> say) {
    this.background = background;
    this.foreground = foreground;
    this.say = say;
  }

  /** All buttons in their order, the hidden ones too. */
  public ObservableList<FilterButton> all() {
    return view;
  }

  /** The buttons that are shown. */
  public List<FilterButton> shown() {
    return buttons.stream().filter(FilterButton::shown).toList();
  }

  /** The buttons that are kept and not shown. */
  public List<FilterButton> hidden() {
    return buttons.stream().filter(button -> !button.shown()).toList();
  }

  /** Why a button cannot be kept, a sentence; empty when it can. */
  public static Optional<String> refusal(FilterButton button) {
    if (button.label().isEmpty()) {
      return Optional.of("A button needs a label.");
    }
    return switch (button.state()) {
      case FilterState.Empty _ -> Optional.of("A button needs a filter.");
      case FilterState.Wrong(var message, _, _) -> Optional.of(message);
      case FilterState.Valid _, FilterState.Doubtful _ -> Optional.empty();
    };
  }

  /** Puts a button behind all others, unless it is there. */
  public void add(FilterButton button) {
    if (buttons.contains(button)) {
      return;
    }
    if (buttons.size() == FilterButtonFile.MOST) {
      say.accept("There are " + buttons.size() + " filter buttons already; remove one first.");
      return;
    }
    buttons.add(button);
    changed();
  }

  /** Puts another button in the place of one. */
  public void replace(FilterButton old, FilterButton by) {
    int index = buttons.indexOf(old);
    if (index >= 0 && !old.equals(by)) {
      if (buttons.contains(by)) {
        buttons.remove(index);
      } else {
        buttons.set(index, by);
      }
      changed();
    }
  }

  /** Takes a button away. */
  public void remove(FilterButton button) {
    if (buttons.remove(button)) {
      changed();
    }
  }

  /**
   * Moves a button among those that are shown.
   *
   * @param by 1 for later, -1 for earlier
   */
  public void move(FilterButton button, int by) {
    List<FilterButton> seen = shown();
    int to = seen.indexOf(button) + by;
    if (!seen.contains(button) || to < 0 || to >= seen.size()) {
      return;
    }
    List<FilterButton> now = new ArrayList<>(buttons);
    int place = now.indexOf(seen.get(to));
    now.remove(button);
    now.add(place, button);
    buttons.setAll(now);
    changed();
  }

  /** Whether a button can be moved so. */
  public boolean canMove(FilterButton button, int by) {
    List<FilterButton> seen = shown();
    int to = seen.indexOf(button) + by;
    return seen.contains(button) && to >= 0 && to < seen.size();
  }

  private void changed() {
    keep.accept(FilterButtonFile.text(buttons, others));
  }

  /**
   * Takes the buttons of a profile.
   *
   * @param text its file, empty for no buttons
   * @param to told the file after each change
   */
  void load(Optional<String> text, Consumer<String> to) {
    FilterButtonFile file = text.map(FilterButtonFile::parse).orElse(FilterButtonFile.NONE);
    keep = to;
    others = file.others();
    buttons.setAll(distinct(file.buttons()));
    if (!file.problems().isEmpty()) {
      say.accept(
          PlainText.of("In the filter buttons, " + String.join("; ", file.problems()) + "."));
    }
  }

  private static List<FilterButton> distinct(List<FilterButton> some) {
    return some.stream().distinct().toList();
  }

  /** Puts those buttons of a file behind all others that are not there yet. */
  public void importFrom(Path file) {
    background.execute(() -> {
      try {
        if (Files.size(file) > MAX_OCTETS) {
          throw new IOException("it has more than " + MAX_OCTETS + " octets");
        }
        FilterButtonFile read = FilterButtonFile.parse(Files.readString(file));
        foreground.execute(() -> take(file, read));
      } catch (IOException e) {
        String why = "Nothing imported: " + file + " cannot be read as text: " + e.getMessage();
        foreground.execute(() -> say.accept(PlainText.of(why)));
      }
    });
  }

  private void take(Path file, FilterButtonFile read) {
    List<FilterButton> fresh =
        distinct(read.buttons()).stream()
            .filter(button -> !buttons.contains(button))
            .limit(FilterButtonFile.MOST - buttons.size())
            .toList();
    int left = read.buttons().size() - fresh.size();
    List<String> words = new ArrayList<>();
    words.add(
        fresh.size()
            + (fresh.size() == 1 ? " filter button" : " filter buttons")
            + " imported from "
            + file.getFileName()
            + (left == 0 ? "." : "; " + left + " were there already or are too many."));
    long unknown =
        fresh.stream().filter(button -> button.state() instanceof FilterState.Wrong).count();
    if (unknown > 0) {
      words.add(unknown + " of them have filters that are not understood here; they are kept.");
    }
    words.addAll(read.problems());
    if (!fresh.isEmpty()) {
      buttons.addAll(fresh);
      changed();
    }
    say.accept(PlainText.of(String.join(" ", words)));
  }
}
