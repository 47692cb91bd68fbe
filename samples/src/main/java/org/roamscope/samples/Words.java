package org.roamscope.samples;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;

/** The words of a line, taken from left to right; what is not understood is an error. */
final class Words {
  private final String file;
  private final Page.Line line;
  private int next;

  Words(String file, Page.Line line) {
    this.file = file;
    this.line = line;
  }

  boolean more() {
    return next < line.words().size();
  }

  /** The next word. */
  String take(String what) {
    if (!more()) {
      throw error(what + " is missing");
    }
    return line.words().get(next++);
  }

  /** True, and taken, when the next word is {@code word}. */
  boolean taken(String word) {
    if (more() && line.words().get(next).equals(word)) {
      next++;
      return true;
    }
    return false;
  }

  /** The next word without taking it, or null. */
  @Nullable String peek() {
    return more() ? line.words().get(next) : null;
  }

  int number(String what, int least, int most) {
    long value = read(what, Long::parseLong);
    if (value < least || value > most) {
      throw error(what + " is not within " + least + " to " + most + ": " + value);
    }
    return (int) value;
  }

  long unsigned(String what) {
    return read(what, Long::parseUnsignedLong);
  }

  IpAddress address(String what) {
    return read(what, IpAddress::parse);
  }

  <T> T read(String what, Function<String, T> how) {
    String word = take(what);
    try {
      return how.apply(word);
    } catch (IllegalArgumentException e) {
      throw error(what + " cannot be read: " + word);
    }
  }

  /** Seconds with a fraction, in nanoseconds. */
  long nanos(String what) {
    String word = take(what);
    if (!word.matches("[0-9]{1,7}(\\.[0-9]{1,9})?")) {
      throw error(what + " in seconds is missing: " + word);
    }
    int dot = word.indexOf('.');
    String fraction = dot < 0 ? "" : word.substring(dot + 1);
    String seconds = dot < 0 ? word : word.substring(0, dot);
    return Long.parseLong(seconds) * 1_000_000_000L
        + Long.parseLong((fraction + "000000000").substring(0, 9));
  }

  void end() {
    if (more()) {
      throw error("unknown word: " + line.words().get(next));
    }
  }

  ScenarioException error(String what) {
    return new ScenarioException(file, line.number(), what);
  }
}
