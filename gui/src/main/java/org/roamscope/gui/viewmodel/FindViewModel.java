package org.roamscope.gui.viewmodel;

import java.util.BitSet;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableObjectValue;
import org.jspecify.annotations.Nullable;

/**
 * Edit &gt; Find packet. The first question goes through all packets in the background and keeps
 * which match; next and previous then only step, among the rows that are shown, and begin again at
 * the other end.
 */
public final class FindViewModel {
  private final Executor background;
  private final Executor foreground;
  private final ObservableObjectValue<PacketList> shown;
  private final PacketSelection selection;
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ObjectProperty<FindQuery.Kind> kind =
      new SimpleObjectProperty<>(this, "kind", FindQuery.Kind.LIST);
  private final BooleanProperty visible = new SimpleBooleanProperty(this, "visible");
  private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper(this, "answer", "");
  private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper(this, "searching");
  private Supplier<AddressNames> names = () -> AddressNames.NONE;
  private @Nullable CaptureSet captures;
  private @Nullable FindQuery known;
  private BitSet matches = new BitSet();
  private AtomicBoolean stop = new AtomicBoolean();
  private boolean read;

  FindViewModel(
      Executor background,
      Executor foreground,
      ObservableObjectValue<PacketList> shown,
      PacketSelection selection) {
    this.background = background;
    this.foreground = foreground;
    this.shown = shown;
    this.selection = selection;
    text.subscribe(() -> answer.set(""));
    kind.subscribe(() -> answer.set(""));
  }

  /** Text is looked for in names of addresses too. */
  void searchNames(HostNames by) {
    names = by::now;
  }

  /** Looks into these captures, once they were read; null for none. */
  void open(@Nullable CaptureSet of) {
    captures = of;
    read = false;
    forget();
  }

  /** All packets are there. */
  void haveRead() {
    read = true;
    forget();
  }

  /** A live capture is searched while it grows, each time to where it is. */
  void grown() {
    read = true;
    known = null;
  }

  /** What is known of the packets is more now: what was found before may be too little. */
  void forget() {
    cancel();
    known = null;
    answer.set("");
  }

  /** Stops a search that runs. */
  public void cancel() {
    stop.set(true);
    searching.set(false);
  }

  /** Selects the next packet that matches, or the one before when {@code steps} is negative. */
  public void find(int steps) {
    CaptureSet of = captures;
    if (of == null) {
      return;
    }
    if (!read) {
      answer.set("The packets are still being read.");
      return;
    }
    FindQuery query;
    try {
      query = FindQuery.of(kind.get(), text.get(), names.get());
    } catch (IllegalArgumentException e) {
      answer.set(String.valueOf(e.getMessage()));
      return;
    }
    if (query.equals(known)) {
      step(steps);
    } else {
      search(of, query, steps);
    }
  }

  private void search(CaptureSet of, FindQuery query, int steps) {
    cancel();
    var mine = new AtomicBoolean();
    stop = mine;
    searching.set(true);
    answer.set("Searching…");
    background.execute(() -> {
      int[] rows = of.found(query, mine);
      foreground.execute(() -> {
        if (!mine.get()) {
          searching.set(false);
          known = query;
          matches = new BitSet();
          for (int row : rows) {
            matches.set(row);
          }
          step(steps);
        }
      });
    });
  }

  private void step(int steps) {
    if (matches.isEmpty()) {
      answer.set("No packet matches.");
      return;
    }
    PacketList list = shown.get();
    int step = steps < 0 ? -1 : 1;
    int start = list.placeOf(selection.selected().get());
    int at = start < 0 && step < 0 ? 0 : start;
    for (int i = 0; i < list.size(); i++) {
      at = Math.floorMod(at + step, list.size());
      if (matches.get(list.row(at))) {
        boolean around = start >= 0 && (step > 0 ? at <= start : at >= start);
        answer.set(
            (matches.cardinality() == 1 ? "1 match" : matches.cardinality() + " matches")
                + (around ? "; went on from the other end" : ""));
        selection.select(list.row(at));
        return;
      }
    }
    answer.set("No packet that the filter shows matches; " + matches.cardinality() + " hidden.");
  }

  /** What to look for. */
  public StringProperty text() {
    return text;
  }

  /** How that is read. */
  public ObjectProperty<FindQuery.Kind> kind() {
    return kind;
  }

  /** Whether the box to type in is shown. */
  public BooleanProperty visible() {
    return visible;
  }

  /** What came of it, or what is wrong with the question; empty for nothing to say. */
  public ReadOnlyStringProperty answer() {
    return answer.getReadOnlyProperty();
  }

  /** True while packets are looked through. */
  public ReadOnlyBooleanProperty searching() {
    return searching.getReadOnlyProperty();
  }
}
