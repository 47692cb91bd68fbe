package org.roamscope.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Text for a terminal: wrapped at blanks with hanging indents, coloured on request. Styles and
 * unbreakable blanks stand in the text as characters that {@link org.roamscope.field.PlainText}
 * never lets through.
 */
final class Lines {
  /** A blank at which no line breaks. */
  static final char GLUE = '\u00a0';

  private static final char OFF = '\u000f';

  /** What a word means; colour repeats it and never carries it alone. */
  enum Style {
    /** Something is wrong. */
    BAD('\u0001', "1;31"),
    /** Something should be better. */
    DOUBTFUL('\u0002', "33"),
    /** Worth knowing. */
    NOTABLE('\u0003', "36"),
    /** As it should be. */
    GOOD('\u0004', "32"),
    /** A heading. */
    HEADING('\u0005', "1");

    private final char mark;
    private final String sgr;

    Style(char mark, String sgr) {
      this.mark = mark;
      this.sgr = sgr;
    }

    private static String sgr(char mark) {
      for (Style style : values()) {
        if (style.mark == mark) {
          return style.sgr;
        }
      }
      return "0";
    }
  }

  private final int columns;
  private final boolean colour;
  private final StringBuilder out = new StringBuilder();

  Lines(int columns, boolean colour) {
    this.columns = columns;
    this.colour = colour;
  }

  /** Marks text with a style. */
  static String styled(Style style, String text) {
    return style.mark + text + OFF;
  }

  /** Keeps text on one line. */
  static String glued(String text) {
    return text.replace(' ', GLUE);
  }

  /** Text without styles and with plain blanks. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == GLUE) {
        plain.append(' ');
      } else if (c >= ' ') {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  /** Width on the screen. */
  static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = i > 0 && Character.isSurrogatePair(text.charAt(i - 1), c);
      width += c >= ' ' && !pair ? 1 : 0;
    }
    return width;
  }

  /** Blanks behind the text up to a width. */
  static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** Blanks before the text up to a width. */
  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))) + text;
  }

  int columns() {
    return columns;
  }

  void blank() {
    out.append('\n');
  }

  /** A section: a blank line, then the heading. */
  void section(String title) {
    blank();
    add("", "", styled(Style.HEADING, title));
  }

  /** A paragraph with the same indent on every line. */
  void add(int indent, String text) {
    String blanks = " ".repeat(indent);
    add(blanks, blanks, text);
  }

  /** A paragraph: {@code lead} before its first line, as many blanks before the others. */
  void hang(String lead, String text) {
    add(lead, " ".repeat(width(lead)), text);
  }

  private void add(String first, String others, String text) {
    int used = width(first);
    if (used + width(text) <= columns) {
      emit(first + text);
      return;
    }
    List<String> line = new ArrayList<>();
    String indent = first;
    for (String word : text.split(" ", -1)) {
      int needed = width(word) + (line.isEmpty() ? 0 : 1);
      if (!line.isEmpty() && used + needed > columns) {
        emit(indent + String.join(" ", line));
        line.clear();
        indent = others;
        used = width(others);
        needed = width(word);
      }
      line.add(word);
      used += needed;
    }
    emit(indent + String.join(" ", line));
  }

  private void emit(String text) {
    String line = text.stripTrailing();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == GLUE) {
        out.append(' ');
      } else if (c >= ' ') {
        out.append(c);
      } else if (colour) {
        out.append("\033[").append(Style.sgr(c)).append('m');
      }
    }
    out.append('\n');
  }

  /** A text that has nothing before it and nothing behind it yet. */
  Lines another() {
    return new Lines(columns, colour);
  }

  /** What the other text holds, behind all that is here. */
  void append(Lines other) {
    out.append(other.out);
  }

  /** Hands on what there is, and holds nothing any more. */
  void drain(Appendable to) throws IOException {
    to.append(out);
    out.setLength(0);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
