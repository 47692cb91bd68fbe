package org.roamscope.cli.board;

import java.util.ArrayList;
import java.util.List;

/** One line of the screen: pieces of text with a look, cut to a width. */
final class Line {
  /** What a piece looks like; a colour repeats a word or a sign. */
  enum Look {
    PLAIN(""),
    STRONG("1"),
    INVERSE("7"),
    BAD("1;31"),
    DOUBTFUL("33"),
    NOTABLE("36"),
    GOOD("32");

    private final String sgr;

    Look(String sgr) {
      this.sgr = sgr;
    }

    /** True when a terminal shows it without colours. */
    boolean colourless() {
      return this == STRONG || this == INVERSE;
    }
  }

  private record Piece(String text, Look look) {}

  private final int columns;
  private final List<Piece> pieces = new ArrayList<>();
  private int used;

  Line(int columns) {
    this.columns = columns;
  }

  /** Columns that are left. */
  int left() {
    return columns - used;
  }

  /** Appends; what does not fit is cut. */
  Line add(String text, Look look) {
    String fitting = Widths.cut(text, left());
    pieces.add(new Piece(fitting, look));
    used += Widths.of(fitting);
    return this;
  }

  Line add(String text) {
    return add(text, Look.PLAIN);
  }

  /** Blanks up to a column. */
  Line upTo(int column, Look look) {
    return add(" ".repeat(Math.max(0, column - used)), look);
  }

  /** What stands in the line. */
  String text() {
    return String.join("", pieces.stream().map(Piece::text).toList());
  }

  /** The line with the sequences of ECMA-48 that make its looks. */
  String drawn(boolean colour) {
    StringBuilder drawn = new StringBuilder();
    for (Piece piece : pieces) {
      boolean shown = !piece.look().sgr.isEmpty() && (colour || piece.look().colourless());
      if (shown) {
        drawn.append("\033[").append(piece.look().sgr).append('m');
      }
      drawn.append(piece.text());
      if (shown) {
        drawn.append("\033[0m");
      }
    }
    return drawn.toString();
  }
}
