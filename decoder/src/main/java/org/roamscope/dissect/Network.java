package org.roamscope.dissect;

import static org.roamscope.field.ProblemKind.CHECKSUM;
import static org.roamscope.field.ProblemKind.LENGTH;
import static org.roamscope.field.ProblemKind.RESERVED;
import static org.roamscope.field.ProblemKind.VALUE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.Element;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Problem;
import org.roamscope.mobility.MobilityHeader;
import org.roamscope.net.IpProtocol;
import org.roamscope.net.Ipv4Header;
import org.roamscope.net.Ipv4Option;
import org.roamscope.net.Ipv6Header;
import org.roamscope.net.Opaque;
import org.roamscope.net.ReassembledPacket;
import org.roamscope.net.ReassembledPacket.Family;
import org.roamscope.net.Reassembler;
import org.roamscope.net.Reassembler.Fragment;

/** IPv4 and IPv6, and what their protocol numbers name. */
final class Network {
  private Network() {}

  static Step packet(Layers layers, Slice slice) {
    if (layers.network == null) {
      layers.network = slice;
    }
    if (layers.ipHeaders == Dissector.MAX_IP_DEPTH) {
      return layers.limit(
          slice, "ip", "More than " + Dissector.MAX_IP_DEPTH + " IP headers in one another");
    }
    if (layers.missing(slice, 1, "ip", "The IP header", Ipv4Header.Cut::new)) {
      return Step.DONE;
    }
    return switch (slice.u8(0) >> 4) {
      case 4 -> ipv4(layers, slice);
      case 6 -> ipv6(layers, slice);
      default -> {
        layers.problem(
            VALUE,
            slice.span(0, 1),
            "ip.version",
            "IP version " + (slice.u8(0) >> 4) + " is neither 4 nor 6.");
        layers.add(new Ipv4Header.Cut(slice.part(0, 1)));
        yield layers.opaque(slice, "Unknown IP version");
      }
    };
  }

  /** What a type or protocol number says is IPv6. */
  static Step version6(Layers layers, Slice slice) {
    if (layers.missing(slice, 1, "ipv6", "The IPv6 header", Ipv6Header::cut)) {
      return Step.DONE;
    }
    int version = slice.u8(0) >> 4;
    if (version == 6) {
      return new Step.Network(slice);
    }
    layers.problem(VALUE, slice.span(0, 1), "ipv6.version", "IP version " + version + " is not 6.");
    layers.add(Ipv6Header.cut(slice.part(0, 1)));
    return layers.opaque(slice, "Not an IPv6 packet");
  }

  private static Step ipv4(Layers layers, Slice slice) {
    if (layers.missing(slice, Ipv4Header.OCTETS, "ip", "The IPv4 header", Ipv4Header.Cut::new)) {
      return Step.DONE;
    }
    int octets = (slice.u8(0) & 15) * 4;
    if (octets < Ipv4Header.OCTETS) {
      layers.length(slice, 0, 1, "ip.hdr_len", Ipv4Header.OCTETS, octets, "The IPv4 header length");
      return layers.cut(slice.part(0, 1), Ipv4Header.Cut::new);
    }
    if (layers.missing(
        slice,
        octets,
        "ip",
        "The IPv4 header",
        part -> new Ipv4Header.Cut(part, options(layers, part)))) {
      return Step.DONE;
    }
    Slice fixed = slice.part(0, octets);
    Ipv4Header header = new Ipv4Header(fixed, options(layers, fixed));
    layers.add(header);
    layers.ipHeaders++;
    layers.packet = slice;
    layers.order.start();
    if (header.checksum() == ChecksumStatus.BAD) {
      layers.problem(
          CHECKSUM, slice.span(10, 2), "ip.checksum", "The IPv4 header checksum does not fit.");
    }
    if (header.reservedBit()) {
      layers.problem(
          RESERVED,
          slice.span(6, 1),
          "ip.flags.rb",
          "The reserved flag is not zero (RFC 791 3.1).");
    }
    layers.scopes.add(
        new IpScope(
            header.source(),
            header.destination(),
            null,
            null,
            header.parts().isEmpty() ? null : routeEnd(header.parts()),
            null,
            layers.insideEsp));
    // A total length of 0 stands for what segmentation offload will fill in.
    long total = header.totalLength() == 0 ? slice.claimedLength() : header.totalLength();
    if (total < octets || total > slice.claimedLength()) {
      layers.length(slice, 2, 2, "ip.len", total, slice.claimedLength(), "The IPv4 total length");
      total = slice.claimedLength();
    }
    layers.surplus(slice, total, "ip.len");
    Slice payload = slice.part(octets, total - octets);
    if (!header.fragment()) {
      return new Step.Protocol(header.protocol(), payload);
    }
    return fragment(
        layers,
        new Fragment(
            new Reassembler.Key(
                header.source(), header.destination(), header.protocol(), header.identification()),
            header.protocol(),
            header.fragmentOffset(),
            header.moreFragments(),
            payload),
        Family.IPV4);
  }

