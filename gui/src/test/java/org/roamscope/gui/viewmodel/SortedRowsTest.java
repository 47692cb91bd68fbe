package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SortedRowsTest {
  private record Row(int number, String text) {}

  private static final Row TEN = new Row(10, "a");
  private static final Row NINE = new Row(9, "b");
  private static final Row OTHER_NINE = new Row(9, "b");
  private static final Comparator<Row> BY_NUMBER = Comparator.comparingInt(Row::number);

  private final Deque<Runnable> later = new ArrayDeque<>();
  private final List<Integer> places = new ArrayList<>();
  private final SortedRows<Row> rows = rows();

  private SortedRows<Row> rows() {
    var made = new SortedRows<Row>(later::add, Runnable::run);
    made.listed(places::add);
    return made;
  }

  private void run() {
    while (!later.isEmpty()) {
      later.removeFirst().run();
    }
  }

  @Test
  void rowsStandAsTheyComeUntilAnOrderIsAskedFor() {
    rows.set(List.of(TEN, NINE), -1);
    assertThat(rows.shown()).containsExactly(TEN, NINE);
    rows.order(BY_NUMBER, TEN);
    assertThat(rows.busy()).isTrue();
    assertThat(rows.shown()).containsExactly(TEN, NINE);
    run();
    assertThat(rows.busy()).isFalse();
    assertThat(rows.shown()).containsExactly(NINE, TEN);
    rows.set(List.of(TEN, OTHER_NINE, NINE), 2);
    run();
    assertThat(rows.shown()).containsExactly(OTHER_NINE, NINE, TEN);
    rows.order(null, TEN);
    assertThat(rows.shown()).containsExactly(TEN, OTHER_NINE, NINE);
    assertThat(places).containsExactly(-1, 1, 1, 0);
  }

  @Test
  void onlyTheLastWishCounts() {
    List<String> asked = new ArrayList<>();
    rows.set(List.of(TEN, NINE), -1);
    rows.order(
        Comparator.comparing(row -> {
          asked.add(row.text());
          return row.text();
        }),
        null);
    rows.order(BY_NUMBER.reversed(), null);
    run();
    assertThat(rows.shown()).containsExactly(TEN, NINE);
    assertThat(asked).isEmpty();
    rows.order(BY_NUMBER, null);
    rows.set(List.of(), -1);
    run();
    assertThat(rows.shown()).isEmpty();
  }
}
