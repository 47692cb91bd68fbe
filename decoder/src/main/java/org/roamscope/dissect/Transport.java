package org.roamscope.dissect;

import static org.roamscope.field.ProblemKind.CHECKSUM;
import static org.roamscope.field.ProblemKind.VALUE;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.dissect.DecodeAs.Datagram;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.Element;
import org.roamscope.ipsec.UdpEncapsulation;
import org.roamscope.net.IcmpHeader;
import org.roamscope.net.Icmpv6Header;
import org.roamscope.net.UdpHeader;

/** UDP and what its ports name, ICMP. */
final class Transport {
  private static final int MAX_AGENTS = 64;
  private static final int ADDRESS_OCTETS = 16;

  /** Octets of an ICMP error before the packet it quotes. */
  private static final int QUOTATION = 8;

  private Transport() {}

  static Step udp(Layers layers, Slice slice) {
    if (layers.missing(slice, UdpHeader.OCTETS, "udp", "The UDP header", UdpHeader::cut)) {
      return Step.DONE;
    }
    int said = slice.u16(4);
    long length = said == 0 ? slice.claimedLength() : said;
    Slice datagram = slice.part(0, length);
    if (length < UdpHeader.OCTETS || length > slice.claimedLength()) {
      layers.length(slice, 4, 2, "udp.length", length, slice.claimedLength(), "The UDP length");
      length = slice.claimedLength();
    } else {
      layers.surplus(slice, length, "udp.length");
    }
    IpScope scope = layers.scope();
    UdpHeader header =
        new UdpHeader(
            slice.part(0, UdpHeader.OCTETS),
            datagram,
            slice.from(UdpHeader.OCTETS),
            scope == null ? null : scope.effectiveSource(),
            scope == null ? null : scope.effectiveDestination());
    layers.add(header);
    if (scope != null) {
      layers.replaceScope(scope.withUdp(header));
    }
    @Nullable Datagram kind = layers.decodeAs.datagram(header);
    check(layers, slice, header, kind);
    Slice payload = slice.part(UdpHeader.OCTETS, length - UdpHeader.OCTETS);
    if (kind == null) {
      return layers.opaque(payload, "UDP payload");
    }
    return switch (kind) {
      case IKE -> Signalling.ike(layers, payload);
      case NAT_TRAVERSAL -> Signalling.natTraversal(layers, payload);
      case DSMIP -> Signalling.dsmip(layers, payload);
      case GTP -> Tunnels.gtp(layers, payload);
      case MPLS -> new Step.Mpls(payload);
      case GRE -> Tunnels.gre(layers, payload);
      case VXLAN -> Tunnels.vxlan(layers, payload);
    };
  }

  /** Checksums are computed here for signalling only, and for the rest when somebody asks. */
  private static void check(Layers layers, Slice slice, UdpHeader header, @Nullable Datagram kind) {
    if (header.unsummed() && (kind == null || kind == Datagram.IKE)) {
      layers.problem(
          VALUE,
          slice.span(6, 2),
          "udp.checksum",
          "A UDP checksum over IPv6 is not zero, save for tunnels (RFC 8200 8.1, RFC 6935 5).");
    }
    boolean signalling =
        kind == Datagram.IKE
            || kind == Datagram.DSMIP
            || kind == Datagram.NAT_TRAVERSAL
                && UdpEncapsulation.of(header.payload()) == UdpEncapsulation.IKE;
    if (signalling && header.checksumStatus() == ChecksumStatus.BAD) {
      layers.problem(
          CHECKSUM, slice.span(6, 2), "udp.checksum", "The UDP checksum does not fit (RFC 768).");
    }
  }

  static Step icmp(Layers layers, Slice slice) {
    if (layers.missing(slice, IcmpHeader.OCTETS, "icmp", "The ICMP header")) {
      return Step.DONE;
    }
    IcmpHeader header = layers.add(new IcmpHeader(slice));
    if (header.checksum() == ChecksumStatus.BAD) {
      layers.problem(
          CHECKSUM, slice.span(2, 2), "icmp.checksum", "The ICMP checksum does not fit (RFC 792).");
    }
    boolean error =
        switch (slice.u8(0)) {
          case 3, 4, 5, 11, 12 -> true; // RFC 792: they quote the packet they are about
          default -> false;
        };
    quote(layers, slice, error);
    return Step.DONE;
  }

  static Step icmpv6(Layers layers, Slice slice) {
    if (layers.missing(slice, Icmpv6Header.OCTETS, "icmpv6", "The ICMPv6 header")) {
      return Step.DONE;
    }
    IpScope scope = layers.scope();
    Icmpv6Header header =
        new Icmpv6Header(
            slice,
            agents(slice),
            scope == null ? null : scope.effectiveSource(),
            scope == null ? null : scope.effectiveDestination());
    layers.add(header);
    if (header.checksum() == ChecksumStatus.BAD) {
      layers.problem(
          CHECKSUM,
          slice.span(2, 2),
          "icmpv6.checksum",
          "The ICMPv6 checksum does not fit (RFC 4443 2.3).");
    }
    boolean error = slice.u8(0) >= 1 && slice.u8(0) <= 4; // RFC 4443 section 3
    quote(layers, slice, error);
    return Step.DONE;
  }

  private static void quote(Layers layers, Slice slice, boolean error) {
    if (error && slice.holds(QUOTATION, 1)) {
      layers.quotation = slice.from(QUOTATION);
    }
  }

  private static List<Element> agents(Slice slice) {
    if (slice.u8(0) != Icmpv6Header.ADDRESS_REPLY) {
      return List.of();
    }
    List<Element> agents = new ArrayList<>();
    for (int at = Icmpv6Header.LONG_OCTETS;
        slice.holds(at, ADDRESS_OCTETS) && agents.size() < MAX_AGENTS;
        at += ADDRESS_OCTETS) {
      agents.add(new Icmpv6Header.HomeAgent(slice.part(at, ADDRESS_OCTETS)));
    }
    return List.copyOf(agents);
  }
}
