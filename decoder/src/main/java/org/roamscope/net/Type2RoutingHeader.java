package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.AddressField;
import org.roamscope.field.BytesField;
import org.roamscope.field.CutElement;
import org.roamscope.field.Element;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Type 2 Routing Header.
 *
 * <pre>
 * 0: Next Header (8)  1: Hdr Ext Len = 2 (8)  2: Routing Type = 2 (8)  3: Segments Left = 1 (8)
 * 4: Reserved (32)    8: Home Address (128)
 * </pre>
 *
 * @param slice the header
 */
public record Type2RoutingHeader(Slice slice) implements Element {
  static final Layout WIRE = RoutingHeader.start("Type 2 Routing Header", rfc(6275, "6.4.1"));

  static final UInt NEXT_HEADER = RoutingHeader.field(WIRE, "ipv6.routing.nxt");
  static final UInt LENGTH = RoutingHeader.field(WIRE, "ipv6.routing.len");
  static final UInt TYPE = RoutingHeader.field(WIRE, "ipv6.routing.type");
  static final UInt SEGMENTS_LEFT = RoutingHeader.field(WIRE, "ipv6.routing.segleft");
  static final BytesField RESERVED = WIRE.octets(4, "ipv6.routing.mipv6.reserved", "Reserved");
  static final AddressField HOME_ADDRESS =
      WIRE.ipv6("ipv6.routing.mipv6.home_address", "Home Address");

  static {
    WIRE.total(24);
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 24;

  /** Routing Type of this header. */
  public static final int TYPE_2 = 2;

  /** A header of which only the first octets are there. */
  public static CutElement cut(Slice slice) {
    return new CutElement(slice, WIRE);
  }

  /** Protocol number of what follows. */
  public int nextHeader() {
    return NEXT_HEADER.getInt(slice);
  }

  /** Segments Left; 1 on the way to the mobile node. */
  public int segmentsLeft() {
    return SEGMENTS_LEFT.getInt(slice);
  }

  /** The reserved field, which the sender sets to zero. */
  public long reserved() {
    return slice.u32(4);
  }

  /** The mobile node's home address: the packet's final destination. */
  public IpAddress homeAddress() {
    return HOME_ADDRESS.get(slice);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
