package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.Map;
import java.util.TreeMap;
import org.roamscope.field.Layout;

/** Options for multicast listeners on the move: RFC 7028, RFC 7161, RFC 7411. */
final class MulticastOptions {
  private MulticastOptions() {}

  static Map<Integer, OptionShape> shapes() {
    Map<Integer, OptionShape> shapes = new TreeMap<>();
    shapes.put(54, selector());
    shapes.put(56, subscription("roam.mip6.igmp", "Active Multicast Subscription IPv4", "IGMP"));
    shapes.put(57, subscription("roam.mip6.mld", "Active Multicast Subscription IPv6", "MLD"));
    shapes.put(60, mobility());
    shapes.put(61, acknowledgement());
    return shapes;
  }

  private static OptionShape selector() {
    Layout wire =
        MobilityOption.layout(
            "roam.mip6.multicast_selector", "Dynamic IP Multicast Selector", rfc(7028, ""));
    wire.u8("protocol", "Protocol");
    wire.flag("m_flag", "Mode (M)");
    wire.uint(7, "reserved", "Reserved");
    wire.u16("records", "Number of records");
    wire.rest("addresses", "Records");
    return OptionShape.open(wire.total(6));
  }

  private static OptionShape subscription(String prefix, String name, String protocol) {
    Layout wire = MobilityOption.layout(prefix, name, rfc(7161, ""));
    wire.u8("type", protocol + " type");
    wire.rest("record", "Multicast membership");
    return OptionShape.open(wire.total(3));
  }

  /** The length counts words of 4 octets after code and reserved octet. */
  private static OptionShape mobility() {
    Layout wire =
        MobilityOption.layout("roam.mip6.multicast", "Multicast Mobility", rfc(7411, "5.3"));
    wire.u8("code", "Option-Code");
    wire.u8("reserved", "Reserved");
    wire.rest("payload", "Payload");
    return OptionShape.open(wire.total(4));
  }

  /** The length counts words of 4 octets after code and status. */
  private static OptionShape acknowledgement() {
    Layout wire =
        MobilityOption.layout(
            "roam.mip6.multicast_ack", "Multicast Acknowledgement", rfc(7411, "5.4"));
    wire.u8("code", "Option-Code");
    wire.u8("status", "Status").names(OptionCodePoints.MULTICAST_STATUS);
    wire.rest("payload", "Payload");
    return OptionShape.open(wire.total(4));
  }
}
