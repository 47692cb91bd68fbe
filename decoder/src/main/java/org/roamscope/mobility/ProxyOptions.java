package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.Map;
import java.util.TreeMap;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/** Options of Proxy Mobile IPv6: RFC 5213, 5845, 5847, 6058, 6602, 6705, 7148, 7389, 8127, 8278. */
final class ProxyOptions {
  private ProxyOptions() {}

  static Map<Integer, OptionShape> shapes() {
    Map<Integer, OptionShape> shapes = new TreeMap<>();
    shapes.put(22, homeNetworkPrefix());
    shapes.put(23, handoffIndicator());
    shapes.put(24, accessTechnology());
    shapes.put(25, linkLayerIdentifier());
    shapes.put(26, linkLocalAddress());
    shapes.put(27, timestamp());
    shapes.put(28, restartCounter());
    shapes.put(33, greKey());
    shapes.put(43, transientBinding());
    shapes.put(50, group());
    shapes.put(51, gatewayAddress());
    shapes.put(55, delegatedPrefix());
    shapes.put(59, userPlaneAddress());
    shapes.put(62, MagParameters.shape());
    shapes.put(63, multipathBinding());
    return shapes;
  }

  private static OptionShape homeNetworkPrefix() {
    Layout wire =
        MobilityOption.layout(
            "mip6.nemo.mnp", "mip6.options.hnp", "Home Network Prefix", rfc(5213, "8.3"));
    wire.u8("roam.mip6.nemo.mnp.reserved", "Reserved");
    UInt length = wire.u8("pfl", "Prefix Length");
    wire.ipv6("mnp", "Home Network Prefix");
    return CoreOptions.prefix(OptionShape.fixed(wire.total(20)), length);
  }

  private static OptionShape handoffIndicator() {
    Layout wire =
        MobilityOption.layout("mip6.hi", "mip6.options.hi", "Handoff Indicator", rfc(5213, "8.4"));
    wire.u8("reserved", "Reserved");
    UInt indicator =
        wire.u8("mip6.hi", "Handoff Indicator").names(OptionCodePoints.HANDOFF_INDICATORS);
    return OptionShape.fixed(wire.total(4))
        .forbid(indicator, value -> value == 0, "handoff indicator 0 is reserved (RFC 5213 8.4).");
  }

  private static OptionShape accessTechnology() {
    Layout wire =
        MobilityOption.layout(
            "mip6.att", "mip6.options.att", "Access Technology Type", rfc(5213, "8.5"));
    wire.u8("reserved", "Reserved");
    UInt technology =
        wire.u8("mip6.att", "Access Technology Type").names(OptionCodePoints.ACCESS_TECHNOLOGIES);
    return OptionShape.fixed(wire.total(4))
        .forbid(technology, value -> value == 0, "access technology 0 is reserved (RFC 5213 8.5).");
  }

  private static OptionShape linkLayerIdentifier() {
    Layout wire =
        MobilityOption.layout(
            "mip6.mnlli",
            "mip6.options.mnlli",
            "Mobile Node Link-layer Identifier",
            rfc(5213, "8.6"));
    wire.u16("reserved", "Reserved");
    wire.rest("lli", "Link-layer Identifier");
    return OptionShape.open(wire.total(4));
  }

  private static OptionShape linkLocalAddress() {
    Layout wire =
        MobilityOption.layout(
            "mip6.lila", "mip6.options.lla", "Link-local Address", rfc(5213, "8.7"));
    wire.ipv6("mip6.lila_lla", "Link-local Address");
    return OptionShape.fixed(wire.total(18));
  }

  private static OptionShape timestamp() {
    Layout wire =
        MobilityOption.layout("mip6.timestamp", "mip6.options.ts", "Timestamp", rfc(5213, "8.8"));
    OptionTimes.unix(wire.octets(8, "mip6.timestamp_tmp", "Timestamp"));
    return OptionShape.fixed(wire.total(10));
  }

  private static OptionShape restartCounter() {
    Layout wire =
        MobilityOption.layout("mip6.rc", "mip6.options.rc", "Restart Counter", rfc(5847, ""));
    wire.u32("mip6.rc", "Restart Counter");
    return OptionShape.fixed(wire.total(6));
  }

  /** RFC 5845 section 6.1: no key when one is asked for. */
  private static OptionShape greKey() {
    Layout bare = gre();
    bare.rest("roam.mip6.gre_key.other", "Other octets");
    Layout keyed = gre();
    keyed.u32("mip6.gre_key", "GRE Key");
    return OptionShape.lengths(bare.total(4), 2, 6).aligned(4, 0).variant(keyed.total(8));
  }

