package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Routing Header for IPv6.
 *
 * <pre>
 * 0: Next Header (8)  1: Hdr Ext Len (8)  2: Routing Type (8)  3: Segments Left (8)
 * 4: Type-specific data
 * </pre>
 *
 * @param slice the header
 */
public record RoutingHeader(Slice slice) implements Element {
  static final Layout WIRE = Layout.of("ipv6.routing", "Routing Header for IPv6", rfc(8200, "4.4"));

  static final UInt NEXT_HEADER = WIRE.u8("ipv6.routing.nxt", "Next Header");
  static final UInt LENGTH = WIRE.u8("ipv6.routing.len", "Length");
  static final UInt TYPE = WIRE.u8("ipv6.routing.type", "Type");
  static final UInt SEGMENTS_LEFT = WIRE.u8("ipv6.routing.segleft", "Segments Left");
  static final BytesField DATA = WIRE.rest("ipv6.routing.unknown_data", "Type-Specific Data");

  static {
    WIRE.total(4);
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 4;

  /** Protocol number of what follows. */
  public int nextHeader() {
    return NEXT_HEADER.getInt(slice);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
