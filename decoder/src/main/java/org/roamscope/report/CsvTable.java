package org.roamscope.report;

import java.util.List;
import java.util.stream.Collectors;
import org.roamscope.field.PlainText;

/**
 * A table as CSV, RFC 4180: CRLF, a header line, quotes where they are needed. Text that a
 * spreadsheet would take for a formula gets an apostrophe in front; control and format characters
 * become {@code \}{@code u{hex}}.
 */
public final class CsvTable {
  private static final String END = "\r\n";

  private CsvTable() {}

  /** The file. */
  public static String text(Table table) {
    StringBuilder text = new StringBuilder();
    text.append(String.join(",", table.columns())).append(END);
    for (List<Cell> row : table.rows()) {
      text.append(row.stream().map(CsvTable::field).collect(Collectors.joining(","))).append(END);
    }
    return text.toString();
  }

  private static String field(Cell cell) {
    return switch (cell) {
      case Cell.Text value -> quoted(inert(PlainText.of(value.text())));
      case Cell.Count value -> value.plain();
      case Cell.Millis value -> value.plain();
      case Cell.Truth value -> value.plain();
      case Cell.None value -> "";
    };
  }

  /** Spreadsheets see a formula by its first character; some pass over blanks before it. */
  private static String inert(String text) {
    String first = text.stripLeading();
    return !first.isEmpty() && "=+-@".indexOf(first.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == ';' || c == '\'');
    boolean trimmed = text.strip().equals(text);
    return plain && trimmed ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
