package org.roamscope.cli.board;

import org.roamscope.cli.board.Line.Look;
import org.roamscope.report.WatchedUe;

/** The UEs, a line each; which columns there are depends on the width. */
final class Table {
  private static final int STATE = 26;
  private static final int SHORT_STATE = 18;
  private static final int NARROW = 70;
  private static final int WIDE = 110;

  /** Columns that the longest IPv6 address takes, and a gap. */
  private static final int ADDRESS = 40;

  private final long nowNanos;
  private final Signs signs;
  private final int columns;
  private final int state;
  private final int address;

  Table(long nowNanos, Signs signs, int columns) {
    this.nowNanos = nowNanos;
    this.signs = signs;
    this.columns = columns;
    state = narrow() ? SHORT_STATE : STATE;
    int fixed = 3 + state + (narrow() ? 0 : 4 + 6) + (wide() ? 9 + 10 : 0);
    int places = narrow() ? 1 : 2;
    address = Math.clamp((columns - fixed) / places, 1, ADDRESS);
  }

  private boolean narrow() {
    return columns < NARROW;
  }

  private boolean wide() {
    return columns >= WIDE;
  }

  Line heading() {
    return row(
        " ",
        new Cells("worst", "home address", "care-of address", "K", "since", "last HO", "HO/find"),
        Look.INVERSE,
        Look.INVERSE);
  }

  /** A UE. */
  Line row(WatchedUe ue, boolean selected) {
    long last = ue.last() == null ? Long.MIN_VALUE : ue.last().movement().begin().timeNanos();
    String since = ue.sinceNanos() == Long.MIN_VALUE ? "" : Texts.ago(nowNanos - ue.sinceNanos());
    String counts = ue.handovers() + "/" + ue.allFindings();
    Look base = selected ? Look.INVERSE : Look.PLAIN;
    return row(
        (selected ? ">" : " ") + signs.of(ue.tone()),
        new Cells(
            ue.state(),
            ue.name(),
            ue.careOfAddress(),
            ue.keyManagement(),
            since,
            Texts.clock(last),
            counts),
        selected ? Look.INVERSE : Header.look(ue.tone()),
        base);
  }

  private record Cells(
      String state,
      String home,
      String careOf,
      String k,
      String since,
      String last,
      String counts) {}

  private Line row(String sign, Cells cells, Look first, Look base) {
    Line line = new Line(columns);
    line.add(sign, first).upTo(3, first);
    line.add(Widths.cut(cells.state(), state - 1), first).upTo(3 + state, first);
    int at = 3 + state;
    line.add(Widths.tail(cells.home(), address - 1, signs.unicode()), base);
    at += address;
    line.upTo(at, base);
    if (!narrow()) {
      line.add(Widths.tail(cells.careOf(), address - 1, signs.unicode()), base);
      at += address;
      line.upTo(at, base).add(cells.k(), base).upTo(at + 4, base);
      line.add(cells.since(), base).upTo(at + 10, base);
      at += 10;
    }
    if (wide()) {
      line.add(cells.last(), base).upTo(at + 9, base).add(cells.counts(), base);
    }
    return base == Look.INVERSE ? line.upTo(columns, base) : line;
  }
}
