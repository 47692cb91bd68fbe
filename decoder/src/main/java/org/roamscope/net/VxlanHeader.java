package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.CutElement;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Virtual eXtensible Local Area Network: an Ethernet frame in UDP, as switches and clouds send what
 * they mirror. With the bits of the group policy extension, which use what RFC 7348 reserves.
 *
 * <pre>
 * 0: G R R R I R R R R D R R A R R R (16)  2: Group Policy ID (16)
 * 4: VXLAN Network Identifier (24)  7: Reserved (8)
 * </pre>
 *
 * @param slice the header
 */
public record VxlanHeader(Slice slice) implements Element {
  static final Layout WIRE =
      Layout.of("vxlan", "Virtual eXtensible Local Area Network", rfc(7348, "5")).protocol("vxlan");

  static final UInt FLAGS = WIRE.u16("flags", "Flags").hex();
  static final UInt RESERVED;

  static {
    WIRE.again(FLAGS).flag("flag_g", "GBP Extension");
    WIRE.skip(3).flag("flag_i", "VXLAN Network ID (VNI)");
    WIRE.skip(4).flag("flag_d", "Don't Learn");
    WIRE.skip(2).flag("flag_a", "Policy Applied");
    WIRE.skip(3).u16("gbp", "Group Policy ID");
    WIRE.uint(24, "vni", "VXLAN Network Identifier (VNI)");
    RESERVED = WIRE.u8("reserved8", "Reserved");
    WIRE.scattered(FieldType.UINT16, "flags_reserved", "Reserved(R)");
    WIRE.total(8);
  }

  /** Octets of the header. */
  public static final int OCTETS = 8;

  /** The registered UDP port. */
  public static final int PORT = 4789;

  private static final int NETWORK = 0x0800;
  private static final int RESERVED_BITS = 0x77b7;

  /** True when the bit is set that every header has. */
  public boolean valid() {
    return (FLAGS.getInt(slice) & NETWORK) != 0;
  }

  /** Bits that must be zero. */
  public int reserved() {
    return FLAGS.getInt(slice) & RESERVED_BITS | RESERVED.getInt(slice);
  }

  @Override
  public FieldValue derived(Derived field) {
    return new FieldValue.Numeric(FLAGS.getInt(slice) & RESERVED_BITS);
  }

  /** A header of which only the first octets are there. */
  public static CutElement cut(Slice slice) {
    return new CutElement(slice, WIRE);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
