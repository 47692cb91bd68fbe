package org.roamscope.gui.viewmodel;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * File names and sizes as text. A file name is foreign text: it must not be able to disguise
 * itself.
 */
final class Wording {
  private static final Pattern INVISIBLE = Pattern.compile("\\p{C}|\\p{Zl}|\\p{Zp}");
  private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("[A-Za-z0-9_./+,:@%=-]+");

  private Wording() {}

  /** The text with control, format and unassigned characters made visible. */
  static String visible(String text) {
    return INVISIBLE.matcher(text).replaceAll("\uFFFD");
  }

  /** True when {@link #visible} would change the text, so that it cannot be copied faithfully. */
  static boolean hides(String text) {
    return INVISIBLE.matcher(text).find();
  }

  /** The text as one word of a POSIX shell. */
  static String shellWord(String text) {
    return NEEDS_NO_QUOTES.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  /** For example {@code 512 bytes} or {@code 1.2 MB}; decimal units. */
  static String size(long bytes) {
    if (bytes == 1) {
      return "1 byte";
    }
    if (bytes < 1000) {
      return bytes + " bytes";
    }
    double value = bytes;
    var unit = "";
    for (var next : new String[] {"kB", "MB", "GB", "TB", "PB", "EB"}) {
      // 999.95 is the first value that would print as 1000.0.
      if (!unit.isEmpty() && value < 999.95) {
        break;
      }
      value /= 1000;
      unit = next;
    }
    return String.format(Locale.ROOT, "%.1f %s", value, unit);
  }
}
