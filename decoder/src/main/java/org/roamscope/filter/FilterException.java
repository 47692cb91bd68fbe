package org.roamscope.filter;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A text that is no filter: what is wrong, and which part of the text is at fault. */
public final class FilterException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String filter;
  private final int column;
  private final int length;
  private final @Nullable String suggestion;

  private FilterException(
      String filter, int column, int length, String message, @Nullable String suggestion) {
    super(message);
    this.filter = filter;
    this.column = column;
    this.length = length;
    this.suggestion = suggestion;
  }

  static FilterException at(String filter, Part part, String message) {
    return new FilterException(filter, part.at(), part.length(), message, null);
  }

  /** The same with a line that helps. */
  FilterException suggest(String help) {
    return new FilterException(filter, column, length, text(), help);
  }

  /** A fault of the whole, without a place. */
  static FilterException whole(String filter, String message) {
    return new FilterException(filter, -1, 0, message, null);
  }

  private String text() {
    return Objects.requireNonNullElse(getMessage(), "");
  }

  /** First character at fault, counted from 0; -1 when no part of the text is to blame. */
  public int column() {
    return column;
  }

  /** How many characters are at fault. */
  public int length() {
    return length;
  }

  /** A sentence that helps, or null. */
  public @Nullable String suggestion() {
    return suggestion;
  }

  /**
   * The message; where a place is known, the filter on a line of its own and a mark below the part
   * at fault; then the suggestion, if there is one. Lines are separated by LF, and none is left
   * open.
   */
  public String render() {
    StringBuilder out = new StringBuilder(onOneLine(text()));
    if (column >= 0) {
      out.append("\n    ").append(onOneLine(filter)).append("\n    ");
      out.append(" ".repeat(column)).append('^').append("~".repeat(Math.max(0, length - 1)));
    }
    if (suggestion != null) {
      out.append('\n').append(onOneLine(suggestion));
    }
    return out.toString();
  }

  /** Control characters as blanks, one for one, so that columns stay. */
  private static String onOneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      line.append(Character.isISOControl(c) ? ' ' : c);
    }
    return line.toString();
  }

  /** Lists names as people write them: {@code a, b or c}. */
  static String either(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }
}
