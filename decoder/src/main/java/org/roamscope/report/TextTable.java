package org.roamscope.report;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.field.PlainText;

/**
 * Tables as text: the columns that people ask for, as wide as their longest value. Other values are
 * in the CSV and JSON forms.
 */
public final class TextTable {
  private static final String GAP = "  ";

  private TextTable() {}

  /** The tables; LF line ends, a final line end. */
  public static String text(List<Table> tables) {
    StringBuilder text = new StringBuilder();
    for (Table table : tables) {
      if (tables.size() > 1) {
        text.append(text.isEmpty() ? "" : "\n").append(title(table)).append('\n');
      }
      if (table.rows().isEmpty()) {
        text.append(tables.size() > 1 ? "none\n" : "no " + words(table.name()) + "\n");
      } else {
        rows(table, text);
      }
    }
    return text.toString();
  }

  private static String title(Table table) {
    return words(table.name()) + " (" + table.rows().size() + ")";
  }

  private static String words(String name) {
    return switch (name) {
      case "ike_sas" -> "IKE SAs";
      default -> name;
    };
  }

  private static void rows(Table table, StringBuilder text) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(table.shown().stream().map(name -> name.replace('_', ' ')).toList());
    List<Integer> places = table.shown().stream().map(table.columns()::indexOf).toList();
    for (List<Cell> row : table.rows()) {
      lines.add(places.stream().map(place -> shown(row.get(place))).toList());
    }
    int[] widths = new int[places.size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Lines.width(line.get(i)));
      }
    }
    for (List<String> line : lines) {
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        out.append(i == 0 ? "" : GAP).append(line.get(i));
        out.repeat(' ', widths[i] - Lines.width(line.get(i)));
      }
      text.append(out.toString().stripTrailing()).append('\n');
    }
  }

  private static String shown(Cell cell) {
    return switch (cell) {
      case Cell.Text value -> value.text().isEmpty() ? "-" : PlainText.of(value.text());
      case Cell.Count value -> value.plain();
      case Cell.Millis value -> value.plain();
      case Cell.Truth value -> value.holds() ? "yes" : "no";
      case Cell.None value -> "-";
    };
  }
}
