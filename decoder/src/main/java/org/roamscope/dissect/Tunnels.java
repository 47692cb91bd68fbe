package org.roamscope.dissect;

import static org.roamscope.field.ProblemKind.CHECKSUM;
import static org.roamscope.field.ProblemKind.LIMIT;
import static org.roamscope.field.ProblemKind.RESERVED;
import static org.roamscope.field.ProblemKind.VALUE;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.net.ErspanHeader;
import org.roamscope.net.GreHeader;
import org.roamscope.net.GtpExtension;
import org.roamscope.net.GtpHeader;
import org.roamscope.net.MplsLabel;
import org.roamscope.net.PseudowireHeader;
import org.roamscope.net.VxlanHeader;

/** MPLS, GRE with ERSPAN, VXLAN, and GTP-U. */
final class Tunnels {
  private static final int MAX_GTP_EXTENSIONS = 16;

  private Tunnels() {}

  static Step mpls(Layers layers, Slice slice) {
    Slice rest = slice;
    for (int labels = 1; ; labels++) {
      if (layers.missing(rest, MplsLabel.OCTETS, "mpls", "The MPLS label", MplsLabel::cut)) {
        return Step.DONE;
      }
      if (labels > Dissector.MAX_LABELS || ++layers.carriers > Dissector.MAX_CARRIERS) {
        return layers.limit(rest, "mpls", "More than " + Dissector.MAX_LABELS + " MPLS labels");
      }
      MplsLabel label = layers.add(new MplsLabel(rest.part(0, MplsLabel.OCTETS)));
      if (label.label() == MplsLabel.IMPLICIT_NULL) {
        layers.problem(
            VALUE,
            rest.span(0, 3),
            "mpls.label",
            "The implicit null label is never sent (RFC 3032 2.1).");
      }
      rest = rest.from(MplsLabel.OCTETS);
      if (label.bottom()) {
        layers.enterTunnel();
        return labelled(layers, rest);
      }
    }
  }

  /** The payload of a label stack names itself by its first four bits, RFC 4928 section 3. */
  private static Step labelled(Layers layers, Slice slice) {
    if (slice.length() == 0) {
      return layers.opaque(slice, "MPLS payload");
    }
    return switch (slice.u8(0) >> 4) {
      case 4, 6 -> new Step.Network(slice);
      case 0, 1 -> pseudowire(layers, slice);
      default ->
          ethernetAt(slice, 0) ? new Step.Ethernet(slice) : layers.opaque(slice, "MPLS payload");
    };
  }

  private static Step pseudowire(Layers layers, Slice slice) {
    boolean channel = slice.u8(0) >> 4 == 1;
    if (!channel && !ethernetAt(slice, PseudowireHeader.OCTETS)) {
      return ethernetAt(slice, 0) ? new Step.Ethernet(slice) : layers.opaque(slice, "MPLS payload");
    }
    if (layers.missing(slice, PseudowireHeader.OCTETS, "pwach", "The channel header")) {
      return Step.DONE;
    }
    PseudowireHeader header =
        layers.add(new PseudowireHeader(slice.part(0, PseudowireHeader.OCTETS)));
    if (header.reserved() != 0) {
      layers.problem(
          RESERVED,
          slice.span(0, 2),
          channel ? "pwach.res" : "roam.pwethcw.reserved",
          "The reserved bits are not zero (RFC 4385 3 and 5).");
    }
    Slice rest = slice.from(PseudowireHeader.OCTETS);
    if (!channel) {
      return new Step.Ethernet(rest);
    }
    return switch (header.type()) {
      case 0x0021, 0x0057 -> new Step.Network(rest);
      default -> layers.opaque(rest, "Associated channel payload");
    };
  }

  /** True when what would be the EtherType of a frame at that place is one that is followed. */
  private static boolean ethernetAt(Slice slice, int at) {
    return slice.holds(at, 14)
        && switch (slice.u16(at + 12)) {
          case 0x0800, 0x0806, 0x86dd, 0x8100, 0x88a8, 0x8847, 0x8863, 0x8864 -> true;
          default -> false;
        };
  }

