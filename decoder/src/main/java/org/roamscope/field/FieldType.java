package org.roamscope.field;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What kind of value a field has: how it compares in a filter and how it is printed. */
public enum FieldType {
  /** The structure itself, present or not; its octets can be sliced and searched. */
  PROTOCOL(0),
  /** A structure below a protocol, present or not. */
  NONE(0),
  /** One bit. */
  BOOLEAN(1),
  /** Unsigned, 1 to 8 bits. */
  UINT8(1),
  /** Unsigned, up to 16 bits. */
  UINT16(2),
  /** Unsigned, up to 24 bits. */
  UINT24(3),
  /** Unsigned, up to 32 bits. */
  UINT32(4),
  /** Unsigned, up to 40 bits. */
  UINT40(5),
  /** Unsigned, up to 48 bits. */
  UINT48(6),
  /** Unsigned, up to 56 bits. */
  UINT56(7),
  /** Unsigned, up to 64 bits. */
  UINT64(8),
  /** Signed, 8 bits. */
  INT8(1),
  /** Signed, 16 bits. */
  INT16(2),
  /** Signed, up to 24 bits. */
  INT24(3),
  /** Signed, up to 32 bits. */
  INT32(4),
  /** Signed, up to 64 bits. */
  INT64(8),
  /** The number of a frame of the same capture. */
  FRAME_NUMBER(4),
  /** IPv4 address. */
  IPV4(4),
  /** IPv6 address. */
  IPV6(16),
  /** IEEE 802 MAC address. */
  ETHER(6),
  /** Octets. */
  BYTES(0),
  /** Characters. */
  STRING(0),
  /** A point in time, nanoseconds since 1970-01-01T00:00:00Z. */
  ABSOLUTE_TIME(8),
  /** A duration, nanoseconds. */
  RELATIVE_TIME(8);

  private static final Set<FieldType> UNSIGNED =
      Collections.unmodifiableSet(EnumSet.range(UINT8, UINT64));
  private static final Set<FieldType> SIGNED =
      Collections.unmodifiableSet(EnumSet.range(INT8, INT64));

  private final int octets;

  FieldType(int octets) {
    this.octets = octets;
  }

  /** Octets of a value, 0 where they vary. */
  public int octets() {
    return octets;
  }

  /** True for numbers without a sign, frame numbers among them. */
  public boolean unsigned() {
    return this == FRAME_NUMBER || UNSIGNED.contains(this);
  }

  /** True for numbers with a sign. */
  public boolean signed() {
    return SIGNED.contains(this);
  }

  /** True for numbers. */
  public boolean integer() {
    return unsigned() || signed();
  }

  /** The narrowest unsigned type of 1 to 64 bits. */
  public static FieldType unsigned(int bits) {
    return narrowest(UNSIGNED, bits);
  }

  /** The narrowest signed type of 1 to 64 bits. */
  public static FieldType signed(int bits) {
    return narrowest(SIGNED, bits);
  }

  private static FieldType narrowest(Set<FieldType> types, int bits) {
    for (FieldType type : types) {
      if (type.octets() * 8 >= bits) {
        return type;
      }
    }
    throw new IllegalArgumentException(bits + " bits");
  }
}
