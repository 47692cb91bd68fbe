package org.roamscope.dissect;

import java.util.ArrayList;
import java.util.Optional;
import org.roamscope.bytes.Slice;
import org.roamscope.dissect.HeaderOrder.Header;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.ike.IkeDissection;
import org.roamscope.ike.IkeDissector;
import org.roamscope.ike.IkeMessage;
import org.roamscope.ipsec.AhHeader;
import org.roamscope.ipsec.EspHeader;
import org.roamscope.ipsec.NatKeepalive;
import org.roamscope.ipsec.NonEspMarker;
import org.roamscope.ipsec.NullEsp;
import org.roamscope.ipsec.UdpEncapsulatedEsp;
import org.roamscope.ipsec.UdpEncapsulation;
import org.roamscope.mobility.Dsmip;
import org.roamscope.mobility.MobilityDissector;
import org.roamscope.mobility.MobilityHeader;
import org.roamscope.mobility.TlvHeader;

/** Mobility Headers, DSMIPv6, IPsec and IKE. */
final class Signalling {
  private Signalling() {}

  static Step dsmip(Layers layers, Slice payload) {
    return switch (Dsmip.of(payload)) {
      case IPV4, IPV6 -> new Step.Network(payload);
      case KEEPALIVE -> layers.opaque(payload, "DSMIPv6 keepalive");
      case UNKNOWN -> layers.opaque(payload, "Unknown DSMIPv6 payload");
      case TLV -> {
        if (layers.missing(payload, TlvHeader.OCTETS, "roam.tlv", "The TLV header")) {
          yield Step.DONE;
        }
        TlvHeader header = layers.add(new TlvHeader(payload.part(0, TlvHeader.OCTETS)));
        Slice rest = payload.from(TlvHeader.OCTETS);
        if (header.length() != rest.claimedLength()) {
          layers.length(
              payload,
              2,
              2,
              "roam.tlv.length",
              header.length(),
              rest.claimedLength(),
              "The TLV header's length (RFC 5845 7.2)");
        }
        yield new Step.Protocol(header.nextHeader(), rest);
      }
    };
  }

  static Step mobility(Layers layers, Slice slice) {
    IpScope scope = layers.scope();
    if (scope == null) {
      return layers.opaque(slice, "Mobility Header without IP");
    }
    MobilityHeader header =
        MobilityDissector.dissect(
            slice, scope.effectiveSource(), scope.effectiveDestination(), layers.problems);
    if (header == null) {
      return layers.cut(slice, MobilityHeader::cut);
    }
    layers.add(header);
    return Step.DONE;
  }

  static Step ike(Layers layers, Slice payload) {
    IkeDissection dissection = IkeDissector.dissect(payload);
    layers.problems.addAll(dissection.problems());
    if (dissection.part() != null) {
      layers.add(dissection.part());
    }
    if (dissection.message() == null) {
      return Step.DONE;
    }
    IkeMessage message = layers.add(dissection.message());
    IpScope scope = layers.scope();
    Slice whole =
        scope == null || message.fragment().isEmpty()
            ? null
            : layers.opener.assembled(message, scope.source());
    if (whole != null) {
      IkeDissection assembled = IkeDissector.dissect(whole);
      layers.problems.addAll(assembled.problems());
      if (assembled.message() != null) {
        layers.add(assembled.message());
      }
    }
    return Step.DONE;
  }

  static Step natTraversal(Layers layers, Slice payload) {
    return switch (UdpEncapsulation.of(payload)) {
      case KEEPALIVE -> {
        layers.add(new NatKeepalive(payload));
        yield Step.DONE;
      }
      case IKE -> {
        layers.add(new NonEspMarker(payload.part(0, UdpEncapsulation.MARKER_OCTETS)));
        yield ike(layers, payload.from(UdpEncapsulation.MARKER_OCTETS));
      }
      case ESP -> {
        layers.add(UdpEncapsulatedEsp.of(payload));
        yield esp(layers, payload);
      }
      case EMPTY, UNKNOWN -> layers.opaque(payload, "Unknown UDP encapsulation");
    };
  }

  /** ESP is opaque unless its encryption is NULL, which the inside has to prove. */
  static Step esp(Layers layers, Slice slice) {
    EspHeader header = EspHeader.read(slice, layers.problems);
    if (header == null) {
      return layers.cut(slice, EspHeader::cut);
    }
    layers.order.next(Header.ESP, slice, "esp", layers);
    layers.add(header);
    IpScope scope = layers.scope();
    Optional<NullEsp.Inner> inner =
        scope == null || layers.insideEsp
            ? Optional.empty()
            : NullEsp.find(slice, (next, payload) -> proves(scope, next, payload));
    if (inner.isEmpty()) {
      return Step.DONE;
    }
    layers.insideEsp = true;
    layers.add(inner.get().trailer());
    return new Step.Protocol(inner.get().nextHeader(), inner.get().payload());
  }

  /** A Mobility Header as long as its octets with a right checksum: 1 in 65,536 by chance. */
  private static boolean proves(IpScope scope, int nextHeader, Slice payload) {
    if (nextHeader != MobilityHeader.PROTOCOL || scope.source().v4()) {
      return false;
    }
    MobilityHeader header =
        MobilityDissector.dissect(
            payload, scope.effectiveSource(), scope.effectiveDestination(), new ArrayList<>());
    return header != null
        && header.checksum() == ChecksumStatus.GOOD
        && header.slice().length() == payload.length();
  }

  static Step authentication(Layers layers, Slice slice) {
    AhHeader header = AhHeader.read(slice, layers.problems);
    if (header == null) {
      return layers.cut(slice.part(0, AhHeader.FIXED_OCTETS), AhHeader::cut);
    }
    if (++layers.extensions > Dissector.MAX_EXTENSIONS) {
      return layers.limit(
          slice, "ah", "More than " + Dissector.MAX_EXTENSIONS + " extension headers");
    }
    layers.order.next(Header.AUTHENTICATION, slice, "ah", layers);
    layers.add(header);
    if (header.slice().length() < header.octets()) {
      return Step.DONE;
    }
    return new Step.Protocol(header.nextHeader(), slice.from(header.octets()));
  }
}
