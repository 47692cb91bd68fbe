package org.roamscope.report;

/** Characters that a drawing in text may use. */
public enum Glyphs {
  /** Nothing but ASCII. */
  ASCII('|', '-', '<', '>', 'o', '+'),
  /** Box drawing. */
  UNICODE('\u2502', '\u2500', '\u25c4', '\u25ba', '\u25cf', '\u253c');

  private final char life;
  private final char line;
  private final char left;
  private final char right;
  private final char start;
  private final char through;

  Glyphs(char life, char line, char left, char right, char start, char through) {
    this.life = life;
    this.line = line;
    this.left = left;
    this.right = right;
    this.start = start;
    this.through = through;
  }

  /** A lifeline. */
  char life() {
    return life;
  }

  /** The shaft of an arrow. */
  char line() {
    return line;
  }

  /** A head that points left. */
  char left() {
    return left;
  }

  /** A head that points right. */
  char right() {
    return right;
  }

  /** Where an arrow starts. */
  char start() {
    return start;
  }

  /** Where an arrow goes through a NAT. */
  char through() {
    return through;
  }
}
