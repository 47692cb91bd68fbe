package org.roamscope.dissect;

import static org.roamscope.field.ProblemKind.VALUE;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.net.Opaque;
import org.roamscope.net.PppHeader;
import org.roamscope.net.PppoeHeader;
import org.roamscope.net.PppoeTags;

/** PPP, and PPP over Ethernet. */
final class PointToPoint {
  private static final int MAX_TAGS = 64;
  private static final int VERSION_AND_TYPE = 0x11;

  private PointToPoint() {}

  static Step ppp(Layers layers, Slice slice) {
    if (++layers.carriers > Dissector.MAX_CARRIERS) {
      return layers.limit(slice, "ppp", "More than " + Dissector.MAX_CARRIERS + " carriers");
    }
    int octets = PppHeader.octets(slice);
    if (octets < 0) {
      layers.missing(slice, slice.length() + 1, "ppp", "The PPP header");
      return Step.DONE;
    }
    PppHeader header = layers.add(new PppHeader(slice.part(0, octets)));
    Slice rest = slice.from(octets);
    return switch (header.protocol()) {
      case 0x0021, 0x0057 -> new Step.Network(rest);
      case 0x0281, 0x0283 -> new Step.Mpls(rest);
      default -> layers.opaque(rest, String.format("PPP protocol 0x%04x", header.protocol()));
    };
  }

  static Step session(Layers layers, Slice slice) {
    if (noHeader(layers, slice)) {
      return Step.DONE;
    }
    PppoeHeader header =
        layers.add(new PppoeHeader(slice.part(0, PppoeHeader.OCTETS), false, List.of()));
    Slice payload = payload(layers, slice, header);
    if (header.versionAndType() != VERSION_AND_TYPE || header.code() != 0) {
      layers.problem(
          VALUE,
          slice.span(0, 2),
          "pppoe.code",
          "A session frame has version 1, type 1 and code 0 (RFC 2516 4).");
      return layers.opaque(payload, "PPPoE payload of another kind");
    }
    return new Step.Ppp(payload);
  }

  static Step discovery(Layers layers, Slice slice) {
    if (noHeader(layers, slice)) {
      return Step.DONE;
    }
    Slice fixed = slice.part(0, PppoeHeader.OCTETS);
    int place = layers.elements.size();
    PppoeHeader header = layers.add(new PppoeHeader(fixed, true, List.of()));
    Slice payload = payload(layers, slice, header);
    if (header.versionAndType() != VERSION_AND_TYPE) {
      layers.problem(
          VALUE, slice.span(0, 1), "pppoe.version", "Version and type are 1 (RFC 2516 4).");
      return layers.opaque(payload, "PPPoE payload of another kind");
    }
    if (payload.length() > 0) {
      PppoeTags tags = new PppoeTags(payload, tags(layers, payload));
      layers.elements.set(place, new PppoeHeader(fixed, true, List.<Element>of(tags)));
    }
    return Step.DONE;
  }

  private static boolean noHeader(Layers layers, Slice slice) {
    if (layers.missing(slice, PppoeHeader.OCTETS, "pppoe", "The PPPoE header")) {
      return true;
    }
    if (++layers.carriers > Dissector.MAX_CARRIERS) {
      layers.limit(slice, "pppoe", "More than " + Dissector.MAX_CARRIERS + " carriers");
      return true;
    }
    return false;
  }

  private static Slice payload(Layers layers, Slice slice, PppoeHeader header) {
    Slice rest = slice.from(PppoeHeader.OCTETS);
    long length = header.payloadLength();
    if (length > rest.claimedLength()) {
      layers.length(
          slice,
          4,
          2,
          "pppoe.payload_length",
          length,
          rest.claimedLength(),
          "The PPPoE payload length");
      return rest;
    }
    layers.closeFrame();
    return rest.part(0, length);
  }

  private static List<PppoeTags.Tag> tags(Layers layers, Slice payload) {
    List<PppoeTags.Tag> tags = new ArrayList<>();
    int at = 0;
    while (payload.holds(at, PppoeTags.TAG_OCTETS) && tags.size() < MAX_TAGS) {
      int octets = PppoeTags.TAG_OCTETS + payload.u16(at + 2);
      if (!payload.holds(at, octets)) {
        if (!payload.truncated()) {
          layers.length(
              payload,
              at + 2,
              2,
              "pppoed.tag_length",
              octets,
              payload.length() - at,
              "The PPPoE tag (RFC 2516 appendix A)");
        }
        layers.add(new Opaque(payload.from(at), "PPPoE tag past the end of its message"));
        break;
      }
      PppoeTags.Tag tag = new PppoeTags.Tag(payload.part(at, octets));
      tags.add(tag);
      at += octets;
      if (tag.type() == PppoeTags.END_OF_LIST) {
        break;
      }
    }
    return List.copyOf(tags);
  }
}
