package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.Map;
import java.util.TreeMap;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/** Options for flow bindings, RFC 6089. */
final class FlowOptions {
  private FlowOptions() {}

  static Map<Integer, OptionShape> shapes() {
    Map<Integer, OptionShape> shapes = new TreeMap<>();
    shapes.put(44, summary());
    shapes.put(45, identification());
    return shapes;
  }

  private static OptionShape summary() {
    Layout wire = MobilityOption.layout("roam.mip6.flow_summary", "Flow Summary", rfc(6089, ""));
    wire.rest("fids", "Flow identifiers");
    return OptionShape.groups(wire.total(2), 2)
        .with((option, problems) -> FlowSubOptions.numbers(FlowSubOptions.FID, option, 2));
  }

  private static OptionShape identification() {
    Layout wire = MobilityOption.layout("roam.mip6.flow", "Flow Identification", rfc(6089, "4.2"));
    UInt flow = wire.u16("fid", "Flow identifier (FID)");
    UInt priority = wire.u16("priority", "Priority (FID-PRI)");
    wire.u8("reserved", "Reserved");
    wire.u8("status", "Status").names(OptionCodePoints.FLOW_STATUS);
    wire.rest("suboptions", "Sub-options");
    return OptionShape.open(wire.total(8))
        .aligned(2, 0)
        .forbid(flow, fid -> fid == 0, "flow identifier 0 is reserved (RFC 6089 4.2).")
        .forbid(priority, value -> value == 0, "priority 0 is reserved (RFC 6089 4.2).")
        .with((option, problems) -> FlowSubOptions.read(option, 8, problems));
  }
}
