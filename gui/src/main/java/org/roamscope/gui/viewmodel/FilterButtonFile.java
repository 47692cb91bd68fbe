package org.roamscope.gui.viewmodel;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.roamscope.keys.Row;

/**
 * Wireshark's file {@code dfilter_buttons}: a button a line, {@code "TRUE","label","filter",
 * "comment"}; {@code "FALSE"} hides one, {@code #} begins a comment. Older files have no comments.
 *
 * @param buttons the buttons, in their order
 * @param others lines that are no button, as they are, so that writing the file loses none
 * @param problems what is wrong with these, a sentence each
 */
record FilterButtonFile(List<FilterButton> buttons, List<String> others, List<String> problems) {
  /** Buttons that are looked at; far more than a window has room for. */
  static final int MOST = 200;

  private static final int FIELDS = 3;
  private static final int LABEL = 1;
  private static final int FILTER = 2;
  private static final int COMMENT = 3;

  static final FilterButtonFile NONE = new FilterButtonFile(List.of(), List.of(), List.of());

  /** Keeps its own lists. */
  FilterButtonFile {
    buttons = List.copyOf(buttons);
    others = List.copyOf(others);
    problems = List.copyOf(problems);
  }

  static FilterButtonFile parse(String text) {
    List<FilterButton> buttons = new ArrayList<>();
    List<String> others = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    int number = 0;
    int tooMany = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (Row.blank(line)) {
        continue;
      }
      Row row = Row.of(octets(line));
      if (row.wrongAt() >= 0 || row.size() < FIELDS) {
        others.add(line);
        problems.add(
            "line " + number + " is no filter button: \"TRUE\",\"label\",\"filter\",\"comment\"");
      } else if (buttons.size() == MOST) {
        others.add(line);
        tooMany++;
      } else {
        buttons.add(
            new FilterButton(
                field(row, 0).equalsIgnoreCase("TRUE"),
                field(row, LABEL),
                field(row, FILTER),
                row.size() > COMMENT ? field(row, COMMENT) : ""));
      }
    }
    if (tooMany > 0) {
      problems.add(tooMany + " buttons are not shown: there are more than " + MOST);
    }
    return new FilterButtonFile(buttons, others, problems);
  }

  /** An octet a character, as {@link Row} reads lines. */
  private static String octets(String line) {
    return new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static String field(Row row, int index) {
    return new String(row.get(index).octets(), StandardCharsets.UTF_8);
  }

  /** The file that holds these buttons and, behind them, the lines that are none. */
  static String text(List<FilterButton> buttons, List<String> others) {
    var text = new StringBuilder("# Filter buttons in Wireshark's format.\n");
    for (FilterButton button : buttons) {
      text.append(button.shown() ? "\"TRUE\"" : "\"FALSE\"");
      List.of(button.label(), button.filter(), button.comment())
          .forEach(field -> append(text.append(','), field));
      text.append('\n');
    }
    others.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** Quotes a field as Wireshark does: what is not plain ASCII stands as octets. */
  private static void append(StringBuilder text, String field) {
    text.append('"');
    for (byte octet : field.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = octet >= ' ' && octet < 0x7f && octet != '"' && octet != '\\' && octet != '#';
      text.append(plain ? (char) octet : String.format(Locale.ROOT, "\\x%02x", octet & 0xff));
    }
    text.append('"');
  }
}
