package org.roamscope.share;

import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Checksum;
import org.roamscope.bytes.Slice;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.Element;
import org.roamscope.field.IpAddress;
import org.roamscope.mobility.MobilityHeader;
import org.roamscope.net.GreHeader;
import org.roamscope.net.HomeAddressOption;
import org.roamscope.net.IcmpHeader;
import org.roamscope.net.Icmpv6Header;
import org.roamscope.net.IpProtocol;
import org.roamscope.net.Ipv4Header;
import org.roamscope.net.Ipv6Header;
import org.roamscope.net.PacketEncoder;
import org.roamscope.net.Type2RoutingHeader;
import org.roamscope.net.UdpHeader;

/**
 * Checksums of octets that were written anew: right where they were right, wrong where they were
 * wrong, absent where they were absent. One that could not be checked, because the capture cut the
 * packet, becomes that of what is there, for the original says something of what was there.
 */
final class Sums {
  private static final int NONE = 0xffff;

  /** Turns a right checksum into a wrong one. */
  private static final int WRONG = 0x0100;

  private final Pseudonyms names;
  private final List<Element> all;
  private final Slice base;
  private final byte[] out;

  /**
   * Prepares.
   *
   * @param all the headers of the packet, of which some may stand in another byte source
   * @param base the byte source as it was
   * @param out the byte source as it is written
   */
  Sums(Pseudonyms names, List<Element> all, Slice base, byte[] out) {
    this.names = names;
    this.all = all;
    this.base = base;
    this.out = out;
  }

  /** Corrects from the inside out, for a checksum covers those inside. */
  void correct() {
    for (int i = all.size() - 1; i >= 0; i--) {
      Element element = all.get(i);
      if (element.slice().sameSource(base)) {
        correct(element, all.subList(0, i));
      }
    }
    all.stream().filter(element -> element.slice().sameSource(base)).forEach(this::checkSequences);
  }

  private void correct(Element element, List<Element> before) {
    int at = element.slice().offset();
    switch (element) {
      case Ipv4Header ip -> plain(ip.slice(), at + 10, ip.checksum());
      case IcmpHeader icmp -> plain(icmp.slice(), at + 2, icmp.checksum());
      case GreHeader gre when gre.summed() -> plain(gre.whole(), at + 4, gre.checksum());
      case Icmpv6Header icmp ->
          transport(
              icmp.slice(),
              at + 2,
              new Ends(icmp.source(), icmp.destination()),
              IpProtocol.ICMPV6,
              icmp.checksum());
      case UdpHeader udp when udp.checksum() != 0 ->
          transport(
              udp.datagram(),
              at + 6,
              new Ends(udp.source(), udp.destination()),
              IpProtocol.UDP,
              udp.checksumStatus());
      case MobilityHeader mobility ->
          transport(
              mobility.slice(), at + 4, ends(before), MobilityHeader.PROTOCOL, mobility.checksum());
      default -> {
        // Nothing else has a checksum of this kind.
      }
    }
  }

  /** Source and destination as far as they are known. */
  private record Ends(@Nullable IpAddress source, @Nullable IpAddress destination) {}

  /** The addresses that count for a Mobility Header, RFC 6275 section 6.1.1. */
  private static Ends ends(List<Element> before) {
    Ends ends = new Ends(null, null);
    for (Element element : before) {
      ends =
          switch (element) {
            case Ipv4Header ip -> new Ends(ip.source(), ip.destination());
            case Ipv6Header ip -> new Ends(ip.source(), ip.destination());
            case Type2RoutingHeader routing when routing.segmentsLeft() > 0 ->
                new Ends(ends.source(), routing.homeAddress());
            default -> new Ends(homeAddress(element, ends.source()), ends.destination());
          };
    }
    return ends;
  }

  private static @Nullable IpAddress homeAddress(Element header, @Nullable IpAddress otherwise) {
    return header.parts().stream()
        .filter(HomeAddressOption.class::isInstance)
        .map(option -> ((HomeAddressOption) option).homeAddress())
        .findFirst()
        .orElse(otherwise);
  }

  private void plain(Slice covered, int at, ChecksumStatus status) {
    if (holds(at)) {
      put(at, 0);
      put(at, made(new Checksum().add(octets(covered)).value(), status));
    }
  }

  private void transport(Slice covered, int at, Ends ends, int protocol, ChecksumStatus status) {
    if (!holds(at)) {
      return;
    }
    put(at, 0);
    byte[] packet = octets(covered);
    IpAddress source = ends.source();
    IpAddress destination = ends.destination();
    int sum =
        source == null || destination == null
            ? new Checksum().add(packet).value()
            : PacketEncoder.transportChecksum(
                names.address(source), names.address(destination), protocol, packet);
    int made = made(sum, status);
    put(at, made == 0 && protocol == IpProtocol.UDP ? NONE : made);
  }

  private static int made(int right, ChecksumStatus status) {
    return switch (status) {
      case GOOD, UNVERIFIABLE -> right;
      case BAD -> right == WRONG ? WRONG << 1 : right ^ WRONG;
    };
  }

  private byte[] octets(Slice covered) {
    return Slice.of(out).bytes(covered.offset(), covered.length());
  }

  private boolean holds(int at) {
    return base.holds(at, 2);
  }

  private void put(int at, int value) {
    out[at] = (byte) (value >>> 8);
    out[at + 1] = (byte) value;
  }

  /** Frame check sequences at the end of a frame, IEEE 802.3 section 3.2.9. */
  private void checkSequences(Element element) {
    for (Element part : element.parts()) {
      boolean check =
          part.layout().fields().stream().anyMatch(field -> field.filterName().equals("eth.fcs"));
      if (check && part.slice().sameSource(base) && part.slice().length() == 4) {
        int at = part.slice().offset();
        int was = Integer.reverseBytes((int) part.slice().u32(0));
        int made = crc(Slice.of(out).bytes(0, at));
        int written = Integer.reverseBytes(was == crc(base.bytes(0, at)) ? made : ~made);
        for (int i = 0; i < 4; i++) {
          out[at + i] = (byte) (written >>> (3 - i) * 8);
        }
      }
    }
  }

  private static int crc(byte[] octets) {
    CRC32 crc = new CRC32();
    crc.update(octets);
    return (int) crc.getValue();
  }
}
