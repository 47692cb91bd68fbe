package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.Problem;
import org.roamscope.field.ProblemKind;
import org.roamscope.field.UInt;

/**
 * Options of Mobile IPv6 itself (RFC 6275), network mobility (RFC 3963), DSMIPv6 (RFC 5555),
 * several care-of addresses (RFC 5648) and experiments (RFC 5096).
 */
final class CoreOptions {
  private static final int FOR_PREFIX_V6 = 128;
  private static final int FOR_PREFIX_V4 = 32;

  private CoreOptions() {}

  static Map<Integer, OptionShape> shapes() {
    Map<Integer, OptionShape> shapes = new TreeMap<>();
    shapes.put(1, OptionShape.open(PadOption.PADN).with(CoreOptions::padding));
    shapes.put(
        BindingRefreshAdvice.TYPE, OptionShape.fixed(BindingRefreshAdvice.WIRE).aligned(2, 0));
    shapes.put(
        AlternateCareOfAddress.TYPE,
        OptionShape.fixed(AlternateCareOfAddress.WIRE)
            .aligned(8, 6)
            .reject(
                AlternateCareOfAddress.ADDRESS,
                option ->
                    AlternateCareOfAddress.ADDRESS.get(option).multicast()
                        || AlternateCareOfAddress.ADDRESS.get(option).unspecified(),
                "a care-of address is a unicast address (RFC 6275 6.1.7)."));
    shapes.put(NonceIndices.TYPE, OptionShape.fixed(NonceIndices.WIRE).aligned(2, 0));
    shapes.put(BindingAuthorizationData.TYPE, OptionShape.open(BindingAuthorizationData.WIRE));
    shapes.put(
        MobileNetworkPrefix.TYPE,
        prefix(OptionShape.fixed(MobileNetworkPrefix.WIRE), MobileNetworkPrefix.PREFIX_LENGTH)
            .aligned(8, 4));
    shapes.put(18, experimental());
    shapes.put(
        Ipv4HomeAddress.TYPE,
        prefix4(OptionShape.fixed(Ipv4HomeAddress.WIRE), Ipv4HomeAddress.PREFIX_LENGTH)
            .aligned(4, 0));
    shapes.put(
        Ipv4AddressAcknowledgement.TYPE,
        prefix4(
                OptionShape.fixed(Ipv4AddressAcknowledgement.WIRE),
                Ipv4AddressAcknowledgement.PREFIX_LENGTH)
            .aligned(4, 0));
    shapes.put(NatDetection.TYPE, OptionShape.fixed(NatDetection.WIRE).aligned(4, 0));
    shapes.put(Ipv4CareOfAddress.TYPE, OptionShape.fixed(Ipv4CareOfAddress.WIRE).aligned(4, 0));
    shapes.put(35, bindingIdentifier());
    return shapes;
  }

  /** A prefix of an IPv6 address has at most 128 bits. */
  static OptionShape prefix(OptionShape shape, UInt length) {
    return shape.forbid(
        length, bits -> bits > FOR_PREFIX_V6, "an IPv6 prefix has 128 bits at most.");
  }

  /** A prefix of an IPv4 address has at most 32 bits. */
  static OptionShape prefix4(OptionShape shape, UInt length) {
    return shape.forbid(
        length, bits -> bits > FOR_PREFIX_V4, "an IPv4 prefix has 32 bits at most.");
  }

  /** RFC 6275 section 6.2.3: the octets of padding are zero. */
  private static List<Element> padding(Slice option, List<Problem> problems) {
    if (!OptionChecks.zero(PadOption.PADDING.get(option))) {
      problems.add(
          Problem.of(
              ProblemKind.RESERVED,
              PadOption.PADDING.span(option),
              PadOption.PADDING.filterName(),
              "PadN: padding that is not zero (RFC 6275 6.2.3)."));
    }
    return List.of();
  }

  private static OptionShape experimental() {
    Layout wire =
        MobilityOption.layout("mip6.em", "mip6.options.em", "Experimental", rfc(5096, ""));
    wire.rest("data", "Data");
    return OptionShape.open(wire.total(2));
  }

  /** RFC 5648 section 4.3; the last octet as RFC 6089 section 4.1 has it. */
  private static OptionShape bindingIdentifier() {
    Layout bare = identifier();
    UInt number = (UInt) bare.fields().get(2);
    bare.rest("roam.mip6.bi.other", "Other octets");
    Layout ipv4 = identifier();
    ipv4.ipv4("coa_ipv4", "IPv4 care-of address (CoA)");
    Layout ipv6 = identifier();
    ipv6.ipv6("coa_ipv6", "IPv6 care-of address (CoA)");
    return OptionShape.lengths(bare.total(6), 4, 8, 20)
        .variant(ipv4.total(10))
        .variant(ipv6.total(22))
        .forbid(number, id -> id == 0, "binding identifier 0 is reserved (RFC 5648 4.3).");
  }

  private static Layout identifier() {
    Layout wire =
        MobilityOption.layout("mip6.bi", "mip6.options.bi", "Binding Identifier", rfc(5648, "4.3"));
    wire.u16("bid", "Binding ID (BID)");
    wire.u8("status", "Status").names(MobilityCodePoints.BINDING_ACK_STATUS);
    UInt priority = wire.u8("roam.mip6.bi.priority", "Priority (RFC 6089)");
    wire.again(priority);
    wire.flag("h_flag", "Simultaneous Home and Foreign Binding (H)");
    wire.uint(7, "roam.mip6.bi.low_priority", "Priority without the bit of H");
    return wire;
  }
}
