package org.roamscope.gui.viewmodel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table in the order that the user asks for. A million rows take too long for the
 * thread of the window: they are sorted in {@code background}, and only the last wish counts. All
 * methods belong to the thread of {@code foreground}.
 *
 * @param <T> a row
 */
public final class SortedRows<T> {
  private final Executor background;
  private final Executor foreground;
  private final ObservableList<T> shown = FXCollections.observableArrayList();
  private final ObservableList<T> view = FXCollections.unmodifiableObservableList(shown);
  private final AtomicInteger requests = new AtomicInteger();
  private List<T> rows = List.of();
  private @Nullable Comparator<T> order;
  private @Nullable T kept;
  private boolean busy;
  private IntConsumer listed = _ -> {};

  /** No rows. */
  public SortedRows(Executor background, Executor foreground) {
    this.background = background;
    this.foreground = foreground;
  }

  /**
   * Says who is told that the rows stand in their order.
   *
   * @param by told the place of the row that is to stay selected, -1 for none
   */
  public void listed(IntConsumer by) {
    listed = by;
  }

  /**
   * Takes other rows in place of those before; the order that was asked for stays.
   *
   * @param all the rows in the order in which they come unsorted; not copied when unmodifiable
   * @param keep place among them of the row that is to stay selected, -1 for none
   */
  public void set(List<T> all, int keep) {
    rows = List.copyOf(all);
    kept = keep < 0 ? null : rows.get(keep);
    sort();
  }

  /**
   * Puts the rows into another order.
   *
   * @param by the order, null for the one in which they came; asked on another thread
   * @param keep the row that is to stay selected, null for none
   */
  public void order(@Nullable Comparator<T> by, @Nullable T keep) {
    order = by;
    kept = keep;
    sort();
  }

  private void sort() {
    int request = requests.incrementAndGet();
    List<T> from = rows;
    Comparator<T> by = order;
    T keep = kept;
    busy = true;
    if (by == null) {
      show(from, place(from, keep));
      return;
    }
    background.execute(() -> {
      if (request != requests.get()) {
        return;
      }
      List<T> sorted = new ArrayList<>(from);
      sorted.sort(by);
      int place = place(sorted, keep);
      foreground.execute(() -> {
        if (request == requests.get()) {
          show(sorted, place);
        }
      });
    });
  }

  /** The row itself: others may be equal to it. */
  @SuppressWarnings("ReferenceEquality")
  private static <T> int place(List<T> rows, @Nullable T wanted) {
    if (wanted != null) {
      for (int i = 0; i < rows.size(); i++) {
        if (rows.get(i) == wanted) {
          return i;
        }
      }
    }
    return -1;
  }

  private void show(List<T> sorted, int place) {
    busy = false;
    shown.clear(); // else a table would look for what is selected, row after row
    shown.setAll(sorted);
    listed.accept(place);
  }

  /** The rows as they stand now. */
  public ObservableList<T> shown() {
    return view;
  }

  /** True while rows are being sorted. */
  public boolean busy() {
    return busy;
  }
}
