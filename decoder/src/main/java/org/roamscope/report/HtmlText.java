package org.roamscope.report;

import org.roamscope.field.PlainText;

/** The one door for text into HTML and SVG: content and quoted attribute values alike. */
final class HtmlText {
  private HtmlText() {}

  /** Controls and format characters made visible, markup made text. */
  static String of(String text) {
    String plain = PlainText.of(text);
    StringBuilder out = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
