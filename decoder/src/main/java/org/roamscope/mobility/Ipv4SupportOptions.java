package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.Map;
import java.util.TreeMap;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/** Options for IPv4 in Proxy Mobile IPv6, RFC 5844. */
final class Ipv4SupportOptions {
  private Ipv4SupportOptions() {}

  static Map<Integer, OptionShape> shapes() {
    Map<Integer, OptionShape> shapes = new TreeMap<>();
    shapes.put(36, request());
    shapes.put(37, reply());
    shapes.put(38, defaultRouter());
    shapes.put(39, dhcpSupport());
    return shapes;
  }

  private static OptionShape request() {
    Layout wire =
        MobilityOption.layout(
            "mip6.ipv4ha",
            "mip6.options.ipv4hareq",
            "IPv4 Home Address Request",
            rfc(5844, "3.3.1"));
    UInt length = wire.uint(6, "preflen", "Prefix-len");
    wire.uint(2, "roam.mip6.ipv4ha.reserved2", "Reserved");
    wire.u8("reserved", "Reserved").hex();
    wire.ipv4("ha", "IPv4 Home Address");
    return CoreOptions.prefix4(OptionShape.fixed(wire.total(8)), length);
  }

  private static OptionShape reply() {
    Layout wire =
        MobilityOption.layout(
            "mip6.ipv4ha", "mip6.options.ipv4harep", "IPv4 Home Address Reply", rfc(5844, "3.3.2"));
    wire.u8("mip6.ipv4aa.sts", "Status").names(OptionCodePoints.IPV4_HOME_ADDRESS_REPLY_STATUS);
    UInt length = wire.uint(6, "preflen", "Prefix-len");
    wire.uint(2, "roam.mip6.ipv4ha.reserved2", "Reserved");
    wire.ipv4("ha", "IPv4 Home Address");
    return CoreOptions.prefix4(OptionShape.fixed(wire.total(8)), length);
  }

  private static OptionShape defaultRouter() {
    Layout wire =
        MobilityOption.layout(
            "mip6.ipv4dra",
            "mip6.options.ipv4dra",
            "IPv4 Default-Router Address",
            rfc(5844, "3.3.3"));
    wire.u16("reserved", "Reserved");
    wire.ipv4("dra", "IPv4 Default-Router Address");
    return OptionShape.fixed(wire.total(8));
  }

  private static OptionShape dhcpSupport() {
    Layout wire =
        MobilityOption.layout(
            "mip6.ipv4dsm", "mip6.options.ipv4dsm", "IPv4 DHCP Support Mode", rfc(5844, "3.3.4"));
    wire.uint(15, "reserved", "Reserved");
    wire.flag("s_flag", "DHCP Support Mode (S): server, else relay");
    return OptionShape.fixed(wire.total(4));
  }
}
