package org.roamscope.cli;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.roamscope.report.Glyphs;
import org.roamscope.report.TextReport;

/** What the terminal can show. */
final class Terminals {
  private static final int DEFAULT_COLUMNS = 100;
  private static final int MOST_COLUMNS = 120;
  private static final int FEWEST_COLUMNS = 40;

  private Terminals() {}

  static TextReport.Terminal of(AuditCommand.ColourMode mode, boolean toStandardOutput) {
    boolean interactive = toStandardOutput && interactive();
    boolean colour =
        switch (mode) {
          case always -> true;
          case never -> false;
          case auto -> interactive && unset("NO_COLOR") && !"dumb".equals(System.getenv("TERM"));
        };
    return new TextReport.Terminal(
        interactive ? columns() : DEFAULT_COLUMNS,
        colour,
        interactive && unicode() ? Glyphs.UNICODE : Glyphs.ASCII);
  }

  /** The launcher tells: a JVM does not know whether standard output alone is a terminal. */
  static boolean interactive() {
    return "1".equals(System.getProperty("roamscope.stdout.tty"));
  }

  /** POSIX: LC_ALL overrides LC_CTYPE, and that LANG. */
  private static boolean unicode() {
    for (String variable : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
      if (!unset(variable)) {
        String value = System.getenv(variable).toLowerCase(Locale.ROOT);
        return value.contains("utf-8") || value.contains("utf8");
      }
    }
    return false;
  }

  private static boolean unset(String variable) {
    String value = System.getenv(variable);
    return value == null || value.isEmpty();
  }

  private static int columns() {
    int columns = number(System.getProperty("roamscope.columns"));
    if (columns == 0) {
      columns = number(System.getenv("COLUMNS"));
    }
    return columns == 0 ? DEFAULT_COLUMNS : Math.clamp(columns, FEWEST_COLUMNS, MOST_COLUMNS);
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
  }
}
