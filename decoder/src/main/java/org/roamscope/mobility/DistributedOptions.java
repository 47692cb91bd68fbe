package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.Map;
import java.util.TreeMap;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/** Options for distributed mobility management, RFC 8885. */
final class DistributedOptions {
  private DistributedOptions() {}

  static Map<Integer, OptionShape> shapes() {
    Map<Integer, OptionShape> shapes = new TreeMap<>();
    shapes.put(65, prefix("roam.mip6.anchored", "Anchored Prefix", "4.3"));
    shapes.put(66, prefix("roam.mip6.local", "Local Prefix", "4.4"));
    shapes.put(67, previous());
    shapes.put(68, address("roam.mip6.s_maar", "Serving MAAR", "4.6"));
    shapes.put(69, address("roam.mip6.dlif_lla", "DLIF Link-local Address", "4.7"));
    shapes.put(70, linkLayer());
    return shapes;
  }

  private static OptionShape prefix(String prefix, String name, String section) {
    Layout wire = MobilityOption.layout(prefix, name, rfc(8885, section));
    wire.u8("reserved", "Reserved");
    UInt length = wire.u8("prefix_len", "Prefix Length");
    wire.ipv6("prefix", "Prefix");
    return CoreOptions.prefix(OptionShape.fixed(wire.total(20)), length);
  }

  private static OptionShape previous() {
    Layout wire = MobilityOption.layout("roam.mip6.p_maar", "Previous MAAR", rfc(8885, "4.5"));
    wire.u8("reserved", "Reserved");
    UInt length = wire.u8("prefix_len", "Prefix Length");
    wire.ipv6("address", "Previous MAAR");
    wire.ipv6("prefix", "Home Network Prefix");
    return CoreOptions.prefix(OptionShape.fixed(wire.total(36)), length);
  }

  private static OptionShape address(String prefix, String name, String section) {
    Layout wire = MobilityOption.layout(prefix, name, rfc(8885, section));
    wire.ipv6("address", name);
    return OptionShape.fixed(wire.total(18));
  }

  private static OptionShape linkLayer() {
    Layout wire =
        MobilityOption.layout("roam.mip6.dlif_ll", "DLIF Link-layer Address", rfc(8885, "4.8"));
    wire.u16("reserved", "Reserved");
    wire.rest("address", "Link-layer address").colons();
    return OptionShape.open(wire.total(4));
  }
}
