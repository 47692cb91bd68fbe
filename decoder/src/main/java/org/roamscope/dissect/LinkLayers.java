package org.roamscope.dissect;

import static org.roamscope.field.ProblemKind.RESERVED;
import static org.roamscope.field.ProblemKind.VALUE;

import java.util.function.Function;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.net.EthernetHeader;
import org.roamscope.net.LinuxSll;
import org.roamscope.net.LinuxSll2;
import org.roamscope.net.LlcHeader;
import org.roamscope.net.NullHeader;
import org.roamscope.net.ServiceTag;
import org.roamscope.net.VlanTag;

/** The link layers of capture files, Ethernet with its tags, and Logical-Link Control. */
final class LinkLayers {
  private static final int FIRST_ETHER_TYPE = 1536;
  private static final int COOKED_802_2 = 4;
  private static final int LLC_IP = 6;
  private static final int ARP = 0x0806;

  private LinkLayers() {}

  static Step start(Layers layers, int linkType, Slice frame) {
    return switch (linkType) {
      case 1 -> ethernet(layers, frame);
      case 113 -> cooked(layers, frame);
      case 276 -> cooked2(layers, frame);
      case 0, 108 -> loopback(layers, frame);
      case 9, 50 -> new Step.Ppp(frame);
      case 51 -> PointToPoint.session(layers, frame);
      case 105 -> Wireless.frame(layers, frame);
      case 127 -> Wireless.radiotap(layers, frame);
      case 12, 14, 101, 228, 229 -> new Step.Network(frame);
      default -> layers.opaque(frame, "Link type " + linkType);
    };
  }

  static Step ethernet(Layers layers, Slice frame) {
    if (layers.missing(frame, EthernetHeader.OCTETS, "eth", "The Ethernet header")) {
      return Step.DONE;
    }
    if (++layers.carriers > Dissector.MAX_CARRIERS) {
      return layers.limit(frame, "eth", "More than " + Dissector.MAX_CARRIERS + " carriers");
    }
    EthernetHeader header = new EthernetHeader(frame.part(0, EthernetHeader.OCTETS));
    layers.add(header);
    layers.frame(frame);
    if (header.groupSource()) {
      layers.problem(
          VALUE,
          frame.span(6, 6),
          "eth.src",
          "The source is a group address, which no station has (IEEE 802.3 3.2.3).");
    }
    Slice rest = frame.from(EthernetHeader.OCTETS);
    if (header.sized()) {
      return sized(layers, header.slice(), rest, header.type(), "eth.len");
    }
    if (!header.typed()) {
      layers.problem(
          VALUE,
          frame.span(12, 2),
          "eth.invalid_lentype",
          header.type() + " is neither a length nor an EtherType (IEEE 802.3 3.2.6).");
      return layers.opaque(rest, "Ethernet payload of no type");
    }
    return new Step.EtherType(header.type(), rest);
  }

  /** The payload of a header whose last field is a length: Logical-Link Control. */
  private static Step sized(Layers layers, Slice header, Slice rest, int length, String field) {
    if (length > rest.claimedLength()) {
      layers.length(
          header,
          header.length() - 2,
          2,
          field,
          length,
          rest.claimedLength(),
          "The length of the IEEE 802.3 payload");
      return new Step.Llc(rest);
    }
    layers.surplus(rest, length, field);
    return new Step.Llc(rest.part(0, length));
  }

  private static Step cooked(Layers layers, Slice frame) {
    if (layers.missing(frame, LinuxSll.OCTETS, "sll", "The Linux cooked header")) {
      return Step.DONE;
    }
    LinuxSll header = layers.add(new LinuxSll(frame.part(0, LinuxSll.OCTETS)));
    layers.frame(frame);
    return cookedPayload(layers, header.type(), frame.from(LinuxSll.OCTETS));
  }

  private static Step cooked2(Layers layers, Slice frame) {
    if (layers.missing(frame, LinuxSll2.OCTETS, "sll", "The Linux cooked header v2")) {
      return Step.DONE;
    }
    LinuxSll2 header = layers.add(new LinuxSll2(frame.part(0, LinuxSll2.OCTETS)));
    layers.frame(frame);
    if (header.reserved() != 0) {
      layers.problem(
          RESERVED,
          frame.span(2, 2),
          "roam.sll.reserved",
          "The reserved field is not zero (LINKTYPE_LINUX_SLL2).");
    }
    return cookedPayload(layers, header.type(), frame.from(LinuxSll2.OCTETS));
  }

