package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * TLV header in a UDP 4191 payload, RFC 5845 section 7.2 (PMIPv6 only).
 *
 * <pre>
 * 0: Type (4) Reserved (4)   1: Next Header (8)   2: Length (16, octets after this header)
 * </pre>
 *
 * @param slice the four octets
 */
public record TlvHeader(Slice slice) implements Element {
  static final Layout WIRE = Layout.of("roam.tlv", "DSMIPv6 TLV header", rfc(5845, "7.2"));

  static final UInt TYPE = WIRE.uint(4, "type", "Type");
  static final UInt RESERVED = WIRE.uint(4, "reserved", "Reserved");
  static final UInt NEXT_HEADER = WIRE.u8("next_header", "Next Header");
  static final UInt LENGTH = WIRE.u16("length", "Length");

  static {
    WIRE.total(4);
  }

  /** Octets of the header. */
  public static final int OCTETS = 4;

  /** IP protocol number of what follows. */
  public int nextHeader() {
    return NEXT_HEADER.getInt(slice);
  }

  /** Octets that follow, as the sender says. */
  public int length() {
    return LENGTH.getInt(slice);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
