package org.roamscope.field;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;

/**
 * A display filter field: what the catalogue, the filter language and the outputs know of it.
 *
 * @param name filter name, for example {@code mip6.bu.k_flag}
 * @param label name for people
 * @param type type of its values
 * @param base how values are written
 * @param names names of its values, or null
 * @param clause where the structure that holds it is specified
 */
public record FieldInfo(
    String name,
    String label,
    FieldType type,
    FieldBase base,
    @Nullable CodePoints names,
    Clause clause) {
  /** A field of a type without base or registry. */
  public static FieldInfo of(String name, String label, FieldType type, Clause clause) {
    return new FieldInfo(name, label, type, FieldBase.DEC, null, clause);
  }

  /**
   * The value alone, as {@code -T fields} prints it: numbers in the field's base, flags as 1 and 0,
   * octets as hexadecimal digits, a structure that is there as 1, points in time as {@link
   * TimeText#date}, durations as seconds with nine decimals. Text is as sent: escape it for where
   * it is shown.
   */
  public String plain(FieldValue value) {
    return switch (value) {
      case FieldValue.Numeric(long number) -> number(number);
      case FieldValue.Bool(boolean set) -> set ? "1" : "0";
      case FieldValue.Address(IpAddress address) -> address.toString();
      case FieldValue.Octets octets when type == FieldType.NONE -> "1";
      case FieldValue.Octets(Slice octets) ->
          type == FieldType.ETHER || base == FieldBase.COLON
              ? Hex.colons(octets.bytes())
              : Hex.plain(octets.bytes());
      case FieldValue.Text(String text) -> text;
      case FieldValue.Time(long nanos) ->
          type == FieldType.ABSOLUTE_TIME ? TimeText.date(nanos) : TimeText.seconds(nanos, 9);
    };
  }

  private String number(long number) {
    if (base == FieldBase.HEX && type.unsigned()) {
      return String.format("0x%0" + type.octets() * 2 + "x", number);
    }
    return type.signed() ? Long.toString(number) : Long.toUnsignedString(number);
  }

  /** A number as a filter compares it. */
  public BigInteger integer(FieldValue.Numeric number) {
    return type.signed()
        ? BigInteger.valueOf(number.value())
        : new BigInteger(Long.toUnsignedString(number.value()));
  }
}
