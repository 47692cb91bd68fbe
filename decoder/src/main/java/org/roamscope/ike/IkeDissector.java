package org.roamscope.ike;

import static org.roamscope.field.ProblemKind.ORDER;
import static org.roamscope.field.ProblemKind.RESERVED;
import static org.roamscope.field.ProblemKind.VALUE;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;

/**
 * Takes IKE messages apart. Pure and total: every byte sequence gives a result, nothing is thrown,
 * each step goes forward and all lists are capped. Octets that make no sense stay in the message as
 * opaque parts.
 */
public final class IkeDissector {
  /** Payloads read from one message. */
  public static final int MAX_PAYLOADS = 256;

  private static final int RESERVED_FLAGS_V1 = 0xf8;
  private static final int RESERVED_FLAGS_V2 = 0xc7;

  private final ProblemLog log = new ProblemLog();
  private final List<IkePayload> payloads = new ArrayList<>();

  private IkeDissector() {}

  /**
   * Takes a datagram apart.
   *
   * @param datagram UDP payload from the first octet of the IKE header: without a non-ESP marker
   */
  public static IkeDissection dissect(Slice datagram) {
    IkeDissector dissector = new IkeDissector();
    if (!dissector.log.holds(datagram, IkeHeader.OCTETS, "isakmp", "The IKE header")) {
      return new IkeDissection(null, new IkeHeaderPart(datagram), dissector.log.list());
    }
    dissector.message(datagram);
    MessageRules.message(datagram, dissector.payloads, dissector.log);
    return new IkeDissection(
        new IkeMessage(datagram, List.copyOf(dissector.payloads)), null, dissector.log.list());
  }

  /**
   * Takes decrypted payloads apart.
   *
   * @param majorVersion 1 or 2
   * @param firstPayload type of the first payload: Next Payload of the SK payload
   * @param bytes the payloads, without initialization vector, padding and checksum
   */
  public static IkeChain chain(int majorVersion, int firstPayload, Slice bytes) {
    IkeDissector dissector = new IkeDissector();
    dissector.payloads(majorVersion, firstPayload, bytes);
    MessageRules.chain(majorVersion, dissector.payloads, dissector.log);
    return new IkeChain(List.copyOf(dissector.payloads), dissector.log.list());
  }

  private void message(Slice datagram) {
    int version = IkeHeader.MAJOR_VERSION.getInt(datagram);
    int first = IkeHeader.NEXT_PAYLOAD.getInt(datagram);
    long length = IkeHeader.LENGTH.get(datagram);
    long there = datagram.claimedLength();
    if (length != there) {
      log.length(
          IkeHeader.LENGTH.span(datagram),
          "isakmp.length",
          length,
          there,
          "The header says " + length + " octets, the datagram has " + there + ".");
    }
    flags(version, datagram);
    if (length < IkeHeader.OCTETS) {
      opaque(version, first, datagram.from(IkeHeader.OCTETS));
      return;
    }
    long end = Math.min(length, there);
    log.whole(datagram.part(0, end), "isakmp", "The message");
    body(version, first, datagram.part(IkeHeader.OCTETS, end - IkeHeader.OCTETS), datagram);
    if (end < datagram.length()) {
      payloads.add(OpaquePayload.undissected(0, datagram.from((int) end)));
    }
  }

  private void flags(int version, Slice datagram) {
    int flags = IkeHeader.FLAGS.getInt(datagram);
    int reserved =
        switch (version) {
          case 1 -> flags & RESERVED_FLAGS_V1;
          case 2 -> flags & RESERVED_FLAGS_V2;
          default -> {
            log.add(
                VALUE,
                IkeHeader.VERSION.span(datagram),
                "isakmp.version",
                "Version " + IkeHeader.VERSION.text(datagram) + " is neither IKEv1 nor IKEv2.");
            yield 0;
          }
        };
    if (reserved != 0) {
      log.add(
          RESERVED,
          IkeHeader.FLAGS.span(datagram),
          "isakmp.flags",
          String.format("Reserved flags are set: 0x%02x.", reserved));
    }
  }

  private void body(int version, int first, Slice body, Slice datagram) {
    // Fragments of an IKEv1 message are in the clear, whatever the message in them is.
    if (version == 1 && IkeHeader.ENCRYPTION.get(datagram) && first != MessageFragment.TYPE) {
      if (body.length() > 0) {
        payloads.add(OpaquePayload.encryptedBody(first, body));
      }
    } else if (version == 1 || version == 2) {
      payloads(version, first, body);
    } else {
      opaque(version, first, body);
    }
  }

  private void opaque(int version, int type, Slice rest) {
    if (rest.length() > 0) {
      payloads.add(OpaquePayload.of(version, type, rest));
    }
  }