  private static Layout gre() {
    Layout wire =
        MobilityOption.layout("mip6.gre", "mip6.options.grek", "GRE Key", rfc(5845, "6.1"));
    wire.u16("mip6.ipv4dra.reserved", "Reserved");
    return wire;
  }

  private static OptionShape transientBinding() {
    Layout wire = MobilityOption.layout("roam.mip6.transient", "Transient Binding", rfc(6058, ""));
    wire.uint(7, "reserved", "Reserved");
    wire.flag("l_flag", "Late path switch (L)");
    wire.u8("lifetime", "Lifetime").shownAs(units -> units + " (" + units * 100 + " ms)");
    return OptionShape.fixed(wire.total(4));
  }

  private static OptionShape group() {
    Layout wire =
        MobilityOption.layout(
            "mip6.mng", "mip6.options.mng", "Mobile Node Group Identifier", rfc(6602, ""));
    UInt subtype = wire.u8("sub_type", "Sub Type").names(OptionCodePoints.GROUP_SUBTYPES);
    wire.u8("reserved", "Reserved");
    wire.u32("mng_id", "Mobile Node Group Identifier");
    return OptionShape.fixed(wire.total(8))
        .forbid(subtype, value -> value == 0, "subtype 0 is reserved (RFC 6602).");
  }

  private static OptionShape gatewayAddress() {
    Layout wire =
        MobilityOption.layout(
            "mip6.mag_ipv6", "mip6.options.mag_ipv6", "MAG IPv6 Address", rfc(6705, ""));
    wire.u8("reserved", "Reserved").hex();
    UInt length = wire.u8("address_length", "Address Length");
    wire.ipv6("address", "Address");
    return OptionShape.fixed(wire.total(20))
        .aligned(8, 4)
        .forbid(length, bits -> bits != 128, "the address length is 128 (RFC 6705).");
  }

  private static OptionShape delegatedPrefix() {
    Layout other = delegated();
    UInt bits = (UInt) other.fields().get(4);
    other.rest("roam.mip6.dmnp.other", "Other octets");
    Layout ipv4 = delegated();
    ipv4.ipv4("dmnp_ipv4", "IPv4 Delegated Mobile Network Prefix");
    Layout ipv6 = delegated();
    ipv6.ipv6("dmnp_ipv6", "IPv6 Delegated Mobile Network Prefix");
    return OptionShape.lengths(other.total(4), 6, 18)
        .variant(ipv4.total(8))
        .variant(ipv6.total(20))
        .reject(
            other.fields().get(2),
            option -> option.u8(2) >>> 7 == 1 != (option.claimedLength() == 8),
            "V is set with an IPv4 prefix and only then (RFC 7148).")
        .reject(
            bits,
            option -> bits.getInt(option) > (option.claimedLength() == 8 ? 32 : 128),
            "the prefix length exceeds that of an address.");
  }

  private static Layout delegated() {
    Layout wire =
        MobilityOption.layout(
            "mip6.dmnp", "mip6.options.dmnp", "Delegated Mobile Network Prefix", rfc(7148, ""));
    wire.flag("v_flag", "IPv4 Prefix (V)");
    wire.uint(7, "reserved", "Reserved");
    wire.u8("prefix_len", "Prefix Length");
    return wire;
  }

  private static OptionShape userPlaneAddress() {
    Layout bare = userPlane();
    bare.rest("other", "Other octets");
    Layout ipv4 = userPlane();
    ipv4.ipv4("ipv4", "LMA User-Plane IPv4 Address");
    Layout ipv6 = userPlane();
    ipv6.ipv6("ipv6", "LMA User-Plane IPv6 Address");
    return OptionShape.lengths(bare.total(4), 2, 6, 18)
        .variant(ipv4.total(8))
        .variant(ipv6.total(20));
  }

  private static Layout userPlane() {
    Layout wire =
        MobilityOption.layout("roam.mip6.lma_up", "LMA User-Plane Address", rfc(7389, ""));
    wire.u16("reserved", "Reserved");
    return wire;
  }

  private static OptionShape multipathBinding() {
    Layout wire =
        MobilityOption.layout("roam.mip6.multipath", "MAG Multipath Binding", rfc(8278, ""));
    wire.u8("att", "Access Technology Type").names(OptionCodePoints.ACCESS_TECHNOLOGIES);
    wire.u8("label", "Interface Label");
    wire.u8("bid", "Binding ID");
    wire.flag("b_flag", "Bulk re-registration (B)");
    wire.flag("o_flag", "Overwrite (O)");
    wire.uint(22, "reserved", "Reserved");
    return OptionShape.fixed(wire.total(8));
  }
}
