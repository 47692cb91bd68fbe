package org.roamscope.gui.viewmodel;

import org.jspecify.annotations.Nullable;
import org.roamscope.decode.DecodeCatalog;
import org.roamscope.field.PlainText;
import org.roamscope.filter.Filter;
import org.roamscope.filter.FilterException;

/** What the text in the filter box is worth. */
public sealed interface FilterState {
  /** Judges a text. */
  static FilterState of(String text) {
    if (text.isBlank()) {
      return new Empty();
    }
    try {
      Filter filter = Filter.compile(text, DecodeCatalog.fields());
      return filter.warnings().isEmpty()
          ? new Valid(filter)
          : new Doubtful(filter, PlainText.of(String.join(" ", filter.warnings())));
    } catch (FilterException e) {
      String help = e.suggestion() == null ? "" : " " + e.suggestion();
      return new Wrong(PlainText.of(e.getMessage() + help), e.column(), Math.max(1, e.length()));
    }
  }

  /** What it asks; null when it asks nothing, or is none. */
  default @Nullable Filter filter() {
    return null;
  }

  /** One word for it, so that colour is never alone. */
  String word();

  /** A sentence below the box, empty when there is nothing to say. */
  String message();

  /** Nothing typed: every packet is shown. */
  record Empty() implements FilterState {
    @Override
    public String word() {
      return "";
    }

    @Override
    public String message() {
      return "";
    }
  }

  /**
   * A filter.
   *
   * @param filter what it asks
   */
  record Valid(Filter filter) implements FilterState {
    @Override
    public String word() {
      return "Valid";
    }

    @Override
    public String message() {
      return "";
    }
  }

  /**
   * A filter that may not mean what it seems to.
   *
   * @param filter what it asks
   * @param message what to look at
   */
  record Doubtful(Filter filter, String message) implements FilterState {
    @Override
    public String word() {
      return "Check";
    }
  }

  /**
   * No filter.
   *
   * @param message what is wrong, and what helps
   * @param from first character at fault, -1 when none is to blame
   * @param length how many are at fault
   */
  record Wrong(String message, int from, int length) implements FilterState {
    @Override
    public String word() {
      return "Error";
    }
  }
}
