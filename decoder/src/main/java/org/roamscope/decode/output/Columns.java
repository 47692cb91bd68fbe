package org.roamscope.decode.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The columns of a packet list, in their order.
 *
 * @param list the columns; one may stand several times
 */
public record Columns(List<Column> list) {
  /** Wireshark's seven. */
  public static final Columns WIRESHARK =
      new Columns(
          List.of(
              Column.NO,
              Column.TIME,
              Column.SOURCE,
              Column.DESTINATION,
              Column.PROTOCOL,
              Column.LENGTH,
              Column.INFO));

  /** Wireshark's seven, home address and care-of address. */
  public static final Columns DEFAULT = WIRESHARK.with(Column.HOA, Column.COA);

  /** Keeps its own copy. */
  public Columns {
    list = List.copyOf(list);
  }

  private Columns with(Column... more) {
    List<Column> all = new ArrayList<>(list);
    all.addAll(Arrays.asList(more));
    return new Columns(all);
  }

  /**
   * Columns by name.
   *
   * @param names comma-separated, for example {@code no,time,info,k}; case does not matter
   * @throws IllegalArgumentException with a sentence for people when a name is unknown
   */
  public static Columns parse(String names) {
    List<Column> found = new ArrayList<>();
    for (String name : names.split(",", -1)) {
      found.add(column(name.strip()));
    }
    return new Columns(found);
  }

  private static Column column(String name) {
    for (Column known : Column.values()) {
      if (known.option().equals(name.toLowerCase(Locale.ROOT))) {
        return known;
      }
    }
    throw new IllegalArgumentException("unknown column '" + name + "'; the columns are " + names());
  }

  /** All names, comma-separated. */
  public static String names() {
    return Arrays.stream(Column.values()).map(Column::option).collect(Collectors.joining(","));
  }

  /** True when a column is empty unless the capture was audited. */
  public boolean audited() {
    return list.stream().anyMatch(Column::audited);
  }
}