  static Step gre(Layers layers, Slice slice) {
    if (layers.missing(slice, GreHeader.OCTETS, "gre", "The GRE header", GreHeader::cut)) {
      return Step.DONE;
    }
    if (++layers.carriers > Dissector.MAX_CARRIERS) {
      return layers.limit(slice, "gre", "More than " + Dissector.MAX_CARRIERS + " carriers");
    }
    int octets = GreHeader.octets(slice);
    if (layers.missing(slice, octets, "gre", "The GRE header", GreHeader::cut)) {
      return Step.DONE;
    }
    GreHeader header = layers.add(new GreHeader(slice.part(0, octets), slice));
    Slice rest = slice.from(octets);
    if (GreHeader.routed(slice) || header.version() > 1) {
      layers.problem(
          VALUE,
          slice.span(0, 2),
          "gre.flags_and_version",
          "Source routes and versions above 1 are discarded (RFC 2784 2.2 and 2.3).");
      return layers.opaque(rest, "GRE payload of another form");
    }
    check(layers, slice, header);
    layers.closeFrame();
    layers.enterTunnel();
    return switch (header.protocol()) {
      case 0x88be -> header.sequenced() ? erspan(layers, rest) : new Step.Ethernet(rest);
      case 0x22eb -> erspan(layers, rest);
      default ->
          rest.claimedLength() == 0 ? Step.DONE : new Step.EtherType(header.protocol(), rest);
    };
  }

  private static void check(Layers layers, Slice slice, GreHeader header) {
    if (header.reserved() != 0) {
      layers.problem(
          RESERVED,
          slice.span(0, 2),
          "gre.flags.reserved",
          "Reserved bits are not zero (RFC 2784 2.3).");
    }
    if (header.checksum() == ChecksumStatus.BAD) {
      layers.problem(
          CHECKSUM, slice.span(4, 2), "gre.checksum", "The checksum does not fit (RFC 2784 2.5).");
    }
  }

  private static Step erspan(Layers layers, Slice slice) {
    int octets = ErspanHeader.octets(slice);
    if (octets < 0) {
      layers.missing(slice, slice.length() + 1, "erspan", "The ERSPAN header");
      return Step.DONE;
    }
    if (octets == 0) {
      layers.problem(VALUE, slice.span(0, 1), "erspan.version", "The version is neither 1 nor 2.");
      return layers.opaque(slice, "ERSPAN of an unknown version");
    }
    ErspanHeader header = layers.add(new ErspanHeader(slice.part(0, octets)));
    Slice rest = slice.from(octets);
    if (header.ethernet()) {
      return new Step.Ethernet(rest);
    }
    return header.ip() ? new Step.Network(rest) : layers.opaque(rest, "Mirrored frame");
  }

  static Step vxlan(Layers layers, Slice slice) {
    if (layers.missing(slice, VxlanHeader.OCTETS, "vxlan", "The VXLAN header", VxlanHeader::cut)) {
      return Step.DONE;
    }
    if (++layers.carriers > Dissector.MAX_CARRIERS) {
      return layers.limit(slice, "vxlan", "More than " + Dissector.MAX_CARRIERS + " carriers");
    }
    VxlanHeader header = layers.add(new VxlanHeader(slice.part(0, VxlanHeader.OCTETS)));
    Slice rest = slice.from(VxlanHeader.OCTETS);
    if (!header.valid()) {
      layers.problem(
          VALUE,
          slice.span(0, 2),
          "vxlan.flag_i",
          "The I flag is set in every VXLAN header (RFC 7348 5).");
    }
    if (header.reserved() != 0) {
      layers.problem(
          RESERVED,
          slice.span(0, VxlanHeader.OCTETS),
          "vxlan.flags_reserved",
          "The reserved bits are not zero (RFC 7348 5).");
    }
    layers.enterTunnel();
    return new Step.Ethernet(rest);
  }

