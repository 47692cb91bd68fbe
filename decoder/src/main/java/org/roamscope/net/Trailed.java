package org.roamscope.net;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;

/** A link-layer header whose frame may hold octets after the packet: how long that is, IP says. */
public sealed interface Trailed extends Element
    permits EthernetHeader, VlanTag, ServiceTag, LinuxSll, LinuxSll2 {
  /**
   * The header with the octets after its packet as parts.
   *
   * @param surplus the octets
   * @param before octets of the frame up to them
   */
  Element with(Slice surplus, int before);
}
