package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.AddressField;
import org.roamscope.field.CutElement;
import org.roamscope.field.Derived;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
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
  static final Layout WIRE =
      Layout.of("ipv6", "Internet Protocol Version 6", rfc(8200, "3")).protocol("ipv6");

  static final UInt VERSION = WIRE.uint(4, "version", "Version");
  static final UInt TRAFFIC_CLASS =
      WIRE.uint(8, "tclass", "Traffic Class").as(FieldType.UINT32).hex();
  static final UInt DSCP =
      WIRE.again(TRAFFIC_CLASS)
          .uint(6, "ipv6.tclass.dscp", "Differentiated Services Codepoint")
          .as(FieldType.UINT32)
          .names(NetCodePoints.DSCP);
  static final UInt ECN =
      WIRE.uint(2, "ipv6.tclass.ecn", "Explicit Congestion Notification")
          .as(FieldType.UINT32)
          .names(NetCodePoints.ECN);
  static final UInt FLOW = WIRE.uint(20, "flow", "Flow Label").hex();
  static final UInt LENGTH = WIRE.u16("plen", "Payload Length");
  static final UInt NEXT_HEADER = WIRE.u8("nxt", "Next Header").names(NetCodePoints.PROTOCOLS);
  static final UInt HOP_LIMIT = WIRE.u8("hlim", "Hop Limit");
  static final AddressField SOURCE = WIRE.ipv6("src", "Source Address");
  static final AddressField DESTINATION = WIRE.ipv6("dst", "Destination Address");

  static final Derived SOURCE_MAC =
      WIRE.derived(FieldType.ETHER, "src_slaac_mac", "Source SLAAC MAC");
  static final Derived EITHER_SOURCE_MAC = WIRE.derived(FieldType.ETHER, "slaac_mac", "SLAAC MAC");
  static final Derived DESTINATION_MAC =
      WIRE.derived(FieldType.ETHER, "dst_slaac_mac", "Destination SLAAC MAC");
  static final Derived EITHER_DESTINATION_MAC =
      WIRE.derived(FieldType.ETHER, "slaac_mac", "SLAAC MAC");

  static {
    Layout second = Layout.of("ipv6", "Internet Protocol Version 6", rfc(8200, "3"));
    WIRE.alias(VERSION, "ip.version", "Version");
    WIRE.alias(SOURCE, "ipv6.addr", "Source or Destination Address");
    WIRE.alias(DESTINATION, "ipv6.addr", "Source or Destination Address");
    host(second, SOURCE, "src_host", "Source Host");
    host(second, SOURCE, "host", "Source or Destination Host");
    host(second, DESTINATION, "dst_host", "Destination Host");
    host(second, DESTINATION, "host", "Source or Destination Host");
    WIRE.total(40);
  }

  private static void host(Layout second, AddressField address, String name, String label) {
    Hidden.in(
        WIRE, second.again(address).octets(16, name, label).read(FieldType.STRING, Hidden::host));
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 40;

  /** A header of which only the first octets are there. */
  public static CutElement cut(Slice slice) {
    return new CutElement(slice, WIRE);
  }

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
  public @Nullable FieldValue derived(Derived field) {
    return field == SOURCE_MAC || field == EITHER_SOURCE_MAC
        ? mac(source(), 8)
        : mac(destination(), 24);
  }

  /**
   * The MAC address in a modified EUI-64 interface identifier, RFC 4291 section 2.5.1: two fixed
   * octets in the middle, and the bit that says that the address is unique.
   */
  private @Nullable FieldValue mac(IpAddress address, int at) {
    boolean unique = (address.low() >>> 57 & 1) == 1;
    if ((address.low() >>> 24 & 0xffff) != 0xfffe || !unique || address.multicast()) {
      return null;
    }
    byte[] id = slice.bytes(at + 8, 8);
    byte[] octets = {(byte) (id[0] ^ 2), id[1], id[2], id[5], id[6], id[7]};
    return new FieldValue.Octets(Slice.of(octets));
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
