package org.roamscope.net;

import org.roamscope.field.Layout;

/** What both forms of the Linux cooked header share: how the sender's address reads. */
final class Cooked {
  static final int ADDRESS_OCTETS = 8;

  /** Values below are 802.2 frames and the like, from here on EtherTypes. */
  static final int FIRST_ETHER_TYPE = 1536;

  private Cooked() {}

  /** The address field: a MAC address, an IPv4 address or other octets by its length; then none. */
  static void address(Layout wire, int octets) {
    int there = Math.min(octets, ADDRESS_OCTETS);
    switch (there) {
      case 0 -> {}
      case 4 -> wire.ipv4("sll.src.ipv4", "Source");
      case 6 -> wire.octets(there, "sll.src.eth", "Source").ether();
      default -> wire.octets(there, "sll.src.other", "Source");
    }
    if (there < ADDRESS_OCTETS) {
      wire.octets(ADDRESS_OCTETS - there, "unused", "Unused");
    }
  }
}
