package org.roamscope.field;

/**
 * The one door for text that comes from packets, file names or settings: what it lets through
 * cannot drive a terminal.
 */
public final class PlainText {
  private PlainText() {}

  /**
   * Letters, marks, digits, punctuation, symbols and the plain space pass; everything else
   * (controls, bidirectional and other format characters, line ends, unusual spaces, unpaired
   * surrogates, unassigned and private characters) becomes {@code \}{@code u{hex}}.
   */
  public static String of(String text) {
    return text.codePoints().allMatch(PlainText::passes) ? text : escaped(text);
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (passes(c)) {
            out.appendCodePoint(c);
          } else {
            out.append("\\u{").append(Integer.toHexString(c)).append('}');
          }
        });
    return out.toString();
  }

  /** True for a character that {@link #of} lets through. */
  public static boolean passes(int c) {
    return c == ' '
        || switch (Character.getType(c)) {
          case Character.UPPERCASE_LETTER,
              Character.LOWERCASE_LETTER,
              Character.TITLECASE_LETTER,
              Character.MODIFIER_LETTER,
              Character.OTHER_LETTER,
              Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.DECIMAL_DIGIT_NUMBER,
              Character.LETTER_NUMBER,
              Character.OTHER_NUMBER,
              Character.DASH_PUNCTUATION,
              Character.START_PUNCTUATION,
              Character.END_PUNCTUATION,
              Character.CONNECTOR_PUNCTUATION,
              Character.OTHER_PUNCTUATION,
              Character.INITIAL_QUOTE_PUNCTUATION,
              Character.FINAL_QUOTE_PUNCTUATION,
              Character.MATH_SYMBOL,
              Character.CURRENCY_SYMBOL,
              Character.MODIFIER_SYMBOL,
              Character.OTHER_SYMBOL ->
              true;
          default -> false;
        };
  }
}
