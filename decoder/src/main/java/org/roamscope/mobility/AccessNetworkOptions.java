package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.Problem;
import org.roamscope.field.UInt;

/** The Access Network Identifier option (52) and its sub-options: RFC 6757 and RFC 7563. */
final class AccessNetworkOptions {
  private static final String PREFIX = "mip6.acc_net_id";

  /** Degrees have 9 bits before the binary point and 15 after it. */
  private static final double DEGREE = 1 << 15;

  private static final Layout NAME = Layout.of(PREFIX, "Network Name", rfc(6757, "3.1.1"));

  static {
    NAME.rest("net_name", "Network Name").characters().shownAs(Identifier.NAI::shown);
    NAME.total(0);
  }

  private static final Layout NAME_OCTETS = Layout.of(PREFIX, "Network Name", rfc(6757, "3.1.1"));

  static {
    NAME_OCTETS.rest("net_name_data", "Network Name");
    NAME_OCTETS.total(0);
  }

  private static final Layout POINT = Layout.of(PREFIX, "Access-Point Name", rfc(6757, "3.1.1"));

  private static final UInt POINT_LENGTH = POINT.u8("ap_name_len", "AP-Name Length");

  static {
    POINT.rest("ap_name", "Access-Point Name").characters().shownAs(Identifier.NAI::shown);
    POINT.total(1);
  }

  private static final SubOptions LIST =
      SubOptions.of(
          OptionCodePoints.ACCESS_NETWORK_SUBOPTIONS,
          other(),
          Map.of(1, network(), 2, location(), 3, operator(), 4, civic(), 5, group(), 6, timer()));

  private AccessNetworkOptions() {}

  static List<Layout> layouts() {
    List<Layout> all = new ArrayList<>(LIST.layouts());
    all.addAll(List.of(NAME, NAME_OCTETS, POINT));
    return all;
  }

  static OptionShape shape() {
    Layout wire =
        MobilityOption.layout(
            "mip6.ani", "mip6.options.acc_net_id", "Access Network Identifier", rfc(6757, "3"));
    wire.rest("roam.mip6.acc_net_id.suboptions", "Sub-options");
    return OptionShape.open(wire.total(2))
        .with((option, problems) -> LIST.read(option, 2, problems));
  }

  private static Layout header(String name, int rfc, String section) {
    Layout wire = Layout.of(PREFIX, name, rfc(rfc, section)).structure(PREFIX);
    wire.u8("ani", "ANI Type").names(OptionCodePoints.ACCESS_NETWORK_SUBOPTIONS);
    wire.u8("sub_opt_len", "Length");
    return wire;
  }

  private static Layout other() {
    Layout wire = header("ANI", 6757, "3.1");
    wire.rest("roam.mip6.acc_net_id.data", "Data");
    return wire.total(2);
  }

  private static OptionShape network() {
    Layout wire = header("Network-Identifier", 6757, "3.1.1");
    wire.flag("e_bit", "Encoding is UTF-8 (E)");
    wire.uint(7, "roam.mip6.acc_net_id.reserved", "Reserved");
    wire.u8("net_name_len", "Net-Name Length");
    wire.rest("roam.mip6.acc_net_id.names", "Names");
    return OptionShape.atLeast(wire.total(4), 3).with(AccessNetworkOptions::names);
  }

  /** Two strings, each after its length; the length of the first is a field of the sub-option. */
  private static List<Element> names(Slice option, List<Problem> problems) {
    List<Element> parts = new ArrayList<>();
    int length = option.u8(3);
    boolean utf8 = option.bits(16, 1) == 1;
    Slice name = option.part(4, length);
    if (length > 0) {
      parts.add(new SubOption("Network Name", utf8 ? NAME : NAME_OCTETS, name, List.of()));
    }
    int at = 4 + name.length();
    if (!option.holds(at, 1) || name.length() < length) {
      problems.add(
          Problem.missing(option, 5 + length, PREFIX + ".net_name_len", "The Network-Identifier"));
      return parts;
    }
    int wanted = 1 + option.u8(at);
    Slice point = option.part(at, wanted);
    if (point.length() < wanted) {
      problems.add(
          Problem.missing(
              option, at + wanted, POINT_LENGTH.filterName(), "The Network-Identifier"));
    }
    parts.add(new SubOption("Access-Point Name", POINT, point, List.of()));
    return parts;
  }

  private static OptionShape location() {
    Layout wire = header("Geo-Location", 6757, "3.1.2");
    degrees(wire, "latitude", "Latitude Degrees");
    degrees(wire, "longitude", "Longitude Degrees");
    return OptionShape.fixed(wire.total(8));
  }

  private static void degrees(Layout wire, String field, String label) {
    wire.uint(24, PREFIX + ".geo." + field + "_degrees", label)
        .signed()
        .shownAs(bits -> String.format("%.6f", (bits << 40 >> 40) / DEGREE));
  }

  private static OptionShape operator() {
    Layout wire = header("Operator-Identifier", 6757, "3.1.3");
    UInt type =
        wire.u8(PREFIX + ".op_id.type", "Op-ID Type").names(OptionCodePoints.OPERATOR_ID_TYPES);
    wire.rest(PREFIX + ".op_id", "Op-ID");
    return OptionShape.atLeast(wire.total(3), 2)
        .forbid(type, value -> value == 0, "operator identifier type 0 is reserved (RFC 6757).");
  }

  private static OptionShape civic() {
    Layout wire = header("Civic-Location", 7563, "");
    wire.u8("roam.mip6.acc_net_id.civic.format", "Format");
    wire.u8("roam.mip6.acc_net_id.reserved", "Reserved");
    wire.rest("roam.mip6.acc_net_id.civic.location", "Civic Location");
    return OptionShape.open(wire.total(4));
  }

  private static OptionShape group() {
    Layout wire = header("MAG-Group-Identifier", 7563, "");
    wire.u16("roam.mip6.acc_net_id.mag_group", "MAG group identifier");
    return OptionShape.fixed(wire.total(4));
  }

  private static OptionShape timer() {
    Layout wire = header("ANI Update-Timer", 7563, "");
    wire.u16("roam.mip6.acc_net_id.update_timer", "Update timer")
        .shownAs(units -> units + " (" + units * 4 + " seconds)");
    return OptionShape.fixed(wire.total(4));
  }
}
