package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Options that say who somebody is and prove it: RFC 4283 and 4285, RFC 4866 (cryptographically
 * generated addresses), RFC 5026, RFC 5094, RFC 5149, RFC 8278.
 */
final class IdentityOptions {
  private IdentityOptions() {}

  static Map<Integer, OptionShape> shapes() {
    Map<Integer, OptionShape> shapes = new TreeMap<>();
    shapes.put(MobileNodeIdentifier.TYPE, mobileNode());
    shapes.put(9, authentication());
    shapes.put(10, replay());
    shapes.put(CgaParametersRequest.TYPE, OptionShape.fixed(CgaParametersRequest.WIRE));
    shapes.put(CgaParameters.TYPE, OptionShape.atLeast(CgaParameters.WIRE, 1));
    shapes.put(13, chunk("mip6.sign", "sign", "Signature"));
    shapes.put(14, chunk("mip6.phkt", "phkt", "Permanent Home Keygen Token"));
    shapes.put(15, careOfTestInit());
    shapes.put(16, careOfTest());
    shapes.put(17, dnsUpdate());
    shapes.put(19, VendorOptions.shape());
    shapes.put(20, serviceSelection());
    shapes.put(64, gatewayIdentifier());
    return shapes;
  }

  private static OptionShape mobileNode() {
    List<Layout> forms = MobileNodeIdentifier.BY_SUBTYPE;
    return identified(
        OptionShape.open(MobileNodeIdentifier.WIRE), forms, MobileNodeIdentifier.SUBTYPE, 3);
  }

  /** An identifier after its subtype, from an octet of the option on. */
  private static OptionShape identified(
      OptionShape shape, List<Layout> forms, UInt subtype, int from) {
    return shape
        .choose(forms, option -> Identifier.pick(forms, subtype.getInt(option)))
        .forbid(subtype, number -> number == 0, "subtype 0 is reserved (RFC 8371).")
        .reject(
            forms.getFirst().fields().getLast(),
            option -> !Identifier.of(subtype.getInt(option)).fits(option.claimedLength() - from),
            "the identifier has another length than those of its subtype (RFC 8371).");
  }

  private static OptionShape authentication() {
    Layout wire =
        MobilityOption.layout(
            "mip6.auth", "mip6.options.auth", "Mobility Message Authentication", rfc(4285, "5"));
    wire.u8("subtype", "Subtype").names(OptionCodePoints.AUTHENTICATION_SUBTYPES);
    wire.u32("mobility_spi", "Mobility SPI").names(OptionCodePoints.MOBILITY_SPIS);
    wire.rest("auth_data", "Authentication Data");
    return OptionShape.atLeast(wire.total(7), 6).aligned(4, 1);
  }

  private static OptionShape replay() {
    Layout wire =
        MobilityOption.layout(
            "mip6.mseg_id",
            "mip6.options.mseg_id",
            "Mobility Message Replay Protection",
            rfc(4285, "6"));
    OptionTimes.ntp(wire.octets(8, "timestamp", "Timestamp"));
    return OptionShape.fixed(wire.total(10)).aligned(8, 2);
  }

  private static OptionShape chunk(String prefix, String field, String name) {
    Layout wire =
        MobilityOption.layout(
            prefix, prefix.replace("mip6.", "mip6.options."), name, rfc(4866, ""));
    wire.rest(field, name);
    return OptionShape.atLeast(wire.total(2), 1);
  }

  private static OptionShape careOfTestInit() {
    return OptionShape.fixed(
        MobilityOption.layout("mip6.coti", "mip6.options.coti", "Care-of Test Init", rfc(4866, ""))
            .total(2));
  }

  private static OptionShape careOfTest() {
    Layout wire =
        MobilityOption.layout("mip6.mocot", "mip6.options.cot", "Care-of Test", rfc(4866, ""));
    wire.octets(8, "co_keygen_tok", "Care-of Keygen Token");
    return OptionShape.fixed(wire.total(10));
  }

  private static OptionShape dnsUpdate() {
    Layout wire =
        MobilityOption.layout("mip6.dnsu", "mip6.options.dnsu", "DNS-Update", rfc(5026, "8.1"));
    wire.u8("status", "Status").names(OptionCodePoints.DNS_UPDATE_STATUS);
    wire.flag("mip6.dnsu.flag.r", "Remove (R)");
    wire.uint(7, "roam.mip6.dnsu.reserved", "Reserved");
    wire.rest("mn_id", "MN identity (FQDN)");
    return OptionShape.atLeast(wire.total(4), 3);
  }

  private static OptionShape serviceSelection() {
    Layout wire =
        MobilityOption.layout("mip6.ss", "mip6.options.ssm", "Service Selection", rfc(5149, "3"));
    wire.rest("identifier", "Identifier").characters().shownAs(Identifier.NAI::shown);
    return OptionShape.atLeast(wire.total(2), 1);
  }

  private static OptionShape gatewayIdentifier() {
    List<Layout> forms = Identifier.forms(IdentityOptions::gateway);
    UInt subtype = (UInt) forms.getFirst().fields().get(3);
    return identified(OptionShape.open(forms.getFirst()), forms, subtype, 4);
  }

  private static Layout gateway(Identifier form) {
    Layout wire = MobilityOption.layout("roam.mip6.mag_id", "MAG Identifier", rfc(8278, ""));
    wire.u8("subtype", "Subtype").names(MobilityCodePoints.MOBILE_NODE_ID_SUBTYPES);
    wire.u8("reserved", "Reserved");
    form.read(wire.rest("identifier", "Identifier"));
    return wire.total(4);
  }
}
