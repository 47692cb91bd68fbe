package org.roamscope.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in brackets: {@code [0:2,4-5,-1,8:]}. */
record Ranges(List<Range> ranges) {
  private static final Pattern RANGE =
      Pattern.compile(
          "\\s*(?:(?<start>-?\\w+)?\\s*:\\s*(?<count>-?\\w+)?"
              + "|(?<from>-?\\w+)\\s*-\\s*(?<to>-?\\w+)"
              + "|(?<one>-?\\w*))\\s*");
  private static final Pattern NUMBER =
      Pattern.compile("(-?)(?:0[xX]([0-9a-fA-F]+)|(0[0-7]*)|([1-9][0-9]*))");

  /**
   * A range.
   *
   * @param start first place; below 0 from the end
   * @param end how far it goes
   * @param number by that many places, or to that one
   */
  record Range(int start, End end, int number) {}

  enum End {
    /** A number of places. */
    COUNT,
    /** The last place. */
    PLACE,
    /** To the end. */
    OPEN
  }

  /** Reads the text between brackets. */
  static Ranges parse(String filter, Part inside) throws FilterException {
    String text = filter.substring(inside.at(), inside.at() + inside.length());
    List<Range> ranges = new ArrayList<>();
    int at = inside.at();
    for (String one : text.split(",", -1)) {
      if (one.isEmpty()) {
        Part next = new Part(at, 1);
        throw FilterException.at(
            filter, next, "\"" + filter.charAt(at) + "\" was unexpected in this context.");
      }
      ranges.add(range(filter, one, new Part(at, one.length())));
      at += one.length() + 1;
    }
    return new Ranges(List.copyOf(ranges));
  }

  /** A single layer. */
  static Ranges layer(String filter, Part digits) throws FilterException {
    String text = filter.substring(digits.at(), digits.at() + digits.length());
    return new Ranges(List.of(new Range(number(filter, text, digits, 10), End.COUNT, 1)));
  }

  private static Range range(String filter, String text, Part part) throws FilterException {
    Matcher matcher = RANGE.matcher(text);
    if (!matcher.matches()) {
      throw FilterException.at(filter, part, "\"" + text + "\" is not a valid range.");
    }
    String one = matcher.group("one");
    if (one != null) {
      String shown = one.isEmpty() ? text : one;
      return new Range(number(filter, shown, part, 0), End.COUNT, 1);
    }
    String from = matcher.group("from");
    if (from != null) {
      String to = matcher.group("to");
      int first = number(filter, from, part, 0);
      int last = number(filter, to, part, 0);
      if (first < 0 != last < 0) {
        throw invalid(filter, part, text, first + " and " + last + " have different signs");
      }
      if (first >= last) {
        throw invalid(filter, part, text, first + " is greater or equal than " + last);
      }
      return new Range(first, End.PLACE, last);
    }
    String start = matcher.group("start");
    String count = matcher.group("count");
    int first = start == null ? 0 : number(filter, start, part, 0);
    if (count == null) {
      return new Range(first, End.OPEN, 0);
    }
    int length = number(filter, count, part, 0);
    if (length <= 0) {
      throw invalid(filter, part, text, "length " + length + " isn't positive");
    }
    return new Range(first, End.COUNT, length);
  }

  private static FilterException invalid(String filter, Part part, String text, String why) {
    return FilterException.at(filter, part, "Range " + text + " isn't valid because " + why);
  }

  /** A number of C; {@code radix} 0 lets its beginning say the radix. */
  private static int number(String filter, String text, Part part, int radix)
      throws FilterException {
    Matcher matcher = NUMBER.matcher(text);
    boolean plain = radix == 10 && text.matches("[0-9]+");
    if (!plain && !matcher.matches()) {
      throw FilterException.at(filter, part, "\"" + text + "\" is not a valid number.");
    }
    try {
      if (plain) {
        return Integer.parseInt(text);
      }
      String minus = matcher.group(1);
      if (matcher.group(2) != null) {
        return Integer.parseInt(minus + matcher.group(2), 16);
      }
      return matcher.group(3) != null
          ? Integer.parseInt(minus + matcher.group(3), 8)
          : Integer.parseInt(minus + matcher.group(4));
    } catch (NumberFormatException e) {
      FilterException overflow =
          FilterException.at(filter, part, "\"" + text + "\" causes an integer overflow.");
      overflow.initCause(e);
      throw overflow;
    }
  }

  /** The octets of the ranges, one after the other, up to the first that goes beyond the end. */
  byte[] cut(byte[] octets) {
    List<byte[]> parts = new ArrayList<>();
    int total = 0;
    for (Range range : ranges) {
      long start = range.start() < 0 ? octets.length + range.start() : range.start();
      long end =
          switch (range.end()) {
            case COUNT -> start + range.number();
            case PLACE -> 1L + range.number() + (range.number() < 0 ? octets.length : 0);
            case OPEN -> octets.length;
          };
      if (start < 0 || start >= end || end > octets.length || total > Integer.MAX_VALUE - end) {
        break;
      }
      byte[] part = Arrays.copyOfRange(octets, (int) start, (int) end);
      parts.add(part);
      total += part.length;
    }
    return joined(parts, total);
  }

  private static byte[] joined(List<byte[]> parts, int total) {
    byte[] all = new byte[total];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  /** True for a layer that one of the ranges has; layers count from 1. */
  boolean hold(int layer, int layers) {
    for (Range range : ranges) {
      long start = range.start() < 0 ? layers + 1L + range.start() : range.start();
      long last =
          switch (range.end()) {
            case COUNT -> start + range.number() - 1;
            case PLACE -> range.number() < 0 ? layers + 1L + range.number() : range.number();
            case OPEN -> layers;
          };
      if (layer >= start && layer <= last) {
        return true;
      }
    }
    return false;
  }
}
