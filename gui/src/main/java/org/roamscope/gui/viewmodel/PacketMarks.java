package org.roamscope.gui.viewmodel;

import java.util.BitSet;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** Packets that the user marked. They are forgotten when the captures are closed or read anew. */
final class PacketMarks {
  private final BitSet rows = new BitSet();
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");

  PacketMarks() {}

  /** Marks a row, or takes its mark away. */
  void toggle(int row) {
    if (row >= 0) {
      rows.flip(row);
      changed();
    }
  }

  /** Marks all rows of a list. */
  void markAll(PacketList list) {
    list.into(rows);
    changed();
  }

  /** Takes all marks away. */
  void clear() {
    rows.clear();
    changed();
  }

  boolean contains(int row) {
    return row >= 0 && rows.get(row);
  }

  /** The rows that are marked. */
  BitSet rows() {
    return (BitSet) rows.clone();
  }

  private void changed() {
    count.set(rows.cardinality());
  }

  /** How many are marked. */
  ReadOnlyIntegerProperty count() {
    return count.getReadOnlyProperty();
  }
}
