package org.roamscope.net;

import java.util.function.LongUnaryOperator;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.UInt;

/** Numbers with their least significant octet first, as IEEE 802.11 and radiotap have them. */
final class LittleEndian {
  private LittleEndian() {}

  /** Reads the whole octets of a field from the last one to the first. */
  static UInt decimal(UInt field, FieldType type) {
    return part(field, type, whole -> whole);
  }

  /** The same, shown as hexadecimal digits. */
  static UInt hex(UInt field, FieldType type) {
    int digits = field.bits() / 4;
    return decimal(field.hex(), type)
        .shownAs(wire -> String.format("0x%0" + digits + "x", swap(wire, field.bits())));
  }

  /** Some bits of the number. */
  static UInt part(UInt field, FieldType type, LongUnaryOperator part) {
    int bits = field.bits();
    return field
        .read(type, wire -> new FieldValue.Numeric(part.applyAsLong(swap(wire, bits))))
        .shownAs(wire -> Long.toUnsignedString(part.applyAsLong(swap(wire, bits))));
  }

  private static long swap(long wire, int bits) {
    return Long.reverseBytes(wire << 64 - bits);
  }
}
