package org.roamscope.net;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * The header of one packet in an aggregated IEEE 802.11 payload, clause 9.3.2.2.
 *
 * <pre>
 * 0: Destination (48)  6: Source (48)  12: Length (16)
 * </pre>
 *
 * @param slice the header
 */
public record AmsduSubframe(Slice slice) implements Element {
  static final Layout WIRE =
      Layout.of("wlan_aggregate", "A-MSDU Subframe", new Clause("IEEE 802.11", "9.3.2.2"))
          .structure("wlan_aggregate.a_mdsu.subframe");
  static final UInt LENGTH;

  static {
    WIRE.octets(6, "wlan.da", "Destination address").ether();
    WIRE.octets(6, "wlan.sa", "Source address").ether();
    LENGTH = WIRE.u16("wlan_aggregate.a_mdsu.length", "A-MSDU Length");
    WIRE.total(14);
  }

  /** Octets of the header. */
  public static final int OCTETS = 14;

  /** Octets of the packet. */
  public int length() {
    return LENGTH.getInt(slice);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
