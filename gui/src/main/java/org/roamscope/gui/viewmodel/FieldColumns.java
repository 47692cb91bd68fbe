package org.roamscope.gui.viewmodel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The columns of the packet list that show fields.
 *
 * @param all in the order of their places
 */
public record FieldColumns(List<FieldColumn> all) {
  /** More than that are no list any more. */
  public static final int MOST = 24;

  /** None. */
  public static final FieldColumns NONE = new FieldColumns(List.of());

  /** Keeps its own list, in order. */
  public FieldColumns {
    all = all.stream().sorted(Comparator.comparingInt(FieldColumn::place)).toList();
  }

  /** The column of a field. */
  public Optional<FieldColumn> of(String field) {
    return all.stream().filter(column -> column.field().equals(field)).findFirst();
  }

  /** The same with another column, in place of the one of its field when there is one. */
  FieldColumns with(FieldColumn column) {
    List<FieldColumn> now = new ArrayList<>(without(column.field()).all);
    now.add(column);
    return new FieldColumns(now);
  }

  /** The same without the column of a field. */
  FieldColumns without(String field) {
    return new FieldColumns(all.stream().filter(column -> !column.field().equals(field)).toList());
  }

  /** As a setting: field, place and title, and {@code ;} between columns. */
  String text() {
    return all.stream()
        .map(column -> column.field() + " " + column.place() + " " + column.title())
        .collect(Collectors.joining("; "));
  }

  /** Reads a setting; empty when that is not what {@link #text} writes. */
  static Optional<FieldColumns> read(String text) {
    if (text.isBlank()) {
      return Optional.of(NONE);
    }
    List<FieldColumn> all = new ArrayList<>();
    for (String column : text.split(";", -1)) {
      String[] parts = column.strip().split(" ", 3);
      boolean placed = parts.length > 1 && parts[1].matches("\\d{1,3}");
      Optional<FieldColumn> read =
          placed ? FieldColumn.of(parts[0], Integer.parseInt(parts[1])) : Optional.empty();
      if (read.isEmpty() || all.size() == MOST) {
        return Optional.empty();
      }
      all.add(parts.length < 3 ? read.get() : read.get().named(parts[2]));
    }
    long fields = all.stream().map(FieldColumn::field).distinct().count();
    return fields < all.size() ? Optional.empty() : Optional.of(new FieldColumns(all));
  }
}
