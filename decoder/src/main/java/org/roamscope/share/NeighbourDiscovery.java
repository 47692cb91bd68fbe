package org.roamscope.share;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.IpAddress;
import org.roamscope.net.Icmpv6Header;

/**
 * Neighbour Discovery behind the common part of its messages, RFC 4861 sections 4 and 4.6, which
 * the dissection does not take apart: addresses, link-layer addresses and prefixes are replaced,
 * types and lengths stay, everything else is zero.
 */
final class NeighbourDiscovery {
  private static final int ROUTER_SOLICITATION = 133;
  private static final int ROUTER_ADVERTISEMENT = 134;
  private static final int NEIGHBOUR_SOLICITATION = 135;
  private static final int NEIGHBOUR_ADVERTISEMENT = 136;
  private static final int REDIRECT = 137;
  private static final int PREFIX = 3;
  private static final int MTU = 5;

  private final Pseudonyms names;
  private final Slice message;
  private final byte[] out;

  private NeighbourDiscovery(Pseudonyms names, Slice message, byte[] out) {
    this.names = names;
    this.message = message;
    this.out = out;
  }

  /** Writes the message when the element is one. */
  static void rewrite(Pseudonyms names, Element element, byte[] out) {
    if (element instanceof Icmpv6Header header && header.slice().length() > 0) {
      new NeighbourDiscovery(names, header.slice(), out).rewrite();
    }
  }

  private void rewrite() {
    switch (message.u8(0)) {
      case ROUTER_SOLICITATION -> options(8);
      case ROUTER_ADVERTISEMENT -> {
        copy(4, 12);
        options(16);
      }
      case NEIGHBOUR_SOLICITATION, NEIGHBOUR_ADVERTISEMENT -> {
        copy(4, 4);
        address(8);
        options(24);
      }
      case REDIRECT -> {
        address(8);
        address(24);
        options(40);
      }
      default -> {
        // Another message: the dissection knows what it holds.
      }
    }
  }

  private void options(int from) {
    int at = from;
    while (message.holds(at, 2) && message.u8(at + 1) > 0) {
      int octets = message.u8(at + 1) * 8;
      if (!message.holds(at, octets)) {
        return;
      }
      copy(at, 2);
      switch (message.u8(at)) {
        case 1, 2 -> linkLayerAddress(at + 2, octets - 2);
        case PREFIX -> {
          copy(at + 2, 14);
          if (octets == 32) {
            prefix(at + 16);
          }
        }
        case MTU -> copy(at + 2, 6);
        default -> {
          // Options that are not listed here stay zero.
        }
      }
      at += octets;
    }
  }

  private void linkLayerAddress(int at, int octets) {
    if (octets == 6) {
      long made = names.mac((long) message.u16(at) << 32 | message.u32(at + 2));
      for (int i = 0; i < 6; i++) {
        out[message.offset() + at + i] = (byte) (made >>> (5 - i) * 8);
      }
    }
  }

  private void address(int at) {
    if (message.holds(at, 16)) {
      put(at, names.address(IpAddress.v6(message, at)));
    }
  }

  private void prefix(int at) {
    IpAddress prefix = IpAddress.v6(message, at);
    put(at, Ranges.end(names.address(prefix), prefix, Ranges.zerosAtTheEnd(prefix)));
  }

  private void put(int at, IpAddress address) {
    System.arraycopy(address.bytes(), 0, out, message.offset() + at, 16);
  }

  private void copy(int at, int octets) {
    if (message.holds(at, octets)) {
      System.arraycopy(message.bytes(at, octets), 0, out, message.offset() + at, octets);
    }
  }
}
