package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.Map;
import java.util.TreeMap;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/** Options of fast handovers: RFC 5568 and, for Proxy Mobile IPv6, RFC 5949. */
final class FastHandoverOptions {
  private FastHandoverOptions() {}

  static Map<Integer, OptionShape> shapes() {
    Map<Integer, OptionShape> shapes = new TreeMap<>();
    shapes.put(LinkLayerAddress.TYPE, OptionShape.open(LinkLayerAddress.WIRE));
    shapes.put(21, authorization());
    shapes.put(34, address());
    shapes.put(40, contextRequest());
    shapes.put(41, anchorAddress());
    shapes.put(42, interfaceIdentifier());
    return shapes;
  }

  /** The length field counts the authenticator only. */
  private static OptionShape authorization() {
    Layout wire =
        MobilityOption.layout(
            "mip6.badff",
            "mip6.options.badff",
            "Binding Authorization Data for FMIPv6",
            rfc(5568, "6.4.5"));
    wire.u32("spi", "SPI");
    wire.rest("auth", "Authenticator");
    return OptionShape.open(wire.total(6));
  }

  private static OptionShape address() {
    Layout wire =
        MobilityOption.layout(
            "mip6.mhipv6ap",
            "mip6.options.mhipv6ap",
            "Mobility Header IPv6 Address/Prefix",
            rfc(5568, "6.4.2"));
    wire.u8("opt_code", "Option-Code").names(OptionCodePoints.ADDRESS_CODES);
    UInt length = wire.u8("len", "Prefix Length");
    wire.ipv6("ipv6_address", "IPv6 Address");
    wire.again(length);
    wire.octets(17, "ipv6_address_prefix", "IPv6 Address/Prefix")
        .read(FieldType.STRING, octets -> new FieldValue.Text(IpAddress.v6(octets, 1).toString()))
        .shownAs(octets -> IpAddress.v6(octets, 1) + "/" + octets.u8(0));
    return CoreOptions.prefix(OptionShape.fixed(wire.total(20)), length);
  }

  private static OptionShape contextRequest() {
    Layout wire =
        MobilityOption.layout("mip6.cr", "mip6.options.cr", "Context Request", rfc(5949, "6.2.1"));
    wire.u16("reserved", "Reserved");
    wire.rest("roam.mip6.cr.requests", "Requests");
    return OptionShape.open(wire.total(4))
        .with((option, problems) -> ContextRequests.LIST.read(option, 4, problems));
  }

  private static OptionShape anchorAddress() {
    Layout other = anchor();
    UInt code = (UInt) other.fields().get(2);
    other.rest("roam.mip6.lmaa.other", "Other octets");
    Layout ipv4 = anchor();
    ipv4.ipv4("ipv4", "Local Mobility Anchor Address");
    Layout ipv6 = anchor();
    ipv6.ipv6("ipv6", "Local Mobility Anchor Address");
    return OptionShape.lengths(other.total(4), 6, 18)
        .variant(ipv4.total(8))
        .variant(ipv6.total(20))
        .reject(
            code,
            option -> {
              int number = code.getInt(option);
              return number != 1 && number != 2
                  || number == 1 && option.claimedLength() == 8
                  || number == 2 && option.claimedLength() == 20;
            },
            "Option-Code is 1 before an IPv6 address and 2 before an IPv4 address (RFC 5949"
                + " 6.2.2).");
  }

  private static Layout anchor() {
    Layout wire =
        MobilityOption.layout(
            "mip6.lmaa", "mip6.options.lmaa", "Local Mobility Anchor Address", rfc(5949, "6.2.2"));
    wire.u8("opt_code", "Option-Code").names(OptionCodePoints.ANCHOR_ADDRESS_CODES);
    wire.u8("reserved", "Reserved");
    return wire;
  }

  private static OptionShape interfaceIdentifier() {
    Layout wire =
        MobilityOption.layout(
            "roam.mip6.mnlliid",
            "Mobile Node Link-local Address Interface Identifier",
            rfc(5949, ""));
    wire.u16("reserved", "Reserved");
    wire.octets(8, "iid", "Interface Identifier").colons();
    return OptionShape.fixed(wire.total(12));
  }
}
