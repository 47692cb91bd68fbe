package org.roamscope.filter;

import java.nio.charset.StandardCharsets;

/** Reads what stands in quotes. A value is octets, one {@code char} each. */
final class Quoted {
  private final String filter;
  private int at;

  private Quoted(String filter, int at) {
    this.filter = filter;
    this.at = at;
  }

  /** A string in double quotes; {@code open} is where its opening quote stands. */
  static Token string(String filter, int open) throws FilterException {
    Quoted reader = new Quoted(filter, open + 1);
    StringBuilder octets = new StringBuilder();
    while (reader.at < filter.length()) {
      char c = filter.charAt(reader.at);
      if (c == '"') {
        return token(Token.Kind.STRING, filter, open, reader.at + 1, octets.toString());
      }
      if (c == '\\' && reader.at + 1 < filter.length()) {
        reader.escape(octets);
      } else {
        reader.plain(octets);
      }
    }
    throw unclosed(filter, "a quoted string");
  }

  /** A string whose backslashes stay: {@code r"..."}; {@code start} is where the r stands. */
  static Token raw(String filter, int start) throws FilterException {
    Quoted reader = new Quoted(filter, start + 2);
    StringBuilder octets = new StringBuilder();
    while (reader.at < filter.length()) {
      char c = filter.charAt(reader.at);
      if (c == '"') {
        return token(Token.Kind.STRING, filter, start, reader.at + 1, octets.toString());
      }
      reader.plain(octets);
      if (c == '\\' && reader.at < filter.length()) {
        reader.plain(octets);
      }
    }
    throw unclosed(filter, "a quoted string");
  }

  /** A character constant; {@code open} is where its opening quote stands. */
  static Token character(String filter, int open) throws FilterException {
    int end = open + 1;
    while (end < filter.length() && filter.charAt(end) != '\'') {
      end += filter.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= filter.length()) {
      throw unclosed(filter, "a character constant");
    }
    String text = filter.substring(open, end + 1);
    Part part = new Part(open, text.length());
    if (text.length() == 2) {
      throw FilterException.at(filter, part, "Empty character constant.");
    }
    StringBuilder octets = new StringBuilder();
    Quoted reader = new Quoted(filter, open + 1);
    if (text.charAt(1) == '\\') {
      String wrong = text + " isn't a valid character constant.";
      if ("uU".indexOf(text.charAt(2)) >= 0) {
        throw FilterException.at(filter, part, text + " is not a valid universal character name");
      }
      try {
        reader.escape(octets);
      } catch (FilterException e) {
        String larger = text + " is too large to be a valid character constant.";
        FilterException whole =
            FilterException.at(filter, part, reader.octal(open + 2) ? larger : wrong);
        whole.initCause(e);
        throw whole;
      }
    } else if (text.charAt(1) > '~') {
      throw FilterException.at(filter, part, "Non-printable value in character constant.");
    } else {
      reader.plain(octets);
    }
    if (reader.at != end) {
      throw FilterException.at(
          filter, part, text + " is too long to be a valid character constant.");
    }
    return new Token(Token.Kind.CHARACTER, part, text, octets.toString());
  }

  private static Token token(Token.Kind kind, String filter, int from, int to, String value) {
    return new Token(kind, new Part(from, to - from), filter.substring(from, to), value);
  }

  private static FilterException unclosed(String filter, String what) {
    return FilterException.at(
        filter, new Part(filter.length(), 1), "The final quote was missing from " + what + ".");
  }

  private void plain(StringBuilder octets) {
    int point = filter.codePointAt(at);
    at += Character.charCount(point);
    append(octets, point);
  }

  private static void append(StringBuilder octets, int point) {
    if (point < 0x80) {
      octets.append((char) point);
    } else {
      for (byte octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
        octets.append((char) (octet & 0xff));
      }
    }
  }

  private void escape(StringBuilder octets) throws FilterException {
    int start = at;
    char c = filter.charAt(start + 1);
    at += 2;
    int simple = "'\"\\abfnrtv".indexOf(c);
    if (simple >= 0) {
      octets.append("'\"\\\u0007\b\f\n\r\t\u000b".charAt(simple));
    } else if (octal(start + 1)) {
      at = start + 1;
      int value = digits(8, 3);
      if (value > 255) {
        throw wrong(start, " is larger than 255.");
      }
      octets.append((char) value);
    } else if (c == 'x') {
      int value = digits(16, 2);
      if (at == start + 2) {
        throw wrong(start, " is not a valid character escape sequence");
      }
      octets.append((char) value);
    } else if (c == 'u' || c == 'U') {
      int wanted = c == 'u' ? 4 : 8;
      int value = digits(16, wanted);
      boolean scalar =
          Character.isValidCodePoint(value)
              && !(value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE);
      if (at != start + 2 + wanted || !scalar) {
        throw wrong(start, " is not a valid universal character name");
      }
      append(octets, value);
    } else {
      throw wrong(start, " is not a valid character escape sequence");
    }
  }

  private boolean octal(int where) {
    return where < filter.length() && Character.digit(filter.charAt(where), 8) >= 0;
  }

  /** Up to {@code most} digits; a number that does not fit an int is -1. */
  private int digits(int radix, int most) {
    long value = 0;
    int end = Math.min(filter.length(), at + most);
    while (at < end && ascii(filter.charAt(at), radix)) {
      value = value * radix + Character.digit(filter.charAt(at), radix);
      at++;
    }
    return value > Integer.MAX_VALUE ? -1 : (int) value;
  }

  private static boolean ascii(char c, int radix) {
    return c < 0x80 && Character.digit(c, radix) >= 0;
  }

  private FilterException wrong(int start, String what) {
    String sequence = filter.substring(start, at);
    return FilterException.at(filter, new Part(start, at - start), sequence + what);
  }
}
