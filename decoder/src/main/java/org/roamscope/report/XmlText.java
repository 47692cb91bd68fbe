package org.roamscope.report;

import org.roamscope.field.PlainText;

/** Text for XML 1.0: content and attribute values alike. */
final class XmlText {
  private XmlText() {}

  /** Escaped; what XML 1.0 forbids became {@code \}{@code u{hex}} on the way. */
  static String of(String text) {
    String plain = PlainText.of(text);
    StringBuilder out = new StringBuilder(plain.length() + 16);
    plain
        .codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&apos;");
            default -> out.appendCodePoint(c);
          }
        });
    return out.toString();
  }
}
