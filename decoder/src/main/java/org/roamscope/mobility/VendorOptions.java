package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Clause;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;

/** The Vendor Specific option (19), RFC 5094, and what 3GPP puts into it: TS 29.282. */
final class VendorOptions {
  private static final int TYPE = 19;
  private static final long THREE_GPP = 10415;
  private static final Clause TS_29282 = new Clause("3GPP TS 29.282", "");

  private VendorOptions() {}

  static OptionShape shape() {
    Layout any = vendor(rfc(5094, ""));
    any.u8("subtype", "Subtype");
    any.rest("data", "Data");
    OptionShape shape = OptionShape.open(any.total(7));
    for (Map.Entry<Integer, Consumer<Layout>> entry : values().entrySet()) {
      Layout wire = threeGpp();
      entry.getValue().accept(wire);
      int subtype = entry.getKey();
      Layout closed = wire.total(wire.octets());
      shape = shape.variant(closed, option -> is3gpp(option) && whole(option, subtype));
    }
    Layout ipv4 = threeGpp();
    ipv4.ipv4("mip6.3gpp.pdn_gw_ipv4_addr", "PDN GW IPv4 address");
    Layout ipv6 = threeGpp();
    ipv6.ipv6("mip6.3gpp.pdn_gw_ipv6_addr", "PDN GW IPv6 address");
    Layout other = threeGpp();
    other.rest("roam.mip6.3gpp.data", "Data");
    return shape
        .variant(ipv4.total(12), option -> gateway(option, 12))
        .variant(ipv6.total(24), option -> gateway(option, 24))
        .variant(other.total(8), VendorOptions::is3gpp);
  }

  private static boolean gateway(Slice option, int octets) {
    return is3gpp(option) && whole(option, 3) && option.claimedLength() == octets;
  }

  private static boolean is3gpp(Slice option) {
    return option.holds(0, 8) && option.u32(2) == THREE_GPP;
  }

  /**
   * Puts values together that stand in several options: those of one subtype after one another, as
   * long as M is set. Padding between them is passed over.
   */
  static void join(List<MobilityOption> options) {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    int subtype = -1;
    for (int i = 0; i < options.size(); i++) {
      MobilityOption option = options.get(i);
      if (option instanceof PadOption) {
        continue;
      }
      Slice slice = option.slice();
      if (!(option instanceof PlainOption plain)
          || plain.type() != TYPE
          || slice.truncated()
          || !is3gpp(slice)) {
        subtype = -1;
        continue;
      }
      boolean goesOn = slice.u8(6) == subtype;
      if (!goesOn) {
        value.reset();
      }
      value.writeBytes(slice.bytes(8, slice.length() - 8));
      subtype = (slice.u8(7) & 1) == 1 ? slice.u8(6) : -1;
      if (goesOn && subtype < 0) {
        options.set(i, new JoinedVendorOption(plain, Slice.of(value.toByteArray())));
      }
    }
  }

  /** True when no further option of the subtype follows: M, the last bit of the octet, is clear. */
  private static boolean whole(Slice option, int subtype) {
    return option.u8(6) == subtype && (option.u8(7) & 1) == 0;
  }

  private static Layout vendor(Clause clause) {
    Layout wire = MobilityOption.layout("mip6.vsm", "mip6.options.vsm", "Vendor Specific", clause);
    wire.u32("vendorId", "Vendor Id").names(OptionCodePoints.VENDORS);
    return wire;
  }

  private static Layout threeGpp() {
    Layout wire = vendor(TS_29282);
    wire.u8("subtype", "Subtype").names(OptionCodePoints.THREE_GPP_SUBTYPES);
    wire.uint(7, "mip6.3gpp.reserved", "Reserved");
    wire.flag("mip6.3gpp.flag.m", "More fragments (M)");
    wire.derived(FieldType.BYTES, JoinedVendorOption.JOINED, "Value of all fragments");
    return wire;
  }

