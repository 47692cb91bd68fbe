package org.roamscope.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A value of a {@link Table}. */
public sealed interface Cell {
  /** Text, as it is: each form escapes it. */
  record Text(String text) implements Cell {}

  /** A whole number. */
  record Count(long number) implements Cell {}

  /** Milliseconds, three digits. */
  record Millis(double number) implements Cell {}

  /** Yes or no. */
  record Truth(boolean holds) implements Cell {}

  /** Not seen, not readable or not applicable. */
  record None() implements Cell {}

  /** Text, or nothing for null. */
  static Cell of(@Nullable Object text) {
    return text == null ? new None() : new Text(text.toString());
  }

  /** A number, or nothing for null. */
  static Cell of(@Nullable Integer number) {
    return number == null ? new None() : new Count(number);
  }

  /** A truth value, or nothing for null. */
  static Cell of(@Nullable Boolean holds) {
    return holds == null ? new None() : new Truth(holds);
  }

  /** A time; negative for none. */
  static Cell time(long nanos) {
    return nanos < 0 ? new None() : new Text(Times.utc(nanos));
  }

  /** A duration; negative for none. */
  static Cell millis(long nanos) {
    return nanos < 0 ? new None() : new Millis(Times.millis(nanos));
  }

  /** What it says, nothing being empty. */
  default String plain() {
    return switch (this) {
      case Text value -> value.text();
      case Count value -> Long.toString(value.number());
      case Millis value -> String.format(Locale.ROOT, "%.3f", value.number());
      case Truth value -> Boolean.toString(value.holds());
      case None value -> "";
    };
  }
}
