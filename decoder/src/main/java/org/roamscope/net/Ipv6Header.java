package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.AddressField;
import org.roamscope.field.Element;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Internet Protocol Version 6.
 *
 * <pre>
 * 0: Version (4) Traffic Class (8) Flow Label (20)
 * 4: Payload Length (16)  6: Next Header (8)  7: Hop Limit (8)
 * 8: Source (128)   24: Destination (128)
 * </pre>
 *
 * @param slice the header
 */
public record Ipv6Header(Slice slice) implements Element {
  static final Layout WIRE = Layout.of("ipv6", "Internet Protocol Version 6", rfc(8200, "3"));

  static final UInt VERSION = WIRE.uint(4, "version", "Version");
  static final UInt TRAFFIC_CLASS = WIRE.uint(8, "tclass", "Traffic Class").hex();
  static final UInt FLOW = WIRE.uint(20, "flow", "Flow Label").hex();
  static final UInt LENGTH = WIRE.u16("plen", "Payload Length");
  static final UInt NEXT_HEADER = WIRE.u8("nxt", "Next Header");
  static final UInt HOP_LIMIT = WIRE.u8("hlim", "Hop Limit");
  static final AddressField SOURCE = WIRE.ipv6("src", "Source Address");
  static final AddressField DESTINATION = WIRE.ipv6("dst", "Destination Address");

  static {
    WIRE.total(40);
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 40;

  /** Version field, 6. */
  public int version() {
    return VERSION.getInt(slice);
  }

  /** Octets after this header. */
  public int payloadLength() {
    return LENGTH.getInt(slice);
  }

  /** Protocol number of what follows. */
  public int nextHeader() {
    return NEXT_HEADER.getInt(slice);
  }

  /** Source address on the wire. */
  public IpAddress source() {
    return SOURCE.get(slice);
  }

  /** Destination address on the wire. */
  public IpAddress destination() {
    return DESTINATION.get(slice);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