  /** What comes after the octet with M, by subtype; 3 has an address of either family. */
  private static Map<Integer, Consumer<Layout>> values() {
    Map<Integer, Consumer<Layout>> values = new TreeMap<>();
    values.put(
        2,
        wire ->
            wire.u8("mip6.3gpp.spec_pmipv6_err_code", "3GPP Specific PMIPv6 Error Code")
                .names(OptionCodePoints.GTPV2_CAUSES));
    values.put(
        4,
        wire ->
            wire.u8(
                "mip6.3gpp.dhcpv4_addr_all_proc_ind",
                "DHCPv4 Address Allocation Procedure Indication"));
    values.put(
        6,
        wire -> {
          wire.u8("mip6.3gpp.pdn_type", "PDN type").names(OptionCodePoints.PDN_TYPES);
          wire.u8("mip6.3gpp.pdn_ind_cause", "Cause").names(OptionCodePoints.GTPV2_CAUSES);
        });
    values.put(7, wire -> wire.u32("mip6.3gpp.chg_id", "Charging ID"));
    values.put(
        8,
        wire -> {
          wire.uint(6, "roam.mip6.3gpp.spare", "Spare");
          wire.uint(2, "gtpv2.selec_mode", "Selection Mode");
        });
    values.put(
        10, wire -> wire.u16("mip6.3gpp.charging_characteristic", "Charging Characteristic").hex());
    values.put(11, wire -> digits(wire, "mei", "Mobile Equipment Identity (MEI)"));
    values.put(12, wire -> digits(wire, "msisdn", "MSISDN"));
    values.put(
        13,
        wire ->
            plmn(wire.octets(3, "roam.mip6.3gpp.serving_network", "Serving network (MCC-MNC)")));
    values.put(14, wire -> wire.u8("mip6.3gpp.apn_rest", "APN Restriction"));
    values.put(15, wire -> wire.u8("mip6.3gpp.max_apn_rest", "Maximum APN Restriction"));
    values.put(16, wire -> digits(wire, "imsi", "Unauthenticated IMSI"));
    values.put(
        17,
        wire -> {
          wire.uint(4, "roam.mip6.3gpp.spare", "Spare");
          wire.uint(4, "mip6.3gpp.pdn_conn_id", "PDN Connection ID");
        });
    values.put(
        18,
        wire -> {
          wire.uint(3, "gtpv2.timer_unit", "Timer unit");
          wire.uint(5, "gtpv2.timer_value", "Timer value");
        });
    values.put(
        19,
        wire -> {
          wire.uint(7, "roam.mip6.3gpp.spare", "Spare");
          wire.flag("mip6.3gpp.lapi", "LAPI (Low Access Priority Indication)");
        });
    return values;
  }

  private static void digits(Layout wire, String field, String label) {
    wire.rest("mip6.3gpp." + field, label)
        .read(FieldType.STRING, octets -> new FieldValue.Text(telephony(octets)))
        .shownAs(VendorOptions::telephony);
  }

  /** TS 29.274 section 8.3 and others: digits, low nibble first, until a high nibble of 0xF. */
  static String telephony(Slice octets) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < octets.length(); i++) {
      digits.append(digit(octets.u8(i) & 15));
      int high = octets.u8(i) >>> 4;
      if (high == 15) {
        break;
      }
      digits.append(digit(high));
    }
    return digits.toString();
  }

  private static char digit(int nibble) {
    return nibble > 9 ? '?' : (char) ('0' + nibble);
  }

  private static void plmn(BytesField field) {
    field
        .read(FieldType.STRING, octets -> new FieldValue.Text(network(octets)))
        .shownAs(VendorOptions::network);
  }

  /**
   * TS 24.008 section 10.5.1.3: country code and network code, the latter of two or three digits.
   */
  private static String network(Slice octets) {
    int third = octets.u8(1) >>> 4;
    return ""
        + digit(octets.u8(0) & 15)
        + digit(octets.u8(0) >>> 4)
        + digit(octets.u8(1) & 15)
        + '-'
        + digit(octets.u8(2) & 15)
        + digit(octets.u8(2) >>> 4)
        + (third == 15 ? "" : digit(third));
  }
}
