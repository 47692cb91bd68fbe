package org.roamscope.dissect;

import org.roamscope.net.IpProtocol;
import org.roamscope.net.Ipv4Header;
import org.roamscope.net.Ipv6Header;
import org.roamscope.net.UdpHeader;

/**
 * Tells frames that cannot hold signalling by a look at a few octets, without an object made: most
 * of what a network carries. It says so only of frames that are surely one IP packet, neither
 * fragment nor tunnel nor IPsec, whose payload the {@link Dissector} would leave closed; whatever
 * is unusual is not plain and has to be taken apart.
 */
public final class PlainTraffic {
  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;
  private static final int NONE = -1;
  private static final int TCP = 6;
  private static final int SCTP = 132;
  private static final int ETHER_TYPE_AT = 12;
  private static final int COOKED_TYPE_AT = 14;
  private static final int TAG_OCTETS = 4;
  private static final int MOST_TAGS = 4;

  private PlainTraffic() {}

  /**
   * True when the frame is one IP packet that is neither signalling nor may hold any.
   *
   * @param linkType link-layer type of the capture file
   * @param bytes where the frame stands
   * @param start where it begins
   * @param length captured octets of it
   */
  public static boolean is(int linkType, byte[] bytes, int start, int length) {
    return protocol(linkType, bytes, start, length) != NONE;
  }

  /**
   * The same, and it is no message of ICMP: errors quote the packet that they are about, and that
   * is taken apart for whoever looks at them.
   *
   * @param linkType link-layer type of the capture file
   * @param bytes where the frame stands
   * @param start where it begins
   * @param length captured octets of it
   */
  public static boolean quotesNothing(int linkType, byte[] bytes, int start, int length) {
    int protocol = protocol(linkType, bytes, start, length);
    return protocol != NONE && protocol != IpProtocol.ICMP && protocol != IpProtocol.ICMPV6;
  }

  /** The protocol above IP of a plain frame, {@link #NONE} for others. */
  private static int protocol(int linkType, byte[] bytes, int start, int length) {
    int end = start + length;
    return switch (linkType) {
      case 1 -> typed(bytes, start + ETHER_TYPE_AT, end);
      case 113 -> typed(bytes, start + COOKED_TYPE_AT, end);
      case 12, 14, 101, 228, 229 -> packet(bytes, start, end, NONE);
      default -> NONE;
    };
  }

  private static int typed(byte[] bytes, int typeAt, int end) {
    int at = typeAt;
    for (int tags = 0; tags <= MOST_TAGS && at + 2 <= end; tags++) {
      int type = u16(bytes, at);
      switch (type) {
        case IPV4, IPV6 -> {
          return packet(bytes, at + 2, end, type);
        }
        case 0x8100, 0x88a8, 0x9100 -> at += TAG_OCTETS;
        default -> {
          return NONE;
        }
      }
    }
    return NONE;
  }

  private static int packet(byte[] bytes, int at, int end, int type) {
    if (at >= end) {
      return NONE;
    }
    return switch (bytes[at] >> 4 & 15) {
      case 4 -> type == IPV6 ? NONE : ipv4(bytes, at, end);
      case 6 -> type == IPV4 ? NONE : ipv6(bytes, at, end);
      default -> NONE;
    };
  }

  private static int ipv4(byte[] bytes, int at, int end) {
    int payload = at + Ipv4Header.OCTETS;
    boolean bare = (bytes[at] & 15) * 4 == Ipv4Header.OCTETS;
    return bare && payload + UdpHeader.OCTETS <= end && (u16(bytes, at + 6) & 0x3fff) == 0
        ? plain(bytes[at + 9] & 0xff, bytes, payload)
        : NONE;
  }

  private static int ipv6(byte[] bytes, int at, int end) {
    int payload = at + Ipv6Header.OCTETS;
    return payload + UdpHeader.OCTETS <= end ? plain(bytes[at + 6] & 0xff, bytes, payload) : NONE;
  }

  /** The protocol when its payload stays closed. */
  private static int plain(int protocol, byte[] bytes, int at) {
    boolean closed =
        switch (protocol) {
          case TCP, SCTP, IpProtocol.ICMP, IpProtocol.ICMPV6 -> true;
          case IpProtocol.UDP -> DecodeAs.NONE.datagram(u16(bytes, at), u16(bytes, at + 2)) == null;
          default -> false;
        };
    return closed ? protocol : NONE;
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }
}
