package org.roamscope.track;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.IpAddress;
import org.roamscope.mobility.AlternateCareOfAddress;
import org.roamscope.mobility.BindingRefreshAdvice;
import org.roamscope.mobility.MobilityHeader;
import org.roamscope.net.EthernetHeader;
import org.roamscope.net.HomeAddressOption;
import org.roamscope.net.IpProtocol;
import org.roamscope.net.Ipv6Header;
import org.roamscope.net.Type2RoutingHeader;
import org.roamscope.net.VlanTag;

/**
 * Reads Binding Updates and Acknowledgements in the forms in which nearly all of them come straight
 * from the octets: over IPv6, behind a Home Address option (RFC 6275 section 6.3) or a Type 2
 * routing header (section 6.4) or neither, without a flaw. Everything else it leaves to the
 * dissector: what it returns is what {@link EventExtractor} makes of the same frame, of which
 * nothing is wrong. It is there for speed alone.
 */
public final class UsualBinding {
  private static final int ETHERNET = 1;
  private static final int IPV6 = 0x86dd;
  private static final int VLAN = 0x8100;

  /** An extension header that holds one address and nothing else that is not fixed. */
  private static final int WITH_ADDRESS = Type2RoutingHeader.OCTETS;

  /** A PadN option of four octets, which puts the Home Address option behind it in its place. */
  private static final long PADDING = 0x01020000;

  private static final int HOME_ADDRESS = HomeAddressOption.TYPE_CODE << 8 | 16;

  /** Type 2, one segment left. */
  private static final int ROUTE = Type2RoutingHeader.TYPE_2 << 8 | 1;

  private static final int MESSAGE_OCTETS = 12;
  private static final int UPDATE = 5;
  private static final int ACKNOWLEDGEMENT = 6;

  /** A, H, L, K and F of a Binding Update. */
  private static final int KNOWN_FLAGS = 0xf100;

  private static final int MOST_OPTIONS = 64;

  private int capture;
  private int frame;
  private long timeNanos;
  private byte[] bytes = {};
  private int end;
  private int network;
  private @Nullable IpAddress alternate;
  private @Nullable Integer adviceSeconds;

  /**
   * The event of a frame that was captured whole.
   *
   * @param capture index of the capture
   * @param frame its number
   * @param timeNanos when
   * @param linkType link-layer type of the capture file
   * @param octets where the frame stands, as long as {@link #network} may be asked for
   * @param start where it begins
   * @param length octets of it
   * @return null when it is none of the usual messages, or something is wrong with it
   */
  public @Nullable Event read(
      int capture, int frame, long timeNanos, int linkType, byte[] octets, int start, int length) {
    this.capture = capture;
    this.frame = frame;
    this.timeNanos = timeNanos;
    bytes = octets;
    end = start + length;
    network = packet(linkType, start);
    return network < 0 ? null : packet(network);
  }

  /** The IP packet of the frame read last, on its own. */
  public Slice network() {
    return Slice.of(Arrays.copyOfRange(bytes, network, end));
  }

  /** Where the IPv6 header begins, or -1. */
  private int packet(int linkType, int start) {
    return switch (linkType) {
      case ETHERNET -> {
        if (start + EthernetHeader.OCTETS + VlanTag.OCTETS > end || (bytes[start + 6] & 1) == 1) {
          yield -1;
        }
        int at = start + EthernetHeader.OCTETS - 2;
        if (u16(at) == VLAN) {
          at += VlanTag.OCTETS;
        }
        yield u16(at) == IPV6 ? at + 2 : -1;
      }
      case 101, 229 -> start;
      default -> -1;
    };
  }

  private @Nullable Event packet(int ip) {
    int payload = ip + Ipv6Header.OCTETS;
    if (payload > end || bytes[ip] >> 4 != 6 || u16(ip + 4) != end - payload || payload == end) {
      return null;
    }
    int next = bytes[ip + 6] & 0xff;
    boolean home = next == IpProtocol.DESTINATION;
    boolean route = next == IpProtocol.ROUTING;
    int message = home || route ? payload + WITH_ADDRESS : payload;
    if (message + MESSAGE_OCTETS > end
        || (home || route ? !address(payload, route) : next != MobilityHeader.PROTOCOL)) {
      return null;
    }
    IpAddress source = address(ip + 8);
    IpAddress destination = address(ip + 24);
    IpAddress named = home || route ? address(payload + 8) : null;
    if (named != null && !unicast(named)) {
      return null;
    }
    IpAddress from = home && named != null ? named : source;
    IpAddress to = route && named != null ? named : destination;
    if ((bytes[message] & 0xff) != MobilityHeader.NO_NEXT_HEADER
        || ((bytes[message + 1] & 0xff) + 1) * 8 != end - message
        || bytes[message + 3] != 0
        || !summed(message, from, to)) {
      return null;
    }
    Path path = EventExtractor.same(new Path(source, 0, destination, 0));
    return switch (bytes[message + 2]) {
      case UPDATE -> route ? null : update(path, from, home, message);
      case ACKNOWLEDGEMENT -> home ? null : answer(path, to, route, message);
      default -> null;
    };
  }

