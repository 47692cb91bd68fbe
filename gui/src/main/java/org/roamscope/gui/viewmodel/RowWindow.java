package org.roamscope.gui.viewmodel;

import java.util.Objects;
import javafx.collections.ObservableListBase;

/**
 * The part of a packet list that is in a table. What a table does to show a row far down grows with
 * the number of rows above it, so of a very long list it gets a part, and another one when somebody
 * comes near its ends.
 */
public final class RowWindow extends ObservableListBase<Integer> {
  /** Rows of a part. */
  public static final int MOST = 1 << 16;

  private final PacketList list;
  private final int most;
  private final int begin;
  private int size;

  /** The part around a place of a list. */
  public RowWindow(PacketList list, int place) {
    this(list, place, MOST);
  }

  RowWindow(PacketList list, int place, int most) {
    this.list = list;
    this.most = most;
    begin = Math.clamp((long) place - most / 2, 0, Math.max(0, list.size() - most));
    size = Math.min(most, list.size() - begin);
  }

  /** Takes in what the list has grown by, as far as there is room. */
  public void grow() {
    int now = Math.min(most, list.size() - begin);
    if (now > size) {
      beginChange();
      nextAdd(size, now);
      size = now;
      endChange();
    }
  }

  /** True when the list has rows that are not here. */
  public boolean partial() {
    return size < list.size();
  }

  /** True when these rows come so near to an end of the part that another part should be shown. */
  public boolean nearEnd(int first, int last) {
    int near = most / 8;
    return begin > 0 && first < near || begin + size < list.size() && last >= size - near;
  }

  /** Place in the whole list of what stands here at an index. */
  public int place(int index) {
    return begin + index;
  }

  /** Where a place of the whole list stands here; -1 when it is not in the part. */
  public int index(int place) {
    return place >= begin && place < begin + size ? place - begin : -1;
  }

  @Override
  public Integer get(int index) {
    return list.get(begin + Objects.checkIndex(index, size));
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int indexOf(Object wanted) {
    return index(list.indexOf(wanted));
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
