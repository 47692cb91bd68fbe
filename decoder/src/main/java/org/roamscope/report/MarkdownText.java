package org.roamscope.report;

import org.roamscope.field.PlainText;

/** Text for Markdown as issue trackers render it: it stays text, whatever it holds. */
final class MarkdownText {
  /** Splits what a tracker would link, and is not shown. */
  private static final String NOTHING = "<!-- -->";

  private MarkdownText() {}

  /**
   * Running text or a table cell: no markup, no HTML, no mention of a person, no reference to an
   * issue, no link.
   */
  static String of(String text) {
    String plain = PlainText.of(text);
    StringBuilder out = new StringBuilder(plain.length() + 16);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '\\', '`', '*', '_', '{', '}', '[', ']', '|', '~', '!', '$' ->
            out.append('\\').append(c);
        case '@', '#' -> out.append(c).append(NOTHING);
        case ':' -> out.append(plain.startsWith("//", i + 1) ? ":" + NOTHING : ":");
        case '.' -> out.append(web(plain, i) ? "." + NOTHING : ".");
        case '-' -> out.append(digit(plain, i + 1) ? "-" + NOTHING : "-");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean web(String text, int dot) {
    return dot >= 3 && text.regionMatches(true, dot - 3, "www", 0, 3);
  }

  /** Some trackers link {@code ABC-123}. */
  private static boolean digit(String text, int at) {
    return at > 1
        && at < text.length()
        && Character.isDigit(text.charAt(at))
        && Character.isUpperCase(text.charAt(at - 2));
  }

  /** A value as code: nothing in it is linked. */
  static String code(String text) {
    String plain = PlainText.of(text);
    if (plain.isBlank()) {
      return "";
    }
    if (plain.indexOf('`') >= 0 || plain.indexOf('|') >= 0) {
      return of(plain);
    }
    return '`' + plain + '`';
  }
}
