package org.roamscope.decode.output;

/**
 * How {@code -T fields} writes values; the options of {@code -E}, tshark's and {@code escape}.
 *
 * @param header whether a first line names the fields
 * @param separator between fields
 * @param occurrence which values of a field
 * @param aggregator between the values of one field
 * @param quote around a field that has values
 * @param bom whether a byte order mark comes first
 * @param escape how much of a text's characters is escaped
 */
public record FieldsOptions(
    Header header,
    char separator,
    Occurrences occurrence,
    char aggregator,
    Quote quote,
    Bom bom,
    Escape escape) {
  /** As tshark's defaults. */
  public static final FieldsOptions DEFAULT =
      new FieldsOptions(Header.NONE, '\t', Occurrences.ALL, ',', Quote.NONE, Bom.NONE, Escape.ALL);

  /** A line with the names of the fields. */
  public enum Header {
    /** No such line. */
    NONE,
    /** It comes first. */
    NAMES
  }

  /** Which values of a field. */
  public enum Occurrences {
    /** The first. */
    FIRST,
    /** The last. */
    LAST,
    /** All. */
    ALL
  }

  /** What stands around a field that has values. */
  public enum Quote {
    /** Nothing. */
    NONE(""),
    /** Double quotes. */
    DOUBLE("\""),
    /** Single quotes. */
    SINGLE("'");

    private final String mark;

    Quote(String mark) {
      this.mark = mark;
    }

    String mark() {
      return mark;
    }
  }

  /** The byte order mark of UTF-8. */
  public enum Bom {
    /** None. */
    NONE,
    /** It comes first. */
    FIRST
  }

  /** What is escaped in texts out of packets. */
  public enum Escape {
    /** Everything that is not printable; tab and line ends as backslash and letter. */
    ALL,
    /** The same, but tabs and line ends stand as sent. */
    NOT_SPACE
  }

  /**
   * The options with one more.
   *
   * @param option for example {@code separator=,}
   * @throws IllegalArgumentException in tshark's words when it is not one
   */
  public FieldsOptions with(String option) {
    int equals = option.indexOf('=');
    String name = equals < 0 ? option : option.substring(0, equals);
    String value = equals < 0 ? "" : option.substring(equals + 1);
    return switch (name) {
      case "header" -> header(yes(name, value) ? Header.NAMES : Header.NONE);
      case "separator" -> separator(character(name, value));
      case "occurrence" ->
          occurrence(
              switch (value) {
                case "f" -> Occurrences.FIRST;
                case "l" -> Occurrences.LAST;
                case "a" -> Occurrences.ALL;
                default -> throw wrong(name);
              });
      case "aggregator" -> aggregator(character(name, value));
      case "quote" ->
          quote(
              switch (value) {
                case "d" -> Quote.DOUBLE;
                case "s" -> Quote.SINGLE;
                case "n" -> Quote.NONE;
                default -> throw wrong(name);
              });
      case "bom" -> bom(yes(name, value) ? Bom.FIRST : Bom.NONE);
      case "escape" -> escape(yes(name, value) ? Escape.ALL : Escape.NOT_SPACE);
      default -> throw wrong(name);
    };
  }

  private static boolean yes(String name, String value) {
    return switch (value) {
      case "y", "Y" -> true;
      case "n", "N" -> false;
      default -> throw wrong(name);
    };
  }

  /** The first character counts; {@code /t} is a tab, {@code /s} a space. */
  private static char character(String name, String value) {
    if (value.isEmpty()) {
      throw wrong(name);
    }
    if (value.charAt(0) != '/' || value.length() == 1) {
      return value.charAt(0);
    }
    return switch (value.charAt(1)) {
      case 't' -> '\t';
      case 's' -> ' ';
      default -> '\\';
    };
  }

  private static IllegalArgumentException wrong(String name) {
    return new IllegalArgumentException(
        "\"" + name + "\" is not a valid field output option=value pair.");
  }

  private FieldsOptions header(Header other) {
    return new FieldsOptions(other, separator, occurrence, aggregator, quote, bom, escape);
  }

  private FieldsOptions separator(char other) {
    return new FieldsOptions(header, other, occurrence, aggregator, quote, bom, escape);
  }

  private FieldsOptions occurrence(Occurrences other) {
    return new FieldsOptions(header, separator, other, aggregator, quote, bom, escape);
  }

  private FieldsOptions aggregator(char other) {
    return new FieldsOptions(header, separator, occurrence, other, quote, bom, escape);
  }

  private FieldsOptions quote(Quote other) {
    return new FieldsOptions(header, separator, occurrence, aggregator, other, bom, escape);
  }

  private FieldsOptions bom(Bom other) {
    return new FieldsOptions(header, separator, occurrence, aggregator, quote, other, escape);
  }

  private FieldsOptions escape(Escape other) {
    return new FieldsOptions(header, separator, occurrence, aggregator, quote, bom, other);
  }
}
