package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.Map;
import java.util.TreeMap;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/** The Quality-of-Service option (58) and its attributes, RFC 7222. */
final class QosAttributes {
  static final SubOptions LIST =
      SubOptions.of(OptionCodePoints.QOS_ATTRIBUTES, other(), attributes());

  private QosAttributes() {}

  static OptionShape shape() {
    Layout wire = MobilityOption.layout("roam.mip6.qos", "Quality of Service", rfc(7222, "4.1"));
    wire.u8("sr_id", "SR-ID");
    wire.u8("traffic_class", "Traffic Class").hex();
    wire.u8("operation", "Operational Code").names(OptionCodePoints.QOS_OPERATIONS);
    wire.octets(3, "reserved", "Reserved");
    wire.rest("attributes", "Attributes");
    return OptionShape.open(wire.total(8))
        .with((option, problems) -> LIST.read(option, 8, problems));
  }

  private static Map<Integer, OptionShape> attributes() {
    Map<Integer, OptionShape> attributes = new TreeMap<>();
    for (int type : new int[] {1, 2, 6, 7, 8, 9}) {
      attributes.put(type, rate(type));
    }
    attributes.put(3, sessionRate(3));
    attributes.put(4, sessionRate(4));
    attributes.put(5, priority());
    attributes.put(10, selector());
    attributes.put(11, vendor());
    return attributes;
  }

  private static Layout header(String name, String section) {
    Layout wire = Layout.of("roam.mip6.qos.attr", name, rfc(7222, section));
    wire.u8("type", "Attribute type").names(OptionCodePoints.QOS_ATTRIBUTES);
    wire.u8("length", "Attribute length");
    return wire;
  }

  private static Layout other() {
    Layout wire = header("QoS attribute", "4.2");
    wire.rest("data", "Data");
    return wire.total(2);
  }

  private static Layout numbered(int type) {
    return header(OptionCodePoints.QOS_ATTRIBUTES.name(type), "4.2." + type);
  }

  private static void rate(Layout wire) {
    wire.u32("rate", "Bit rate").shownAs(bits -> bits + " bit/s");
  }

  private static OptionShape rate(int type) {
    Layout wire = numbered(type);
    wire.u16("reserved", "Reserved");
    rate(wire);
    return OptionShape.fixed(wire.total(8));
  }

  private static OptionShape sessionRate(int type) {
    Layout wire = numbered(type);
    wire.flag("s_flag", "Service (S)");
    wire.flag("e_flag", "Exclude (E)");
    wire.uint(14, "reserved", "Reserved");
    rate(wire);
    return OptionShape.fixed(wire.total(8));
  }

  private static OptionShape priority() {
    Layout wire = numbered(5);
    wire.u8("reserved1", "Reserved");
    wire.uint(4, "priority_level", "Priority Level");
    wire.uint(2, "preemption_capability", "Preemption Capability");
    wire.uint(2, "preemption_vulnerability", "Preemption Vulnerability");
    return OptionShape.fixed(wire.total(4));
  }

  /** Reserved octet and format stand the other way round than in RFC 6089. */
  private static OptionShape selector() {
    Layout wire = numbered(10);
    wire.u8("reserved1", "Reserved");
    UInt format = wire.u8("ts_format", "TS Format").names(OptionCodePoints.SELECTOR_FORMATS);
    wire.rest("ts", "Traffic Selector");
    return OptionShape.open(wire.total(4))
        .forbid(format, value -> value == 0, "selector format 0 is reserved (RFC 6089 4.2.1.4).")
        .with((option, problems) ->
            TrafficSelectorParts.read(format.getInt(option), option.from(4), problems));
  }

  private static OptionShape vendor() {
    Layout wire = numbered(11);
    wire.u16("reserved", "Reserved");
    wire.u32("vendor", "Vendor Id").names(OptionCodePoints.VENDORS);
    wire.u8("subtype", "Sub-type");
    wire.rest("data", "Data");
    return OptionShape.open(wire.total(9));
  }
}
