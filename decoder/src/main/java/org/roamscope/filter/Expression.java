package org.roamscope.filter;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression over octets, upper and lower case alike. A search ends with "not found"
 * after {@link #MAX_STEPS} looks at octets, or when it nests too deep, so that no expression and no
 * packet can hold up the program.
 */
final class Expression {
  /** Most looks at octets in one search. */
  static final int MAX_STEPS = 2_000_000;

  /** Most characters of an expression. */
  static final int MAX_LENGTH = 4096;

  private final Pattern pattern;

  private Expression(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Reads an expression.
   *
   * @param filter the filter's text, for the message
   * @param token the string that holds it
   */
  static Expression of(String filter, Token token) throws FilterException {
    if (token.value().length() > MAX_LENGTH) {
      throw FilterException.at(
          filter, token.part(), "A regular expression has at most " + MAX_LENGTH + " characters.");
    }
    try {
      String java = ExpressionSyntax.translate(token.value());
      return new Expression(Pattern.compile(java, Pattern.CASE_INSENSITIVE | Pattern.UNIX_LINES));
    } catch (PatternSyntaxException e) {
      throw wrong(filter, token, e.getDescription(), e);
    } catch (StackOverflowError e) {
      throw wrong(filter, token, "nested too deep", e);
    }
  }

  private static FilterException wrong(String filter, Token token, String what, Throwable cause) {
    FilterException wrong =
        FilterException.at(filter, token.part(), "Regex compilation error: " + what + ".");
    wrong.initCause(cause);
    return wrong;
  }

  /** True when the expression fits somewhere. */
  boolean found(byte[] octets) {
    try {
      return pattern.matcher(new Counted(octets)).find();
    } catch (Exhausted | StackOverflowError e) {
      return false;
    }
  }

  /** Too many looks. */
  private static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exhausted() {
      super("too many steps", null, false, false);
    }
  }

  /** Octets as characters, that count how often they are looked at. */
  private static final class Counted implements CharSequence {
    private final byte[] octets;
    private int looks;

    Counted(byte[] octets) {
      this.octets = octets;
    }

    @Override
    public int length() {
      return octets.length;
    }

    @Override
    public char charAt(int index) {
      looks++;
      if (looks > MAX_STEPS) {
        throw new Exhausted();
      }
      return (char) (octets[index] & 0xff);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return toString().substring(start, end);
    }

    @Override
    public String toString() {
      return new String(octets, StandardCharsets.ISO_8859_1);
    }
  }
}