  private static Step cookedPayload(Layers layers, int type, Slice rest) {
    if (type == COOKED_802_2) {
      return new Step.Llc(rest);
    }
    return type < FIRST_ETHER_TYPE
        ? layers.opaque(rest, "Cooked protocol " + type)
        : new Step.EtherType(type, rest);
  }

  private static Step loopback(Layers layers, Slice frame) {
    if (layers.missing(frame, NullHeader.OCTETS, "null", "The loopback header")) {
      return Step.DONE;
    }
    NullHeader header = layers.add(new NullHeader(frame.part(0, NullHeader.OCTETS)));
    Slice rest = frame.from(NullHeader.OCTETS);
    return header.v4() || header.v6()
        ? new Step.Network(rest)
        : layers.opaque(rest, "Loopback payload of an unknown family");
  }

  static Step etherType(Layers layers, int given, Slice slice) {
    int type = layers.decodeAs.etherType(given);
    return switch (type) {
      case 0x0800 -> new Step.Network(slice);
      case 0x86dd -> Network.version6(layers, slice);
      case 0x8100, 0x9100 -> tag(layers, slice);
      case 0x88a8 -> serviceTag(layers, slice);
      case 0x8847, 0x8848 -> new Step.Mpls(slice);
      case 0x8863 -> PointToPoint.discovery(layers, slice);
      case 0x8864 -> PointToPoint.session(layers, slice);
      case 0x880b -> new Step.Ppp(slice);
      case 0x6558 -> new Step.Ethernet(slice);
      case ARP -> {
        if (slice.holds(0, 8)) {
          int octets = 8 + 2 * (slice.u8(4) + slice.u8(5));
          layers.surplus(slice, octets, "eth.type");
          yield layers.opaque(slice.part(0, Math.min(octets, slice.claimedLength())), "ARP");
        }
        yield layers.opaque(slice, "ARP");
      }
      default -> layers.opaque(slice, String.format("EtherType 0x%04x", type));
    };
  }

  private static boolean noTag(Layers layers, Slice slice, Function<Slice, Element> cut) {
    if (layers.missing(slice, VlanTag.OCTETS, "vlan", "The VLAN tag", cut)) {
      return true;
    }
    if (++layers.tags > Dissector.MAX_VLAN_TAGS) {
      layers.limit(slice, "vlan", "More than " + Dissector.MAX_VLAN_TAGS + " VLAN tags");
      return true;
    }
    return false;
  }

  private static Step tag(Layers layers, Slice slice) {
    if (noTag(layers, slice, VlanTag::cut)) {
      return Step.DONE;
    }
    VlanTag tag = layers.add(new VlanTag(slice.part(0, VlanTag.OCTETS)));
    layers.sameFrame();
    Slice rest = slice.from(VlanTag.OCTETS);
    return tag.sized()
        ? sized(layers, tag.slice(), rest, tag.type(), "vlan.len")
        : new Step.EtherType(tag.type(), rest);
  }

  private static Step serviceTag(Layers layers, Slice slice) {
    if (noTag(layers, slice, ServiceTag::cut)) {
      return Step.DONE;
    }
    ServiceTag tag = layers.add(new ServiceTag(slice.part(0, VlanTag.OCTETS)));
    return new Step.EtherType(tag.type(), slice.from(VlanTag.OCTETS));
  }

  static Step llc(Layers layers, Slice slice) {
    if (++layers.carriers > Dissector.MAX_CARRIERS) {
      return layers.limit(slice, "llc", "More than " + Dissector.MAX_CARRIERS + " carriers");
    }
    int octets = LlcHeader.octets(slice);
    if (layers.missing(slice, Math.max(3, octets), "llc", "The LLC header")) {
      return Step.DONE;
    }
    LlcHeader header = layers.add(new LlcHeader(slice.part(0, octets)));
    Slice rest = slice.from(octets);
    if (header.etherType()) {
      return new Step.EtherType(header.type(), rest);
    }
    return octets == 3 && header.destination() == LLC_IP
        ? new Step.Network(rest)
        : layers.opaque(rest, "LLC payload");
  }
}
