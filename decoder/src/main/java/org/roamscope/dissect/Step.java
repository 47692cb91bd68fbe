package org.roamscope.dissect;

import org.roamscope.bytes.Slice;

/** What comes next in a frame, and where. */
sealed interface Step {
  /** Nothing more. */
  Step DONE = new Done();

  /**
   * What an EtherType names.
   *
   * @param type the EtherType
   * @param slice the octets
   */
  record EtherType(int type, Slice slice) implements Step {}

  /**
   * An Ethernet frame.
   *
   * @param slice the octets
   */
  record Ethernet(Slice slice) implements Step {}

  /**
   * Logical-Link Control.
   *
   * @param slice the octets
   */
  record Llc(Slice slice) implements Step {}

  /**
   * PPP.
   *
   * @param slice the octets
   */
  record Ppp(Slice slice) implements Step {}

  /**
   * An MPLS label stack.
   *
   * @param slice the octets
   */
  record Mpls(Slice slice) implements Step {}

  /**
   * An IP packet.
   *
   * @param slice the octets
   */
  record Network(Slice slice) implements Step {}

  /**
   * What an IP protocol or next header number names.
   *
   * @param number the number
   * @param slice the octets
   */
  record Protocol(int number, Slice slice) implements Step {}

  /** The end. */
  record Done() implements Step {}
}
