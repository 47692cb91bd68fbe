package org.roamscope.gui.viewmodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.roamscope.decode.output.Column;

/**
 * An order of the packet list by a column. Rows that say the same keep their order; those that say
 * nothing come last, whatever the direction.
 *
 * @param column whose texts, or for times and numbers whose values, decide
 * @param direction which comes first
 */
public record RowSort(Column column, Direction direction) {
  /** Rows that are put in order; a list that shows more has to be filtered first. */
  public static final int MAX_ROWS = 1_000_000;

  /** Which comes first. */
  public enum Direction {
    /** The smallest. */
    ASCENDING,
    /** The largest. */
    DESCENDING
  }

  /**
   * What a row is ordered by.
   *
   * @param number value of a time or a number, else 0
   * @param text what a cell says, empty for times and numbers
   */
  private record Key(double number, String text) implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparingDouble(Key::number).thenComparing(Key::text);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** The rows of a list in this order; for a background thread. */
  int[] sorted(CaptureSet captures, PacketList list) {
    Map<Key, Integer> numbers = new HashMap<>();
    List<Key> keys = new ArrayList<>();
    int nothing = Integer.MAX_VALUE;
    int[] of = new int[list.size()];
    for (int place = 0; place < of.length; place++) {
      Optional<Key> key = key(captures, list.row(place));
      of[place] =
          key.map(known ->
                  numbers.computeIfAbsent(
                      known,
                      added -> {
                        keys.add(added);
                        return keys.size() - 1;
                      }))
              .orElse(nothing);
    }
    int[] ranks = ranks(keys);
    long[] order = new long[of.length];
    for (int place = 0; place < of.length; place++) {
      long rank = of[place] == nothing ? nothing : ranks[of[place]];
      order[place] = rank << Integer.SIZE | place;
    }
    Arrays.parallelSort(order);
    return Arrays.stream(order).mapToInt(entry -> list.row((int) entry)).toArray();
  }

  private int[] ranks(List<Key> keys) {
    Comparator<Key> order =
        switch (direction) {
          case ASCENDING -> Comparator.naturalOrder();
          case DESCENDING -> Comparator.reverseOrder();
        };
    Integer[] sorted = new Integer[keys.size()];
    Arrays.setAll(sorted, number -> number);
    Arrays.parallelSort(sorted, Comparator.comparing(keys::get, order));
    int[] ranks = new int[sorted.length];
    for (int rank = 0; rank < sorted.length; rank++) {
      ranks[sorted[rank]] = rank;
    }
    return ranks;
  }

  private Optional<Key> key(CaptureSet captures, int row) {
    return switch (column) {
      case NO -> Optional.of(new Key(row, ""));
      case TIME -> {
        long time = captures.time(row);
        // From the first packet on, for a double does not hold nanoseconds since 1970.
        yield time == CaptureSet.NO_TIME
            ? Optional.empty()
            : Optional.of(new Key(time - captures.first(), ""));
      }
      case LENGTH, RESPONSE ->
          text(captures, row).map(text -> new Key(Double.parseDouble(text), ""));
      case SOURCE, DESTINATION, PROTOCOL, INFO, HOA, COA, K, UE, FINDING ->
          text(captures, row).map(text -> new Key(0, text));
    };
  }

  private Optional<String> text(CaptureSet captures, int row) {
    return Optional.of(captures.text(row, column)).filter(text -> !text.isEmpty());
  }
}