  private static List<Element> options(Layers layers, Slice header) {
    if (header.length() == Ipv4Header.OCTETS) {
      return List.of();
    }
    List<Element> options = new ArrayList<>();
    int at = Ipv4Header.OCTETS;
    while (at < header.length()) {
      int type = header.u8(at);
      if (Ipv4Option.single(type)) {
        options.add(new Ipv4Option(header.part(at, 1)));
        if (Ipv4Option.last(type)) {
          break;
        }
        at++;
        continue;
      }
      int size = header.holds(at, Ipv4Option.OCTETS) ? header.u8(at + 1) : 0;
      if (size < Ipv4Option.OCTETS || !header.holds(at, size)) {
        layers.length(
            header,
            at,
            header.length() - at,
            "ip.opt.len",
            size,
            header.length() - at,
            "The IPv4 option");
        options.add(new Opaque(header.from(at), "IPv4 option that does not fit its header"));
        break;
      }
      options.add(option(layers, header.part(at, size)));
      at += size;
    }
    return List.copyOf(options);
  }

  private static Ipv4Option option(Layers layers, Slice option) {
    int type = option.u8(0);
    int fixed = Ipv4Option.fixedOctets(type);
    boolean route = Ipv4Option.route(type);
    if (fixed > 0 && option.length() != fixed || route && (option.length() - 3) % 4 != 0) {
      layers.problems.add(
          new Problem(
              LENGTH,
              option.span(1, 1),
              "ip.opt.len",
              fixed,
              option.length(),
              "An IPv4 option of type " + type + " is not " + option.length() + " octets long."));
    }
    if (route && option.length() >= 3) {
      return new Ipv4Option(option, hops(option));
    }
    return Ipv4Option.timed(type) && option.length() >= 4
        ? new Ipv4Option(option, stamps(option))
        : new Ipv4Option(option);
  }

  private static List<Element> stamps(Slice option) {
    List<Element> stamps = new ArrayList<>();
    int octets = (option.u8(3) & 1) == 1 ? 8 : 4;
    for (int at = 4; option.holds(at, octets); at += octets) {
      stamps.add(new Ipv4Option.Stamp(option.part(at, octets)));
    }
    return List.copyOf(stamps);
  }

  /** Where a source route that is not used up ends: the destination for the pseudo-header. */
  private static @Nullable IpAddress routeEnd(List<Element> options) {
    for (Element element : options) {
      if (element instanceof Ipv4Option option
          && Ipv4Option.sourceRoute(option.type())
          && !option.parts().isEmpty()
          && option.slice().u8(2) <= option.slice().length()) {
        return IpAddress.v4(option.parts().getLast().slice(), 0);
      }
    }
    return null;
  }

  private static List<Element> hops(Slice option) {
    List<Element> hops = new ArrayList<>();
    int pointer = option.u8(2);
    for (int at = 3; option.holds(at, 4); at += 4) {
      hops.add(new Ipv4Option.Hop(option.part(at, 4), at + 1 < pointer));
    }
    return List.copyOf(hops);
  }

