package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.Map;
import org.roamscope.field.Layout;

/** The LMA-Controlled MAG Parameters option (62) and its sub-options, RFC 8127. */
final class MagParameters {
  static final SubOptions LIST =
      SubOptions.of(
          OptionCodePoints.MAG_PARAMETERS, other(), Map.of(1, registration(), 2, heartbeat()));

  private MagParameters() {}

  static OptionShape shape() {
    Layout wire =
        MobilityOption.layout("roam.mip6.lcmp", "LMA-Controlled MAG Parameters", rfc(8127, ""));
    wire.rest("suboptions", "Sub-options");
    return OptionShape.open(wire.total(2))
        .with((option, problems) -> LIST.read(option, 2, problems));
  }

  private static Layout header(String name) {
    Layout wire = Layout.of("roam.mip6.lcmp", name, rfc(8127, ""));
    wire.u8("type", "Sub-option type").names(OptionCodePoints.MAG_PARAMETERS);
    wire.u8("length", "Sub-option length");
    return wire;
  }

  private static Layout other() {
    Layout wire = header("Sub-option");
    wire.rest("data", "Data");
    return wire.total(2);
  }

  private static OptionShape registration() {
    Layout wire = header("Binding Re-registration Control");
    wire.u16("reregistration_start", "Re-registration-Start-Time");
    wire.u16("initial_retransmission", "Initial-Retransmission-Time");
    wire.u16("maximum_retransmission", "Maximum-Retransmission-Time");
    return OptionShape.fixed(wire.total(8));
  }

  private static OptionShape heartbeat() {
    Layout wire = header("Heartbeat Control");
    wire.u16("hb_interval", "HB-Interval");
    wire.u16("hb_delay", "HB-Retransmission-Delay");
    wire.u16("hb_max", "HB-Max-Retransmissions");
    return OptionShape.fixed(wire.total(8));
  }
}
