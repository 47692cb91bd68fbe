package org.roamscope.gui.viewmodel;

import org.roamscope.field.PlainText;

/**
 * A display filter under a name, as a line of Wireshark's {@code dfilter_buttons} has it.
 *
 * @param shown false for a button that is kept and not shown
 * @param label its name; {@code Group//Name} stands in the menu of a group
 * @param filter a display filter, kept as written even when it is none here
 * @param comment what it is for, shown as a tooltip; may be empty
 */
public record FilterButton(boolean shown, String label, String filter, String comment) {
  private static final String BELOW = "//";

  /** Takes line ends out, which nobody could see. */
  public FilterButton {
    label = oneLine(label);
    filter = oneLine(filter);
    comment = oneLine(comment);
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\R", " ").strip();
  }

  /** The button shown or hidden. */
  public FilterButton shown(boolean now) {
    return new FilterButton(now, label, filter, comment);
  }

  /** The group that it stands in, printable; empty for none. */
  public String group() {
    int end = label.indexOf(BELOW);
    return end <= 0 ? "" : PlainText.of(label.substring(0, end).strip());
  }

  /** Its name, printable, without that of its group. */
  public String title() {
    return PlainText.of(
        group().isEmpty() ? label : label.substring(label.indexOf(BELOW) + BELOW.length()).strip());
  }

  /** What the filter is worth. */
  public FilterState state() {
    return FilterState.of(filter);
  }

  /** What it asks for and what is wrong with that, printable, a line each. */
  public String words() {
    String said = comment.isEmpty() ? filter : comment + "\n" + filter;
    String wrong =
        switch (state()) {
          case FilterState.Empty _ -> "It has no filter.";
          case FilterState.Wrong(var message, _, _) -> "Not understood, kept as it is: " + message;
          case FilterState.Doubtful(_, var message) -> message;
          case FilterState.Valid _ -> "";
        };
    return String.join(
        "\n", (wrong.isEmpty() ? said : said + "\n" + wrong).lines().map(PlainText::of).toList());
  }
}
