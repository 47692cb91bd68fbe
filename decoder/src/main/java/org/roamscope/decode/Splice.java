package org.roamscope.decode;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.roamscope.bytes.Checksum;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.ipsec.AhHeader;
import org.roamscope.ipsec.NonEspMarker;
import org.roamscope.mobility.TlvHeader;
import org.roamscope.net.EthernetHeader;
import org.roamscope.net.ExtensionHeader;
import org.roamscope.net.FragmentHeader;
import org.roamscope.net.GreHeader;
import org.roamscope.net.GtpExtension;
import org.roamscope.net.GtpHeader;
import org.roamscope.net.IpProtocol;
import org.roamscope.net.Ipv4Header;
import org.roamscope.net.Ipv6Header;
import org.roamscope.net.LinuxSll;
import org.roamscope.net.LinuxSll2;
import org.roamscope.net.MplsLabel;
import org.roamscope.net.NullHeader;
import org.roamscope.net.OptionsHeader;
import org.roamscope.net.PacketEncoder;
import org.roamscope.net.PppHeader;
import org.roamscope.net.PppoeHeader;
import org.roamscope.net.RoutingHeader;
import org.roamscope.net.Type2RoutingHeader;
import org.roamscope.net.UdpHeader;
import org.roamscope.net.VlanTag;
import org.roamscope.net.VxlanHeader;

/** Octets of a packet replaced by others, and the headers around them corrected. */
final class Splice {
  private static final int LARGEST = 0xffff;

  /** Values below are lengths where Ethernet has a type, IEEE 802.3 section 3.2.6. */
  private static final int FIRST_TYPE = 0x600;

  private final byte[] out;
  private final int delta;

  private Splice(byte[] out, int delta) {
    this.out = out;
    this.delta = delta;
  }

  /**
   * Replaces octets.
   *
   * @param base the packet with its headers
   * @param around the headers before the octets, outside in
   * @param from where in {@code base} the octets begin
   * @param to where they end
   * @param with what comes in their place
   * @param protocol what the last header says follows it, when that changes
   * @return empty when a header is of a kind that cannot be corrected, or a length does not fit
   */
  static Optional<byte[]> replace(
      Slice base, List<Element> around, int from, int to, byte[] with, OptionalInt protocol) {
    byte[] all = PacketEncoder.join(base.bytes(0, from), with, base.bytes(to, base.length() - to));
    Splice splice = new Splice(all, with.length - (to - from));
    if (protocol.isPresent()
        && (around.isEmpty() || !splice.next(around.getLast(), base, protocol.getAsInt()))) {
      return Optional.empty();
    }
    // From the inside out: a checksum covers what is inside.
    for (Element element : around.reversed()) {
      if (!element.slice().sameSource(base)
          || !splice.correct(element, element.slice().offset() - base.offset())) {
        return Optional.empty();
      }
    }
    return Optional.of(all);
  }

  private boolean next(Element header, Slice base, int protocol) {
    int field =
        switch (header) {
          case Ipv4Header ip -> 9;
          case Ipv6Header ip -> 6;
          case OptionsHeader options -> 0;
          case RoutingHeader routing -> 0;
          case Type2RoutingHeader routing -> 0;
          case ExtensionHeader extension -> 0;
          case FragmentHeader fragment -> 0;
          case AhHeader ah -> 0;
          case TlvHeader tlv -> 1;
          default -> -1;
        };
    if (field < 0) {
      return false;
    }
    out[header.slice().offset() - base.offset() + field] = (byte) protocol;
    return true;
  }

  private boolean correct(Element element, int at) {
    return switch (element) {
      case EthernetHeader ethernet -> sized(at + 12);
      case VlanTag tag -> sized(at + 2);
      case LinuxSll cooked -> true;
      case LinuxSll2 cooked -> true;
      case NullHeader loopback -> true;
      case MplsLabel label -> true;
      case VxlanHeader vxlan -> true;
      case PppHeader ppp -> true;
      case PppoeHeader pppoe -> add(at + 4);
      case GtpHeader gtp -> add(at + 2);
      case GtpExtension extension -> true;
      // A checksum covers what is inside, and version 1 counts it, RFC 2784 and RFC 2637.
      case GreHeader gre -> !gre.slice().holds(0, 2) || (gre.slice().u16(0) & 0x8007) == 0;
      case TlvHeader tlv -> add(at + 2);
      case Ipv4Header ip -> ipv4(ip, at);
      case Ipv6Header ip -> get(at + 4) == 0 || add(at + 4);
      case OptionsHeader options -> true;
      case RoutingHeader routing -> true;
      case Type2RoutingHeader routing -> true;
      case ExtensionHeader extension -> true;
      case FragmentHeader fragment -> true;
      case AhHeader ah -> true;
      case NonEspMarker marker -> true;
      case UdpHeader udp -> udp(udp, at);
      default -> false;
    };
  }

  private boolean sized(int at) {
    return get(at) >= FIRST_TYPE || add(at);
  }

  private boolean ipv4(Ipv4Header ip, int at) {
    if (get(at + 2) != 0 && !add(at + 2)) {
      return false;
    }
    put(at + 10, 0);
    put(at + 10, new Checksum().add(Slice.of(out).part(at, ip.slice().length())).value());
    return true;
  }

  private boolean udp(UdpHeader udp, int at) {
    int said = get(at + 4);
    if (said != 0 && !add(at + 4)) {
      return false;
    }
    if (get(at + 6) == 0) {
      return true; // none was sent, RFC 768 and RFC 6935
    }
    int length = said == 0 ? out.length - at : get(at + 4);
    if (udp.source() == null || udp.destination() == null || at + length > out.length) {
      return false;
    }
    put(at + 6, 0);
    byte[] datagram = Slice.of(out).bytes(at, length);
    int sum =
        PacketEncoder.transportChecksum(udp.source(), udp.destination(), IpProtocol.UDP, datagram);
    put(at + 6, sum == 0 ? LARGEST : sum);
    return true;
  }

  private boolean add(int at) {
    int value = get(at) + delta;
    if (value < 0 || value > LARGEST) {
      return false;
    }
    put(at, value);
    return true;
  }

  private int get(int at) {
    return (out[at] & 0xff) << 8 | out[at + 1] & 0xff;
  }

  private void put(int at, int value) {
    out[at] = (byte) (value >>> 8);
    out[at + 1] = (byte) value;
  }
}
