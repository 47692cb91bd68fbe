package org.roamscope.capture;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.roamscope.bytes.Hex;

/** Makes file names and file content fit for a message. */
final class Printable {
  private Printable() {}

  /**
   * Controls, format characters, line ends and unpaired surrogates become {@code \}{@code uXXXX}.
   */
  static String text(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (Character.getType(c)) {
            case Character.CONTROL,
                Character.FORMAT,
                Character.SURROGATE,
                Character.PRIVATE_USE,
                Character.UNASSIGNED,
                Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR ->
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            default -> out.appendCodePoint(c);
          }
        });
    return out.toString();
  }

  /** Quoted when it is all ASCII text, with line ends and tabs escaped; hexadecimal otherwise. */
  static String content(byte[] bytes) {
    for (byte b : bytes) {
      if ((b < ' ' || b > '~') && b != '\n' && b != '\r' && b != '\t') {
        return Hex.plain(bytes);
      }
    }
    String text = new String(bytes, StandardCharsets.US_ASCII);
    return '"'
        + text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
        + '"';
  }
}
