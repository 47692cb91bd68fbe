package org.roamscope.decode.output;

import org.roamscope.field.PlainText;

/** Text in XML: made printable, which leaves no character that XML forbids, then escaped. */
final class Xml {
  /** The XML declaration. */
  static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

  private Xml() {}

  /** Escapes for an element or an attribute in double quotes. */
  static void write(String text, StringBuilder out) {
    String plain = PlainText.of(text);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#x27;");
        default -> out.append(c);
      }
    }
  }

  /** An attribute with a space before it. */
  static void attribute(String name, String value, StringBuilder out) {
    out.append(' ').append(name).append("=\"");
    write(value, out);
    out.append('"');
  }

  /** An attribute with a number. */
  static void attribute(String name, long value, StringBuilder out) {
    out.append(' ').append(name).append("=\"").append(value).append('"');
  }
}