  private static Step ipv6(Layers layers, Slice slice) {
    if (layers.missing(slice, Ipv6Header.OCTETS, "ipv6", "The IPv6 header", Ipv6Header::cut)) {
      return Step.DONE;
    }
    Ipv6Header header = new Ipv6Header(slice.part(0, Ipv6Header.OCTETS));
    layers.add(header);
    layers.ipHeaders++;
    layers.packet = slice;
    layers.order.start();
    layers.scopes.add(
        new IpScope(
            header.source(), header.destination(), null, null, null, null, layers.insideEsp));
    long there = slice.claimedLength() - Ipv6Header.OCTETS;
    // A payload length of 0 with a payload is a jumbogram or segmentation offload.
    long payload = header.payloadLength() == 0 ? there : header.payloadLength();
    if (header.payloadLength() == 0 && header.nextHeader() == IpProtocol.NONE) {
      payload = 0;
    }
    if (payload > there) {
      layers.length(slice, 4, 2, "ipv6.plen", payload, there, "The IPv6 payload length");
      payload = there;
    }
    layers.surplus(slice, Ipv6Header.OCTETS + payload, "ipv6.plen");
    return new Step.Protocol(header.nextHeader(), slice.part(Ipv6Header.OCTETS, payload));
  }

  static Step fragment(Layers layers, Fragment part, Family family) {
    if (layers.firstFragmentSeen) {
      return layers.limit(part.octets(), "ip.fragment", "A fragment inside a reassembled fragment");
    }
    layers.firstFragmentSeen = true;
    layers.fragment = part;
    if (part.more() && part.octets().claimedLength() % 8 != 0) {
      layers.problem(
          LENGTH,
          part.octets().span(),
          family == Family.IPV4 ? "ip.len" : "ipv6.plen",
          "A fragment that others follow is not a multiple of 8 octets long (RFC 791 3.2, RFC 8200"
              + " 4.5).");
    }
    if (layers.whole == null) {
      layers.add(new Opaque(part.octets(), "Fragment data"));
      return Step.DONE;
    }
    layers.add(ReassembledPacket.of(layers.whole, family));
    return new Step.Protocol(layers.whole.nextHeader(), layers.whole.payload());
  }

  static Step protocol(Layers layers, int given, Slice slice) {
    int number = layers.decodeAs.protocol(given);
    return switch (number) {
      case IpProtocol.HOP_BY_HOP, IpProtocol.DESTINATION ->
          Extensions.options(layers, number, slice);
      case IpProtocol.ROUTING -> Extensions.routing(layers, slice);
      case IpProtocol.FRAGMENT -> Extensions.fragment(layers, slice);
      case IpProtocol.IPV4 -> new Step.Network(slice);
      case IpProtocol.IPV6 -> version6(layers, slice);
      case IpProtocol.UDP -> Transport.udp(layers, slice);
      case IpProtocol.GRE -> Tunnels.gre(layers, slice);
      case IpProtocol.MPLS -> new Step.Mpls(slice);
      case IpProtocol.ETHERNET -> new Step.Ethernet(slice);
      case IpProtocol.ESP -> Signalling.esp(layers, slice);
      case IpProtocol.AH -> Signalling.authentication(layers, slice);
      case MobilityHeader.PROTOCOL, MobilityHeader.DRAFT_PROTOCOL ->
          Signalling.mobility(layers, slice);
      case IpProtocol.ICMP -> Transport.icmp(layers, slice);
      case IpProtocol.ICMPV6 -> Transport.icmpv6(layers, slice);
      case IpProtocol.NONE ->
          slice.length() == 0 ? Step.DONE : layers.opaque(slice, "Octets after no next header");
      default ->
          IpProtocol.otherExtension(number)
              ? Extensions.other(layers, slice)
              : layers.opaque(slice, "IP protocol " + number);
    };
  }
}
