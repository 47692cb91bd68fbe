package org.roamscope.gui.viewmodel;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.roamscope.decode.output.Column;

/**
 * Which columns the packet list has, and in which order.
 *
 * @param order all of them, the hidden ones too
 * @param hidden those that are not shown
 */
public record ColumnLayout(List<Column> order, Set<Column> hidden) {
  /** Wireshark's columns and what decides; the rest on demand. */
  public static final ColumnLayout DEFAULT =
      new ColumnLayout(PacketColumns.SHOWN, Set.of(Column.UE, Column.RESPONSE));

  private static final String HIDDEN = "!";

  /** Keeps its own lists; columns that the order leaves out come last. */
  public ColumnLayout {
    List<Column> all = new ArrayList<>(order.stream().distinct().toList());
    PacketColumns.SHOWN.stream().filter(column -> !all.contains(column)).forEach(all::add);
    order = List.copyOf(all);
    hidden = Set.copyOf(hidden);
  }

  /** True for a column that is shown. */
  public boolean shows(Column column) {
    return !hidden.contains(column);
  }

  /** The same with a column shown, or hidden when it is; the last one stays. */
  public ColumnLayout toggled(Column column) {
    Set<Column> now = hidden.isEmpty() ? EnumSet.noneOf(Column.class) : EnumSet.copyOf(hidden);
    if (!now.remove(column)) {
      now.add(column);
    }
    return now.size() == order.size() ? this : new ColumnLayout(order, now);
  }

  /**
   * The same with a column moved.
   *
   * @param by 1 for later, -1 for earlier
   */
  public ColumnLayout moved(Column column, int by) {
    int from = order.indexOf(column);
    int to = from + by;
    if (from < 0 || to < 0 || to >= order.size()) {
      return this;
    }
    List<Column> now = new ArrayList<>(order);
    now.add(to, now.remove(from));
    return new ColumnLayout(now, hidden);
  }

  /** As a setting: names in their order, {@code !} before a hidden one. */
  String text() {
    return order.stream()
        .map(column -> (shows(column) ? "" : HIDDEN) + column.option())
        .collect(Collectors.joining(", "));
  }

  /** Reads a setting; empty when a name is unknown or nothing would be shown. */
  static Optional<ColumnLayout> of(String text) {
    List<Column> order = new ArrayList<>();
    Set<Column> hidden = EnumSet.noneOf(Column.class);
    for (String word : text.split(",", -1)) {
      String name = word.strip();
      boolean hides = name.startsWith(HIDDEN);
      String option = hides ? name.substring(1).strip() : name;
      Optional<Column> column =
          PacketColumns.SHOWN.stream()
              .filter(one -> one.option().equals(option.toLowerCase(Locale.ROOT)))
              .findFirst();
      if (column.isEmpty()) {
        return Optional.empty();
      }
      order.add(column.get());
      if (hides) {
        hidden.add(column.get());
      }
    }
    PacketColumns.SHOWN.stream().filter(column -> !order.contains(column)).forEach(hidden::add);
    return hidden.size() == PacketColumns.SHOWN.size()
        ? Optional.empty()
        : Optional.of(new ColumnLayout(order, hidden));
  }
}
