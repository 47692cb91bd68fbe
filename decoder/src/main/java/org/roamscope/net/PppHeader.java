package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Point-to-Point Protocol. Address and control may be left out, and the protocol may be one octet
 * (RFC 1661 sections 6.5 and 6.6).
 *
 * <pre>
 * [0: Address = 0xff (8)  1: Control = 0x03 (8)]  Protocol (8 or 16)
 * </pre>
 *
 * @param slice the header
 */
public record PppHeader(Slice slice) implements Element {
  private static final int ADDRESS_CONTROL = 0xff03;

  static final Layout FULL = layout(true, 16);
  static final Layout FULL_SHORT = layout(true, 8);
  static final Layout BARE = layout(false, 16);
  static final Layout BARE_SHORT = layout(false, 8);

  private static Layout layout(boolean addressed, int bits) {
    Layout wire = Layout.of("ppp", "Point-to-Point Protocol", rfc(1661, "2")).protocol("ppp");
    if (addressed) {
      wire.u8("address", "Address").hex();
      wire.u8("control", "Control").hex();
    }
    UInt protocol = wire.uint(bits, "protocol", "Protocol").names(NetCodePoints.PPP_PROTOCOLS);
    protocol.hex().as(FieldType.UINT16);
    return wire.total((addressed ? 2 : 0) + bits / 8);
  }

  /** Octets of the header that begins here, or -1 when there are too few to tell. */
  public static int octets(Slice slice) {
    int start = slice.holds(0, 2) && slice.u16(0) == ADDRESS_CONTROL ? 2 : 0;
    if (!slice.holds(start, 1)) {
      return -1;
    }
    // The last octet of a protocol number is odd, so an odd first octet is a whole short one.
    int octets = start + ((slice.u8(start) & 1) == 1 ? 1 : 2);
    return slice.holds(0, octets) ? octets : -1;
  }

  /** Protocol of what follows. */
  public int protocol() {
    int last = slice.length() - 1;
    return (slice.length() & 1) == 1 ? slice.u8(last) : slice.u16(last - 1);
  }

  @Override
  public Layout layout() {
    return switch (slice.length()) {
      case 1 -> BARE_SHORT;
      case 2 -> BARE;
      case 3 -> FULL_SHORT;
      default -> FULL;
    };
  }
}