  /** True for an extension header before a Mobility Header that names one address. */
  private boolean address(int at, boolean route) {
    return u16(at) == (MobilityHeader.PROTOCOL << 8 | WITH_ADDRESS / 8 - 1)
        && (route
            ? u16(at + 2) == ROUTE && u32(at + 4) == 0
            : u32(at + 2) == PADDING && u16(at + 6) == HOME_ADDRESS);
  }

  /** Global unicast or unique local, RFC 4291 section 2.4 and RFC 4193. */
  private static boolean unicast(IpAddress address) {
    return address.high() >>> 61 == 1 || address.high() >>> 57 == 0x7e;
  }

  /** True when the checksum is right, RFC 6275 section 6.1.1. */
  private boolean summed(int message, IpAddress from, IpAddress to) {
    long sum = words(from.high()) + words(from.low()) + words(to.high()) + words(to.low());
    sum += end - message + MobilityHeader.PROTOCOL;
    for (int at = message; at < end; at += 4) { // a multiple of eight octets
      sum += u32(at);
    }
    while (sum >>> 16 != 0) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return sum == 0xffff;
  }

  private static long words(long value) {
    return (value >>> 32) + (value & 0xffffffffL);
  }

  private @Nullable Event update(Path path, IpAddress home, boolean option, int message) {
    int flags = u16(message + 8);
    if ((flags & ~KNOWN_FLAGS) != 0 || !options(message, UPDATE)) {
      return null;
    }
    IpAddress other = alternate;
    IpAddress careOf = other == null || other.equals(path.source()) ? path.source() : other;
    return new Event.BindingUpdate(
        capture,
        frame,
        timeNanos,
        path,
        home,
        careOf,
        u16(message + 6),
        EventExtractor.likeness(bytes, message, end - message),
        EventExtractor.same(
            new Event.UpdateTerms(
                path.destination(),
                !option && careOf.equals(home) ? Access.HOME : Access.IPV6,
                option,
                u16(message + 10) * 4,
                new Event.UpdateFlags(
                    (flags & 0x8000) != 0,
                    (flags & 0x4000) != 0,
                    (flags & 0x1000) != 0,
                    false,
                    (flags & 0x0100) != 0),
                Event.Ipv4Request.NONE,
                Protection.NONE,
                other == null ? Event.UpdateOptions.NONE : ALTERNATE)));
  }

  private static final Event.UpdateOptions ALTERNATE =
      new Event.UpdateOptions(Set.of(AlternateCareOfAddress.TYPE), null);

  private @Nullable Event answer(Path path, IpAddress home, boolean route, int message) {
    if ((bytes[message + 7] & 0x7f) != 0 || !options(message, ACKNOWLEDGEMENT)) {
      return null;
    }
    Integer advice = adviceSeconds;
    return new Event.BindingAcknowledgement(
        capture,
        frame,
        timeNanos,
        path,
        home,
        u16(message + 8),
        EventExtractor.same(
            new Event.AnswerTerms(
                path.source(),
                route ? Access.IPV6 : Access.HOME,
                route,
                bytes[message + 6] & 0xff,
                bytes[message + 7] != 0,
                false,
                u16(message + 10) * 4,
                null,
                null,
                Protection.NONE,
                advice == null
                    ? Event.AnswerOptions.NONE
                    : new Event.AnswerOptions(Set.of(BindingRefreshAdvice.TYPE), advice))));
  }

  /** False when there is another option than padding and the one that is usual, or a fault. */
  private boolean options(int message, int type) {
    alternate = null;
    adviceSeconds = null;
    int at = message + MESSAGE_OCTETS;
    for (int count = 0; at < end; count++) {
      if (count == MOST_OPTIONS) {
        return false;
      }
      int option = bytes[at] & 0xff;
      if (option == 0) {
        at++;
        continue;
      }
      int octets = at + 2 <= end ? bytes[at + 1] & 0xff : end;
      if (at + 2 + octets > end
          || !switch (option) {
            case 1 -> zero(at + 2, octets);
            case AlternateCareOfAddress.TYPE -> type == UPDATE && alternate(message, at, octets);
            case BindingRefreshAdvice.TYPE ->
                type == ACKNOWLEDGEMENT && advice(message, at, octets);
            default -> false;
          }) {
        return false;
      }
      at += 2 + octets;
    }
    return true;
  }

  private boolean zero(int at, int octets) {
    for (int i = at; i < at + octets; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** RFC 6275 section 6.2.5: alignment 8n+6. */
  private boolean alternate(int message, int at, int octets) {
    if (alternate != null || octets != 16 || (at - message) % 8 != 6) {
      return false;
    }
    alternate = address(at + 2);
    return unicast(alternate);
  }

  /** RFC 6275 section 6.2.4: alignment 2n, units of four seconds. */
  private boolean advice(int message, int at, int octets) {
    if (adviceSeconds != null || octets != 2 || (at - message) % 2 != 0) {
      return false;
    }
    adviceSeconds = u16(at + 2) * 4;
    return true;
  }

  private IpAddress address(int at) {
    return IpAddress.v6(u64(at), u64(at + 8));
  }

  private int u16(int at) {
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }

  private long u32(int at) {
    return (long) u16(at) << 16 | u16(at + 2);
  }

  private long u64(int at) {
    return u32(at) << 32 | u32(at + 4);
  }
}
