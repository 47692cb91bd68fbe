package org.roamscope.net;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Null/Loopback.
 *
 * <pre>
 * 0: Address family (32), byte order of the capturing host (LOOP: network order)
 * </pre>
 *
 * @param slice the header
 */
public record NullHeader(Slice slice) implements Element {
  static final Layout WIRE =
      Layout.of("null", "Null/Loopback", new Clause("LINKTYPE_NULL", "")).protocol("null");

  static final UInt FAMILY =
      WIRE.u32("family", "Family")
          .read(FieldType.UINT32, wire -> new FieldValue.Numeric(hostOrder(wire)))
          .shownAs(wire -> Long.toString(hostOrder(wire)));

  static {
    WIRE.total(4);
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 4;

  /** True when the family is IPv4's, in either byte order. */
  public boolean v4() {
    return family() == 2;
  }

  /** True when the family is one of the BSDs' and Darwin's for IPv6, in either byte order. */
  public boolean v6() {
    int family = family();
    return family == 10 || family == 24 || family == 28 || family == 30;
  }

  private int family() {
    return (int) hostOrder(FAMILY.get(slice));
  }

  /** Families are small numbers: one that looks large was written by a little-endian host. */
  private static long hostOrder(long wire) {
    return wire > 0xffff ? Long.reverseBytes(wire) >>> 32 : wire;
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