  private void payloads(int version, int first, Slice body) {
    int type = first;
    int at = 0;
    while (type != 0) {
      Slice rest = body.from(at);
      if (payloads.size() == MAX_PAYLOADS) {
        log.limit(rest, "isakmp.nextpayload", "payloads", MAX_PAYLOADS);
        undissected(type, rest);
        return;
      }
      if (!log.holds(rest, GenericHeader.OCTETS, "isakmp.payloadlength", "A payload header")) {
        undissected(type, rest);
        return;
      }
      int length = rest.u16(2);
      if (length < GenericHeader.OCTETS || length > rest.claimedLength()) {
        log.length(
            rest.span(2, 2),
            "isakmp.payloadlength",
            length,
            rest.claimedLength(),
            "A payload of " + length + " octets where " + rest.claimedLength() + " are left.");
        // Where it ends is unknown: what it says of itself is shown and not judged.
        payloads.add(
            length < GenericHeader.OCTETS
                ? OpaquePayload.of(version, type, rest)
                : payload(version, type, rest, new ProblemLog()));
        return;
      }
      Slice slice = rest.part(0, length);
      int reserved = rest.u8(1) & (version == 2 ? 0x7f : 0xff);
      if (reserved != 0) {
        log.reserved(rest, 1, version == 2 ? "isakmp.reserved7" : "isakmp.reserved");
      }
      payloads.add(payload(version, type, slice, log));
      if (slice.truncated()) {
        return;
      }
      at += length;
      boolean last = version == 2 && (type == Encrypted.TYPE || type == EncryptedFragment.TYPE);
      if (last && body.from(at).claimedLength() > 0) {
        log.add(
            ORDER,
            body.from(at).span(),
            "isakmp.typepayload",
            "The encrypted payload must be the last one (RFC 5996 3.14).");
        undissected(0, body.from(at));
        return;
      }
      type = last ? 0 : rest.u8(0);
    }
    Slice rest = body.from(at);
    if (rest.claimedLength() > 0) {
      log.length(
          rest.span(),
          "isakmp.nextpayload",
          0,
          rest.claimedLength(),
          rest.claimedLength() + " octets after the last payload.");
      undissected(0, rest);
    }
  }

  private void undissected(int type, Slice rest) {
    if (rest.length() > 0) {
      payloads.add(OpaquePayload.undissected(type, rest));
    }
  }

  private IkePayload payload(int version, int type, Slice slice, ProblemLog to) {
    return version == 2 ? payloadV2(type, slice, to) : payloadV1(type, slice, to);
  }

  private IkePayload payloadV2(int type, Slice slice, ProblemLog to) {
    return switch (type) {
      case SecurityAssociation.TYPE -> SecurityAssociation.read(slice, to);
      case KeyExchange.TYPE -> KeyExchange.read(slice, to);
      case CertificateRequest.TYPE -> CertificateRequest.read(type, slice, to);
      case Identification.TYPE_INITIATOR, Identification.TYPE_RESPONDER ->
          Identification.read(type, slice, to);
      case Nonce.TYPE -> Nonce.read(type, slice, to);
      case Notify.TYPE -> Notify.read(type, slice, to);
      case Delete.TYPE -> Delete.read(type, slice, to);
      case VendorId.TYPE -> VendorId.of(type, slice);
      case TrafficSelectors.TYPE_INITIATOR, TrafficSelectors.TYPE_RESPONDER ->
          TrafficSelectors.read(type, slice, to);
      case Encrypted.TYPE -> new Encrypted(slice);
      case Configuration.TYPE -> Configuration.read(type, slice, to);
      case Eap.TYPE -> Eap.read(slice, to);
      case EncryptedFragment.TYPE -> EncryptedFragment.read(slice, to);
      default -> plain(2, type, slice, to);
    };
  }

  private IkePayload payloadV1(int type, Slice slice, ProblemLog to) {
    if (type == Proposal.TYPE || type == Transform.TYPE) {
      to.add(
          ORDER,
          slice.span(),
          IkePayload.TYPE_FILTER_NAME,
          "Proposals and transforms stand in an SA payload only (RFC 2408 4.2).");
    }
    return switch (type) {
      case SecurityAssociation.TYPE_V1 -> SecurityAssociation.readV1(slice, to);
      case KeyExchange.TYPE_V1 -> new KeyExchange(type, slice);
      case CertificateRequest.TYPE_V1 -> CertificateRequest.read(type, slice, to);
      case Identification.TYPE_V1 -> Identification.read(type, slice, to);
      case Nonce.TYPE_V1 -> Nonce.read(type, slice, to);
      case Notify.TYPE_V1 -> Notify.read(type, slice, to);
      case Delete.TYPE_V1 -> Delete.read(type, slice, to);
      case VendorId.TYPE_V1 -> VendorId.of(type, slice);
      case Configuration.TYPE_V1 -> Configuration.read(type, slice, to);
      case MessageFragment.TYPE -> MessageFragment.read(slice, to);
      default -> plain(1, type, slice, to);
    };
  }

  private IkePayload plain(int version, int type, Slice slice, ProblemLog to) {
    return PlainPayload.read(version, type, slice, to)
        .orElseGet(() -> OpaquePayload.of(version, type, slice));
  }
}
