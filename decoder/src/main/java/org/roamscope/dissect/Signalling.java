package org.roamscope.dissect;

import org.roamscope.bytes.Slice;
import org.roamscope.dissect.HeaderOrder.Header;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.ProblemKind;
import org.roamscope.ike.DecryptedFragment;
import org.roamscope.ike.DecryptedPayloads;
import org.roamscope.ike.Decryption;
import org.roamscope.ike.FragmentAssembler;
import org.roamscope.ike.IkeChain;
import org.roamscope.ike.IkeDissection;
import org.roamscope.ike.IkeDissector;
import org.roamscope.ike.IkeMessage;
import org.roamscope.ipsec.AhHeader;
import org.roamscope.ipsec.EspHeader;
import org.roamscope.ipsec.EspTrailer;
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
    if (scope == null) {
      return Step.DONE;
    }
    opened(layers, message, scope);
    Slice whole =
        message.fragment().isEmpty() ? null : layers.opener.assembled(message, scope.source());
    if (whole != null) {
      IkeDissection assembled = IkeDissector.dissect(whole);
      layers.problems.addAll(assembled.problems());
      if (assembled.message() != null) {
        opened(layers, layers.add(assembled.message()), scope);
      }
    }
    return Step.DONE;
  }

  /** What is inside stands right behind the message. */
  private static void opened(Layers layers, IkeMessage message, IpScope scope) {
    switch (layers.opener.ike(message, scope)) {
      case null -> {}
      case OpenedIke.Whole(
              int version,
              int first,
              Slice plaintext,
              Slice payloads,
              Decryption decryption) -> {
        IkeChain chain = IkeDissector.chain(version, first, payloads);
        layers.add(DecryptedPayloads.of(version, plaintext, decryption, chain.payloads()));
        layers.problems.addAll(chain.problems());
      }
      case OpenedIke.Piece(
              Slice plaintext,
              Decryption decryption,
              FragmentAssembler.Assembled whole) -> {
        layers.add(new DecryptedFragment(plaintext, decryption));
        if (whole != null) {
          IkeChain chain = IkeDissector.chain(2, whole.firstPayload(), whole.octets());
          layers.add(DecryptedPayloads.joined(whole, chain.payloads()));
          layers.problems.addAll(chain.problems());
        }
      }
    }
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

  /**
   * ESP is opaque unless a key opens it, or its encryption is NULL, which the inside has to prove.
   */
  static Step esp(Layers layers, Slice slice) {
    EspHeader header = EspHeader.read(slice, layers.problems);
    if (header == null) {
      return layers.cut(slice, EspHeader::cut);
    }
    layers.order.next(Header.ESP, slice, "esp", layers);
    layers.add(header);
    IpScope scope = layers.scope();
    if (scope == null || layers.openEsp == Dissector.MAX_OPEN_ESP) {
      return Step.DONE;
    }
    NullEsp.Inner clear = NullEncryption.find(slice, scope).orElse(null);
    OpenedEsp opened = layers.opener.esp(header, slice, scope, clear);
    if (opened != null) {
      layers.add(opened.content());
      return inside(layers, opened.trailer(), opened.content().payload());
    }
    return clear == null || layers.insideEsp
        ? Step.DONE
        : inside(layers, clear.trailer(), clear.payload());
  }

  private static Step inside(Layers layers, EspTrailer trailer, Slice payload) {
    layers.openEsp++;
    layers.insideEsp = true;
    layers.add(trailer);
    return new Step.Protocol(trailer.nextHeader(), payload);
  }

  /** The packet counts from its IP header on, and only where it was sent in one piece. */
  private static ChecksumStatus authentic(Layers layers, AhHeader header, Slice slice) {
    IpScope scope = layers.scope();
    Slice packet = layers.packet;
    if (scope == null) {
      return ChecksumStatus.UNVERIFIABLE;
    }
    return packet != null && packet.sameSource(slice)
        ? layers.opener.authentic(header, packet, slice.offset() - packet.offset(), scope)
        : layers.opener.authentic(header, null, 0, scope);
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
    ChecksumStatus status = authentic(layers, header, slice);
    layers.add(header.with(status));
    layers.insideAh = true;
    if (header.slice().length() < header.octets()) {
      return Step.DONE;
    }
    if (status == ChecksumStatus.BAD) {
      layers.problem(
          ProblemKind.CHECKSUM,
          header.icv().span(),
          "ah.icv",
          "The integrity check value of AH does not fit any key for its SPI.");
    }
    return new Step.Protocol(header.nextHeader(), slice.from(header.octets()));
  }
}
