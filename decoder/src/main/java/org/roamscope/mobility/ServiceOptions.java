package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.Map;
import java.util.TreeMap;
import org.roamscope.field.Layout;

/** Options about the access network and the service: RFC 6757, RFC 6909, RFC 7222. */
final class ServiceOptions {
  private ServiceOptions() {}

  static Map<Integer, OptionShape> shapes() {
    Map<Integer, OptionShape> shapes = new TreeMap<>();
    shapes.put(52, AccessNetworkOptions.shape());
    shapes.put(53, offload());
    shapes.put(58, QosAttributes.shape());
    return shapes;
  }

  private static OptionShape offload() {
    Layout wire =
        MobilityOption.layout("roam.mip6.offload", "IPv4 Traffic Offload Selector", rfc(6909, ""));
    wire.flag("m_flag", "Offload mode (M)");
    wire.uint(31, "reserved", "Reserved");
    wire.rest("selector", "Traffic Selector");
    return OptionShape.open(wire.total(6))
        .with((option, problems) -> FlowSubOptions.read(option, 6, problems));
  }
}