  static Step gtp(Layers layers, Slice slice) {
    if (!GtpHeader.starts(slice)) {
      return layers.opaque(slice, "Not GTP-U");
    }
    if (layers.missing(slice, GtpHeader.OCTETS, "gtp", "The GTP-U header", GtpHeader::cut)) {
      return Step.DONE;
    }
    if (++layers.carriers > Dissector.MAX_CARRIERS) {
      return layers.limit(slice, "gtp", "More than " + Dissector.MAX_CARRIERS + " carriers");
    }
    int octets = GtpHeader.octets(slice);
    if (layers.missing(slice, octets, "gtp", "The GTP-U header", GtpHeader::cut)) {
      return Step.DONE;
    }
    GtpHeader fixed = new GtpHeader(slice.part(0, octets), List.of());
    long end = GtpHeader.OCTETS + (long) fixed.length();
    if (end > slice.claimedLength() || end < octets) {
      layers.length(
          slice,
          2,
          2,
          "gtp.length",
          fixed.length(),
          slice.claimedLength() - GtpHeader.OCTETS,
          "The GTP-U length");
      end = slice.claimedLength();
    }
    if (fixed.spare() != 0) {
      layers.problem(
          RESERVED,
          slice.span(0, 1),
          "gtp.flags.reserved",
          "The spare bit is not zero (3GPP TS 29.281 5.1).");
    }
    layers.surplus(slice, end, "gtp.length");
    Slice message = slice.part(0, end);
    List<GtpExtension> extensions = extensions(layers, message, octets, fixed.next());
    layers.add(new GtpHeader(fixed.slice(), extensions));
    for (GtpExtension extension : extensions) {
      octets += extension.slice().length();
    }
    Slice rest = message.from(octets);
    boolean whole = extensions.isEmpty() ? fixed.next() == 0 : extensions.getLast().next() == 0;
    if (!whole) {
      return layers.opaque(rest, "GTP-U extension header that cannot be read");
    }
    return fixed.message() == GtpHeader.T_PDU
        ? user(layers, rest)
        : layers.opaque(rest, "GTP-U information elements");
  }

  /** A user's packet: IP by its version, or an Ethernet frame; anything else stays opaque. */
  private static Step user(Layers layers, Slice packet) {
    int version = packet.length() == 0 ? 0 : packet.u8(0) >> 4;
    if (version == 4 || version == 6) {
      layers.enterTunnel();
      return new Step.Network(packet);
    }
    if (ethernetAt(packet, 0)) {
      layers.enterTunnel();
      return new Step.Ethernet(packet);
    }
    return layers.opaque(packet, "T-PDU");
  }

  private static List<GtpExtension> extensions(Layers layers, Slice message, int start, int type) {
    List<GtpExtension> extensions = new ArrayList<>();
    int at = start;
    int next = type;
    while (next != 0 && message.holds(at, 1)) {
      int octets = GtpExtension.octets(message.from(at));
      if (octets == 0) {
        layers.problem(
            VALUE,
            message.span(at, 1),
            "gtp.ext_hdr.length",
            "The length of an extension header is not zero (3GPP TS 29.281 5.2.1).");
        break;
      }
      if (!message.holds(at, octets) || extensions.size() == MAX_GTP_EXTENSIONS) {
        if (extensions.size() == MAX_GTP_EXTENSIONS) {
          layers.problem(
              LIMIT,
              message.span(at, 1),
              "gtp.ext_hdr",
              "More than " + MAX_GTP_EXTENSIONS + " extension headers; the rest is not looked at.");
        } else if (!message.truncated()) {
          layers.length(
              message,
              at,
              1,
              "gtp.ext_hdr.length",
              octets,
              message.length() - at,
              "The GTP-U extension header");
        }
        break;
      }
      GtpExtension extension = new GtpExtension(message.part(at, octets), next);
      extensions.add(extension);
      next = extension.next();
      at += octets;
    }
    return List.copyOf(extensions);
  }
}
