package org.roamscope.filter;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a filter's text into tokens, one at a time: a fault shows when its place is reached. */
final class Lexer {
  private static final String HEX = "[0-9A-Fa-f]{1,4}";
  private static final String V4 = "[0-9]{1,3}(?:\\.[0-9]{1,3}){3}";
  private static final Pattern WORD =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]*+(?:\\.[A-Za-z0-9_-]++)*+");
  private static final Pattern VALUE = Pattern.compile(":[A-Za-z0-9_-]+");

  /** Values with colons or a slash in them; the longest that fits counts. No pattern backtracks. */
  private static final List<Pattern> VALUES =
      List.of(
          Pattern.compile(V4 + "/[0-9]{1,2}"),
          Pattern.compile("[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2})++"),
          Pattern.compile(HEX + "(?::" + HEX + "){7}(?:/[0-9]{1,3})?"),
          Pattern.compile(
              "(?:"
                  + HEX
                  + "(?::"
                  + HEX
                  + "){0,6})?::(?:"
                  + HEX
                  + ":){0,6}(?:"
                  + V4
                  + "|"
                  + HEX
                  + ")(?:/[0-9]{1,3})?"),
          Pattern.compile("(?:" + HEX + "(?::" + HEX + "){0,6})?::(?:/[0-9]{1,3})?"));

  private static final List<String> SIGNS =
      List.of(
          "===", "!==", "==", "!=", "~=", ">=", "<=", "&&", "||", "..", ">", "<", "~", "!", "&",
          "+", "-", "*", "/", "%", "(", ")", "{", "}", "[", ",", "#");
  private static final Set<String> WORDS =
      Set.of(
          "and",
          "or",
          "not",
          "in",
          "any",
          "all",
          "contains",
          "matches",
          "eq",
          "ne",
          "gt",
          "lt",
          "ge",
          "le",
          "any_eq",
          "all_eq",
          "any_ne",
          "all_ne",
          "bitwise_and");

  private final String text;
  private final Predicate<String> fields;
  private int at;

  Lexer(String text, Predicate<String> fields) {
    this.text = text;
    this.fields = fields;
  }

  Token next() throws FilterException {
    while (at < text.length() && blank(text.charAt(at))) {
      at++;
    }
    if (at >= text.length()) {
      return new Token(Token.Kind.END, new Part(at, 1), "", "");
    }
    Token token = read();
    at = token.part().at() + token.part().length();
    return token;
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private Token read() throws FilterException {
    char c = text.charAt(at);
    if (c == '"') {
      return Quoted.string(text, at);
    }
    if ((c == 'r' || c == 'R') && text.startsWith("\"", at + 1)) {
      return Quoted.raw(text, at);
    }
    if (c == '\'') {
      return Quoted.character(text, at);
    }
    if (c > '~') {
      throw FilterException.at(
          text,
          new Part(at, 1),
          "Non-printable ASCII characters may only appear inside double-quotes.");
    }
    if (c == '.' && match(WORD, at + 1) > 0) {
      return field();
    }
    int word = match(WORD, at);
    int value = match(VALUE, at);
    for (Pattern pattern : VALUES) {
      value = Math.max(value, match(pattern, at));
    }
    if (value > word) {
      return token(Token.Kind.VALUE, value);
    }
    if (word > 0) {
      String name = text.substring(at, at + word);
      return token(WORDS.contains(name) ? Token.Kind.SIGN : Token.Kind.WORD, word);
    }
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        return token(Token.Kind.SIGN, sign.length());
      }
    }
    throw unexpected(text, token(Token.Kind.SIGN, 1));
  }

  private Token field() throws FilterException {
    int length = match(WORD, at + 1);
    String name = text.substring(at + 1, at + 1 + length);
    if (!fields.test(name)) {
      throw FilterException.at(
          text,
          new Part(at, length + 1),
          "\"" + name + "\" is not a valid protocol or protocol field.");
    }
    return new Token(Token.Kind.FIELD, new Part(at, length + 1), "." + name, name);
  }

  private int match(Pattern pattern, int from) {
    Matcher matcher = pattern.matcher(text).region(from, text.length());
    return matcher.lookingAt() ? matcher.end() - from : 0;
  }

  private Token token(Token.Kind kind, int length) {
    String part = text.substring(at, at + length);
    return new Token(kind, new Part(at, length), part, part);
  }

  static FilterException unexpected(String text, Token token) {
    return token.kind() == Token.Kind.END
        ? FilterException.whole(text, "Unexpected end of filter expression.")
        : FilterException.at(
            text, token.part(), "\"" + token.text() + "\" was unexpected in this context.");
  }

  /** After an opening bracket: what stands up to the closing one, which is passed over. */
  Part brackets() throws FilterException {
    int close = text.indexOf(']', at);
    if (close < 0) {
      throw FilterException.at(
          text, new Part(text.length(), 1), "The right bracket was missing from a slice.");
    }
    Part inside = new Part(at, close - at);
    at = close + 1;
    return inside;
  }

  /** After a {@code #}: the digits of a layer, or an empty part before an opening bracket. */
  Part layer() throws FilterException {
    int end = at;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    if (end > at) {
      Part digits = new Part(at, end - at);
      at = end;
      return digits;
    }
    if (at >= text.length()) {
      throw FilterException.whole(text, "Unexpected end of filter expression.");
    }
    if (text.charAt(at) != '[') {
      throw FilterException.at(
          text, new Part(at, 1), "Expected digit or \"[\", not \"" + text.charAt(at) + "\"");
    }
    at++;
    return new Part(at, 0);
  }
}
