package org.roamscope.filter;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * From the dialect of Perl-compatible expressions to the one of Java: named classes in brackets,
 * Python's groups, and signs that mean something in brackets in Java only. What Java does not know
 * (recursion, conditions) stays as it is and is refused there.
 */
final class ExpressionSyntax {
  /** Most that counted repetitions may come to when all stand in each other. */
  private static final long MAX_REPEATS = 10_000_000;

  private static final Pattern COUNT = Pattern.compile("\\{([0-9]+)(?:,([0-9]*))?}");
  private static final Pattern CLASS = Pattern.compile("\\[:(\\^?)([a-z]+):]");
  private static final Map<String, String> CLASSES =
      Map.ofEntries(
          Map.entry("alpha", "Alpha"),
          Map.entry("digit", "Digit"),
          Map.entry("alnum", "Alnum"),
          Map.entry("upper", "Upper"),
          Map.entry("lower", "Lower"),
          Map.entry("punct", "Punct"),
          Map.entry("graph", "Graph"),
          Map.entry("print", "Print"),
          Map.entry("blank", "Blank"),
          Map.entry("cntrl", "Cntrl"),
          Map.entry("xdigit", "XDigit"),
          Map.entry("space", "Space"));

  private final String pattern;
  private final StringBuilder out = new StringBuilder();
  private long repeats = 1;
  private int at;

  private ExpressionSyntax(String pattern) {
    this.pattern = pattern;
  }

  /** The expression as Java reads it. */
  static String translate(String pattern) {
    ExpressionSyntax syntax = new ExpressionSyntax(pattern);
    while (syntax.at < pattern.length()) {
      syntax.outside();
    }
    return syntax.out.toString();
  }

  private void outside() {
    char c = pattern.charAt(at);
    if (c == '\\') {
      escape();
    } else if (c == '[') {
      brackets();
    } else if (pattern.startsWith("(?P<", at)) {
      out.append("(?<");
      at += 4;
    } else if (c == '{') {
      count();
    } else {
      out.append(c);
      at++;
    }
  }

  private void escape() {
    if (at + 1 >= pattern.length()) {
      throw new PatternSyntaxException("\\ at end of pattern", pattern, at);
    }
    int end = at + 2;
    if ("pPxkgoN".indexOf(pattern.charAt(at + 1)) >= 0 && pattern.startsWith("{", end)) {
      int close = pattern.indexOf('}', end);
      end = close < 0 ? end : close + 1;
    }
    out.append(pattern, at, end);
    at = end;
  }

  /** A brace that counts nothing is a character. */
  private void count() {
    Matcher matcher = COUNT.matcher(pattern).region(at, pattern.length());
    if (!matcher.lookingAt()) {
      out.append("\\{");
      at++;
      return;
    }
    String most = matcher.group(2) == null || matcher.group(2).isEmpty() ? "0" : matcher.group(2);
    repeats *= Math.max(1, Math.max(number(matcher.group(1)), number(most)));
    if (repeats > MAX_REPEATS) {
      throw new PatternSyntaxException("repeats too often", pattern, at);
    }
    out.append(matcher.group());
    at = matcher.end();
  }

  private int number(String digits) {
    if (digits.length() > 5 || Integer.parseInt(digits) > 65535) {
      throw new PatternSyntaxException("number too big in {} quantifier", pattern, at);
    }
    return Integer.parseInt(digits);
  }

  private void brackets() {
    out.append('[');
    at++;
    if (at < pattern.length() && pattern.charAt(at) == '^') {
      out.append('^');
      at++;
    }
    if (at < pattern.length() && pattern.charAt(at) == ']') {
      out.append("\\]");
      at++;
    }
    while (at < pattern.length() && pattern.charAt(at) != ']') {
      inside();
    }
    if (at >= pattern.length()) {
      throw new PatternSyntaxException("missing terminating ] for character class", pattern, at);
    }
    out.append(']');
    at++;
  }

  private void inside() {
    char c = pattern.charAt(at);
    Matcher named = CLASS.matcher(pattern).region(at, pattern.length());
    if (c == '\\') {
      escape();
    } else if (named.lookingAt()) {
      String name = CLASSES.get(named.group(2));
      if (name == null) {
        throw new PatternSyntaxException("unknown POSIX class name", pattern, at);
      }
      out.append(named.group(1).isEmpty() ? "\\p{" : "\\P{").append(name).append('}');
      at = named.end();
    } else {
      if (c == '[' || c == '&') {
        out.append('\\');
      }
      out.append(c);
      at++;
    }
  }
}
