package org.roamscope.gui.viewmodel;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the packet list that are shown: numbers of rows and nothing else, made when somebody
 * asks. It grows at its end; everything else is another list.
 */
public final class PacketList extends ObservableListBase<Integer> {
  private final IntUnaryOperator row;
  private final IntUnaryOperator place;
  private final @Nullable Matches matches;
  private final boolean whole;
  private int size;

  private PacketList(IntUnaryOperator row, IntUnaryOperator place, int size) {
    this(row, place, null, size, false);
  }

  private PacketList(
      IntUnaryOperator row,
      IntUnaryOperator place,
      @Nullable Matches matches,
      int size,
      boolean whole) {
    this.whole = whole;
    this.row = row;
    this.place = place;
    this.matches = matches;
    this.size = size;
  }

  /** All rows in the order in which they were read. */
  static PacketList all(int size) {
    return new PacketList(
        IntUnaryOperator.identity(), IntUnaryOperator.identity(), null, size, true);
  }

  /** Some rows, in this order. */
  static PacketList of(int[] rows) {
    int[] places = new int[Arrays.stream(rows).max().orElse(-1) + 1];
    Arrays.fill(places, -1);
    for (int place = 0; place < rows.length; place++) {
      places[rows[place]] = place;
    }
    return new PacketList(
        place -> rows[place], wanted -> wanted < places.length ? places[wanted] : -1, rows.length);
  }

  /** Some rows by their numbers. */
  static PacketList ascending(int[] rows) {
    return new PacketList(
        place -> rows[place],
        wanted -> Math.max(-1, Arrays.binarySearch(rows, wanted)),
        rows.length);
  }

  /** Rows that pass a filter while more come: {@link #append} adds them. */
  static PacketList growing() {
    var matches = new Matches();
    return new PacketList(place -> matches.rows[place], matches::placeOf, matches, 0, false);
  }

  /** Rows that grow at their end. */
  private static final class Matches {
    private int[] rows = new int[256];
    private int count;

    int placeOf(int wanted) {
      return Math.max(-1, Arrays.binarySearch(rows, 0, count, wanted));
    }

    void add(int[] more) {
      if (rows.length - count < more.length) {
        rows = Arrays.copyOf(rows, Math.max(2 * rows.length, count + more.length));
      }
      System.arraycopy(more, 0, rows, count, more.length);
      count += more.length;
    }
  }

  /** Adds rows, all behind those that are there; only for a {@link #growing} list. */
  void append(int[] more) {
    Matches to = matches;
    if (to == null) {
      throw new IllegalStateException("not a growing list");
    }
    to.add(more);
    grow(to.count);
  }

  /** Says that there are more rows now. */
  void grow(int to) {
    if (to > size) {
      beginChange();
      nextAdd(size, to);
      size = to;
      endChange();
    }
  }

  /** Where a row is shown; -1 when it is not. */
  public int placeOf(int wanted) {
    int found = wanted < 0 ? -1 : place.applyAsInt(wanted);
    return found < size ? found : -1;
  }

  /** Adds all rows to a set; of all rows of a large capture that is one step. */
  void into(BitSet rows) {
    if (whole) {
      rows.set(0, size);
      return;
    }
    for (int at = 0; at < size; at++) {
      rows.set(row(at));
    }
  }

  /** The row at a place. */
  int row(int at) {
    return row.applyAsInt(Objects.checkIndex(at, size));
  }

  @Override
  public Integer get(int index) {
    return row(index);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int indexOf(Object wanted) {
    return wanted instanceof Integer number ? placeOf(number) : -1;
  }

  @Override
  public int lastIndexOf(Object wanted) {
    return indexOf(wanted);
  }

  @Override
  public boolean contains(Object wanted) {
    return indexOf(wanted) >= 0;
  }
}
