package org.roamscope.gui.viewmodel;

import java.io.IOException;
import java.util.BitSet;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableObjectValue;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.PlainText;

/** The selected packet: how it is reached, and what is in it. */
final class PacketSelection {
  private final Executor background;
  private final Executor foreground;
  private final ObservableObjectValue<PacketList> shown;
  private final Consumer<String> failed;
  private final Navigation navigation;
  private final IntConsumer settled;
  private final AtomicInteger requests = new AtomicInteger();
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(this, "selected", -1);
  private final ReadOnlyObjectWrapper<@Nullable FrameDetail> detail =
      new ReadOnlyObjectWrapper<>(this, "detail");
  private @Nullable CaptureSet captures;

  /**
   * Nothing selected.
   *
   * @param shown the rows among which steps go
   * @param failed told, printable, when a packet cannot be read again
   * @param navigation told where the user goes
   * @param settled told the row that is selected now, -1 for none
   */
  PacketSelection(
      Executor background,
      Executor foreground,
      ObservableObjectValue<PacketList> shown,
      Consumer<String> failed,
      Navigation navigation,
      IntConsumer settled) {
    this.background = background;
    this.foreground = foreground;
    this.shown = shown;
    this.failed = failed;
    this.navigation = navigation;
    this.settled = settled;
  }

  /** Forgets what was selected, for the packets of other captures or none. */
  void open(@Nullable CaptureSet captures) {
    this.captures = captures;
    requests.incrementAndGet();
    selected.set(-1);
    detail.set(null);
  }

  /** Selects a row; its tree and octets follow. */
  void select(int row) {
    if (row == selected.get()) {
      return;
    }
    navigation.row(row);
    settle(row);
  }

  /** Opens the selected packet again, for more is known of it. */
  void refresh() {
    if (selected.get() >= 0) {
      openFrame(selected.get());
    }
  }

  /** Selects a row that the user comes back to. */
  void settle(int row) {
    if (row == selected.get()) {
      return;
    }
    selected.set(row);
    settled.accept(row);
    if (row < 0) {
      requests.incrementAndGet();
      detail.set(null);
      return;
    }
    openFrame(row);
  }

  private void openFrame(int row) {
    CaptureSet of = captures;
    if (of == null) {
      return;
    }
    int request = requests.incrementAndGet();
    background.execute(() -> {
      try {
        FrameDetail found = of.detail(row, () -> request != requests.get());
        foreground.execute(() -> {
          if (request == requests.get() && found != null) {
            detail.set(found);
          }
        });
      } catch (IOException e) {
        String text = PlainText.of("The packet cannot be read again: " + e.getMessage());
        foreground.execute(() -> {
          if (request == requests.get()) {
            failed.accept(text);
          }
        });
      }
    });
  }

  /** Selects the row {@code steps} below in the list; negative for above. */
  void step(int steps) {
    PacketList list = shown.get();
    if (!list.isEmpty()) {
      int place = list.placeOf(selected.get());
      int to = Math.clamp((long) place + steps, 0, list.size() - 1);
      select(list.row(to));
    }
  }

  /** Selects the next frame of the same UE, or the one before when {@code steps} is negative. */
  void stepInUe(int steps) {
    CaptureSet of = captures;
    if (of == null || selected.get() < 0) {
      return;
    }
    String ue = of.note(selected.get()).ue();
    if (ue != null) {
      stepTo(steps, row -> ue.equals(of.note(row).ue()));
    }
  }

  /** Selects the next frame in which something was found, or the one before. */
  void stepToFinding(int steps) {
    CaptureSet of = captures;
    if (of != null) {
      stepTo(steps, row -> !of.note(row).findings().isEmpty());
    }
  }

  /**
   * Selects the next row shown for which this holds, or the one before, unless something else was
   * selected meanwhile: among millions of rows the next one may be far.
   */
  private void stepTo(int steps, IntPredicate matches) {
    PacketList list = shown.get();
    int row = selected.get();
    background.execute(() -> {
      int found = next(list, list.placeOf(row), steps, matches);
      foreground.execute(() -> {
        if (row == selected.get() && shown.get().placeOf(found) >= 0) {
          select(found);
        }
      });
    });
  }

  /** Selects the next row shown among some that do not change any more, or the one before. */
  void stepTo(int steps, BitSet rows) {
    stepTo(steps, rows::get);
  }

  private static int next(PacketList list, int place, int steps, IntPredicate matches) {
    int step = Integer.signum(steps);
    for (int at = place + step; at >= 0 && at < list.size(); at += step) {
      int row = list.row(at);
      if (matches.test(row)) {
        return row;
      }
    }
    return -1;
  }

  /** The selected row, -1 for none. */
  ReadOnlyIntegerProperty selected() {
    return selected.getReadOnlyProperty();
  }

  /** The selected frame opened; null until that is done. */
  ReadOnlyObjectProperty<@Nullable FrameDetail> detail() {
    return detail.getReadOnlyProperty();
  }
}
