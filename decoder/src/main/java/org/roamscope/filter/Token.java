package org.roamscope.filter;

/**
 * A piece of a filter's text.
 *
 * @param kind what it is
 * @param part where it stands
 * @param text as written
 * @param value the characters of a string or character constant, one {@code char} an octet; else
 *     the text
 */
record Token(Kind kind, Part part, String text, String value) {
  enum Kind {
    /** A name, a number, an address: what it means shows where it stands. */
    WORD,
    /** A word with a dot before it: a field and nothing else. */
    FIELD,
    /** A word with a colon before it, or a text that no name can be: a value and nothing else. */
    VALUE,
    /** In double quotes. */
    STRING,
    /** In single quotes. */
    CHARACTER,
    /** A mark or a word of the language. */
    SIGN,
    /** The end of the text. */
    END
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }
}
