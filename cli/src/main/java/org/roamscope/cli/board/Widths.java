package org.roamscope.cli.board;

import java.util.ArrayList;
import java.util.List;

/** How many columns text takes on a screen. */
final class Widths {
  private static final String CUT = "\u2026";

  private Widths() {}

  /** Columns of a text. */
  static int of(String text) {
    return text.codePoints().map(Widths::of).sum();
  }

  private static int of(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default -> wide(c) ? 2 : 1;
    };
  }

  /** The wide and fullwidth blocks of Unicode Standard Annex 11. */
  private static boolean wide(int c) {
    return c >= 0x1100 && c <= 0x115f
        || c >= 0x2e80 && c <= 0xa4cf
        || c >= 0xac00 && c <= 0xd7a3
        || c >= 0xf900 && c <= 0xfaff
        || c >= 0xfe30 && c <= 0xfe6f
        || c >= 0xff00 && c <= 0xff60
        || c >= 0xffe0 && c <= 0xffe6
        || c >= 0x1f300 && c <= 0x1faff
        || c >= 0x20000 && c <= 0x3fffd;
  }

  /** The beginning of a text that fits. */
  static String cut(String text, int columns) {
    int used = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      used += of(c);
      if (used > columns) {
        return text.substring(0, at);
      }
      at += Character.charCount(c);
    }
    return text;
  }

  /**
   * An address in a field: its end tells one UE from the other, so that it is the beginning that
   * goes when it does not fit.
   */
  static String tail(String address, int columns, boolean unicode) {
    if (of(address) <= columns) {
      return address + " ".repeat(columns - of(address));
    }
    String mark = unicode ? CUT : "~";
    int from = address.length() - Math.max(0, columns - 1);
    return columns == 0 ? "" : mark + address.substring(from);
  }

  /** A text in lines of at most so many columns, broken at blanks, and in words that are longer. */
  static List<String> wrapped(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      String rest = word;
      if (!line.isEmpty() && of(line.toString()) + 1 + of(rest) > columns) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (of(rest) > columns) {
        String part = cut(rest, Math.max(1, columns));
        if (part.isEmpty()) {
          break;
        }
        lines.add(part);
        rest = rest.substring(part.length());
      }
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    lines.add(line.toString());
    return lines;
  }
}
