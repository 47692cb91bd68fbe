package org.roamscope.filter;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.CodePoints;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.FieldInfo;
import org.roamscope.field.FieldType;

/** Reads a value in the text of a filter as a value of a type. */
final class Literals {
  private static final Pattern NUMBER =
      Pattern.compile(
          "0[xX](?<hex>[0-9a-fA-F]+)|0[bB](?<bin>[01]+)|(?<oct>0[0-7]*)|(?<dec>[1-9][0-9]*)");
  private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
  private static final int MAX_DIGITS = 80;

  private final String filter;
  private final OctetLiterals octets;
  private final TimeLiterals times;
  private final AddressLiterals addresses;

  Literals(String filter, ZoneId zone) {
    this.filter = filter;
    octets = new OctetLiterals(filter);
    times = new TimeLiterals(filter, zone);
    addresses = new AddressLiterals(filter);
  }

  /**
   * The value.
   *
   * @param field whose labels count, null for none
   */
  Value read(Token token, FieldType type, FieldCatalog.@Nullable Entry field)
      throws FilterException {
    return switch (type) {
      case BOOLEAN -> bool(token, field);
      case UINT8, UINT16, UINT24, UINT32, UINT40, UINT48, UINT56, UINT64 ->
          number(token, type, field);
      case INT8, INT16, INT24, INT32, INT64, FRAME_NUMBER -> number(token, type, field);
      case STRING -> text(token);
      case PROTOCOL, BYTES -> octets.read(token);
      case ETHER -> octets.ether(notText(token, type));
      case IPV4 -> addresses.v4(notText(token, type));
      case IPV6 -> addresses.v6(notText(token, type));
      case ABSOLUTE_TIME -> times.point(notCharacter(token, type));
      case RELATIVE_TIME -> times.duration(notText(token, type));
      case NONE -> throw wrong(token, token.text() + " cannot be a value of a label.");
    };
  }

  private Token notText(Token token, FieldType type) throws FilterException {
    if (token.kind() == Token.Kind.STRING) {
      throw fromString(token, type);
    }
    return notCharacter(token, type);
  }

  private Token notCharacter(Token token, FieldType type) throws FilterException {
    if (token.kind() == Token.Kind.CHARACTER) {
      throw wrong(
          token,
          "Character constant %s (0x%02x) cannot be converted to %s."
              .formatted(token.text(), (int) token.value().charAt(0), Types.name(type)));
    }
    return token;
  }

  private FilterException fromString(Token token, FieldType type) {
    return wrong(
        token, Types.name(type) + " cannot be converted from a string (" + token.text() + ").");
  }

  private Value text(Token token) {
    String value =
        token.kind() == Token.Kind.VALUE && token.value().matches(":[A-Za-z0-9_-]+")
            ? token.value().substring(1)
            : token.value();
    return new Value.Octets(value.getBytes(StandardCharsets.ISO_8859_1), Value.Octets.Kind.TEXT);
  }

  private Value bool(Token token, FieldCatalog.@Nullable Entry field) throws FilterException {
    String text = token.value();
    boolean word = token.kind() == Token.Kind.WORD;
    BigInteger number = word ? parse(text) : null;
    if (token.kind() == Token.Kind.CHARACTER) {
      return new Value.Whole(text.charAt(0) == 0 ? 0 : 1, Value.Width.UNSIGNED_32);
    }
    if (word && (text.equals("True") || text.equals("TRUE"))) {
      return new Value.Whole(1, Value.Width.UNSIGNED_32);
    }
    if (word && (text.equals("False") || text.equals("FALSE"))) {
      return new Value.Whole(0, Value.Width.UNSIGNED_32);
    }
    if (number != null) {
      return new Value.Whole(number.signum(), Value.Width.UNSIGNED_32);
    }
    if (field == null) {
      throw wrong(token, "\"" + text + "\" is not a valid number.");
    }
    return new Value.Whole(label(token, field) == 0 ? 0 : 1, Value.Width.UNSIGNED_32);
  }

  private Value number(Token token, FieldType type, FieldCatalog.@Nullable Entry field)
      throws FilterException {
    Value.Width width = Types.width(type);
    if (token.kind() == Token.Kind.CHARACTER) {
      return new Value.Whole(token.value().charAt(0), width);
    }
    boolean labels = field != null && field.variants().stream().anyMatch(Literals::named);
    boolean quoted = token.kind() == Token.Kind.STRING;
    BigInteger number = quoted ? null : parse(token.value());
    int bits = type.octets() * 8 - (type.signed() ? 1 : 0);
    BigInteger most = BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    if (number != null && number.compareTo(most) <= 0) {
      return new Value.Whole(number.longValue(), width);
    }
    if (labels && field != null) {
      return new Value.Whole(label(token, field), width);
    }
    if (quoted) {
      throw fromString(token, type);
    }
    String shown = "\"" + token.text() + "\"";
    if (number == null) {
      throw wrong(token, shown + " is not a valid number.");
    }
    throw wrong(
        token,
        number.compareTo(MOST) > 0
            ? shown + " causes an integer overflow."
            : shown + " too big for this field, maximum " + most + ".");
  }

  /** The number of C in the text, or null. */
  private static @Nullable BigInteger parse(String text) {
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    if (text.length() > MAX_DIGITS) {
      return MOST.add(BigInteger.ONE);
    }
    if (matcher.group("hex") != null) {
      return new BigInteger(matcher.group("hex"), 16);
    }
    if (matcher.group("bin") != null) {
      return new BigInteger(matcher.group("bin"), 2);
    }
    return matcher.group("oct") != null
        ? new BigInteger(matcher.group("oct"), 8)
        : new BigInteger(matcher.group("dec"));
  }

  private static boolean named(FieldInfo info) {
    return info.names() != null;
  }

  /** The number that a registry of the field has for a name, upper and lower case alike. */
  private long label(Token token, FieldCatalog.Entry field) throws FilterException {
    String text = bytesAsText(token);
    Set<Long> numbers = new LinkedHashSet<>(field.numbers(text));
    if (numbers.isEmpty()) {
      for (FieldInfo variant : field.variants()) {
        CodePoints names = variant.names();
        if (names != null) {
          names.all().stream()
              .filter(point -> point.name().equalsIgnoreCase(text))
              .forEach(point -> numbers.add(point.number()));
        }
      }
    }
    if (numbers.size() > 1) {
      throw wrong(
          token,
          "\""
              + text
              + "\" stands for several values of "
              + field.name()
              + ": "
              + FilterException.either(numbers.stream().map(String::valueOf).toList())
              + ".");
    }
    if (numbers.isEmpty()) {
      throw wrong(
          token,
          "\"" + text + "\" cannot be found among the possible values for " + field.name() + ".");
    }
    return numbers.iterator().next();
  }

  private static String bytesAsText(Token token) {
    return token.kind() == Token.Kind.STRING
        ? new String(token.value().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
        : token.value();
  }

  private FilterException wrong(Token token, String message) {
    return FilterException.at(filter, token.part(), message);
  }
}
