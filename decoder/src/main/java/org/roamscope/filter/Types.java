package org.roamscope.filter;

import org.roamscope.field.FieldType;

/** What the language knows of the types of fields. */
final class Types {
  private Types() {}

  /** Name for people, as Wireshark's messages have it. */
  static String name(FieldType type) {
    return switch (type) {
      case PROTOCOL -> "Protocol";
      case NONE -> "Label";
      case BOOLEAN -> "Boolean";
      case UINT8, UINT16, UINT24, UINT32, UINT40, UINT48, UINT56, UINT64 ->
          "Unsigned integer (" + octets(type) + ")";
      case INT8, INT16, INT24, INT32, INT64 -> "Signed integer (" + octets(type) + ")";
      case FRAME_NUMBER -> "Frame number";
      case IPV4 -> "IPv4 address";
      case IPV6 -> "IPv6 address";
      case ETHER -> "Ethernet or other MAC address";
      case BYTES -> "Byte sequence";
      case STRING -> "Character string";
      case ABSOLUTE_TIME -> "Date and time";
      case RELATIVE_TIME -> "Time offset";
    };
  }

  private static String octets(FieldType type) {
    return type.octets() == 1 ? "1 byte" : type.octets() + " bytes";
  }

  /** Wireshark's own name. */
  static String code(FieldType type) {
    return switch (type) {
      case IPV4 -> "FT_IPv4";
      case IPV6 -> "FT_IPv6";
      case FRAME_NUMBER -> "FT_FRAMENUM";
      default -> "FT_" + type.name();
    };
  }

  /** How numbers of a type overflow; 32 bits for what is none. */
  static Value.Width width(FieldType type) {
    if (type.signed()) {
      return type.octets() > 4 ? Value.Width.SIGNED_64 : Value.Width.SIGNED_32;
    }
    return type.integer() && type.octets() > 4 ? Value.Width.UNSIGNED_64 : Value.Width.UNSIGNED_32;
  }

  /** Values can be searched and matched. */
  static boolean searchable(FieldType type) {
    return switch (type) {
      case PROTOCOL, BYTES, ETHER, STRING -> true;
      default -> false;
    };
  }

  /** Values have octets to cut from. */
  static boolean sliceable(FieldType type) {
    return searchable(type) || type == FieldType.IPV4 || type == FieldType.IPV6;
  }

  /** A value of the one type can be compared with one of the other, which stands right of it. */
  static boolean compatible(FieldType left, FieldType right) {
    return left == right
        || left.integer() && (right.integer() || right == FieldType.BOOLEAN)
        || octets(left, right);
  }

  private static boolean octets(FieldType left, FieldType right) {
    return left == FieldType.BYTES && right == FieldType.ETHER
        || left == FieldType.ETHER && right == FieldType.BYTES;
  }
}
