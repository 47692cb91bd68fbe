package org.roamscope.ike;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Writes IKE messages for tests and samples, from the layouts that read them. Deterministic: keys,
 * nonces and encrypted octets are made from the SPIs, so they protect nothing.
 */
public final class IkeEncoder {
  private static final int VERSION_1 = 0x10;
  private static final int VERSION_2 = 0x20;
  private static final int FLAG_RESPONSE = 0x20;
  private static final int FLAG_INITIATOR = 0x08;
  private static final int FLAG_ENCRYPTION = 0x01;
  private static final int GROUP_14_OCTETS = 256;
  private static final int NONCE_OCTETS = 32;

  private IkeEncoder() {}

  /** Who sends an IKEv2 message, as its flags say it. */
  public enum Sender {
    /** A request of who initiated the SA. */
    INITIATOR_REQUEST(FLAG_INITIATOR),
    /** A response of who initiated the SA. */
    INITIATOR_RESPONSE(FLAG_INITIATOR | FLAG_RESPONSE),
    /** A request of the other end. */
    RESPONDER_REQUEST(0),
    /** A response of the other end. */
    RESPONDER_RESPONSE(FLAG_RESPONSE);

    private final int flags;

    Sender(int flags) {
      this.flags = flags;
    }
  }

  /**
   * A UDP endpoint.
   *
   * @param address IP address
   * @param port UDP port
   */
  public record Endpoint(IpAddress address, int port) {}

  /**
   * A payload to write.
   *
   * @param type payload type
   * @param body what follows the generic header
   */
  public record Part(int type, Slice body) {
    /** A payload with these octets. */
    public static Part of(int type, byte[]... body) {
      return new Part(type, Slice.of(join(body)));
    }
  }

  /** An IKEv2 message of payloads in the clear; chain and lengths are filled in. */
  public static byte[] message(
      Sender sender, long spiI, long spiR, int exchange, long messageId, List<Part> parts) {
    return message(VERSION_2, sender.flags, spiI, spiR, exchange, messageId, parts);
  }

  /** IKE_SA_INIT: SA, KE, Nonce and both NAT detection notifies, for one proposal. */
  public static byte[] saInit(
      Sender sender, long spiI, long spiR, Endpoint source, Endpoint destination) {
    byte[] from = NatHash.of(spiI, spiR, source.address(), source.port());
    byte[] to = NatHash.of(spiI, spiR, destination.address(), destination.port());
    long seed = spiI * 31 + spiR;
    return message(
        sender,
        spiI,
        spiR,
        IkeMessage.IKE_SA_INIT,
        0,
        List.of(
            Part.of(SecurityAssociation.TYPE, proposal()),
            Part.of(
                KeyExchange.TYPE,
                fixed(KeyExchange.WIRE, KeyExchange.GROUP, 14),
                noise(seed, GROUP_14_OCTETS)),
            Part.of(Nonce.TYPE, noise(~seed, NONCE_OCTETS)),
            notify(16388, from),
            notify(16389, to)));
  }

  /** A Notify payload without SPI. */
  public static Part notify(int messageType, byte[] data) {
    return Part.of(Notify.TYPE, fixed(Notify.WIRE, Notify.MESSAGE_TYPE, messageType), data);
  }

  /**
   * An encrypted IKEv2 message.
   *
   * @param inside type of the first payload inside, 0 for none
   * @param octets length of the message, at least 32
   */
  public static byte[] encrypted(
      Sender sender, long spiI, long spiR, int exchange, long messageId, int inside, int octets) {
    int body = octets - IkeHeader.OCTETS - GenericHeader.OCTETS;
    return single(
        header(VERSION_2, sender.flags, spiI, spiR, exchange, messageId, Encrypted.TYPE, octets),
        inside,
        noise(spiI ^ messageId * 31 ^ sender.flags, body));
  }

  /**
   * One fragment of an encrypted IKEv2 message.
   *
   * @param inside type of the first payload inside, 0 in later fragments
   * @param octets length of the fragment's message, at least 36
   */
  public static byte[] fragment(
      Sender sender,
      long spiI,
      long spiR,
      int exchange,
      long messageId,
      int number,
      int total,
      int inside,
      int octets) {
    byte[] count =
        body(
            EncryptedFragment.WIRE.write(to ->
                to.set(EncryptedFragment.NUMBER, number).set(EncryptedFragment.TOTAL, total)));
    int rest = octets - IkeHeader.OCTETS - EncryptedFragment.WIRE.octets();
    return single(
        header(
            VERSION_2,
            sender.flags,
            spiI,
            spiR,
            exchange,
            messageId,
            EncryptedFragment.TYPE,
            octets),
        inside,
        join(count, noise(spiI ^ messageId * 31 ^ number, rest)));
  }

  /** First or, with a responder cookie, second message of IKEv1 Main Mode: SA and a vendor ID. */
  public static byte[] mainMode(long cookieI, long cookieR) {
    byte[] attributes =
        join(
            attribute(1, 7),
            attribute(14, 128),
            attribute(2, 2),
            attribute(4, 14),
            attribute(3, 1));
    byte[] transform = {1, 1, 0, 0};
    byte[] proposal = join(new byte[] {1, 1, 0, 1}, structure(0, join(transform, attributes)));
    byte[] domain =
        SecurityAssociation.WIRE_V1.write(to ->
            to.set(SecurityAssociation.DOMAIN, 1)
                .set(SecurityAssociation.SITUATION, new byte[] {0, 0, 0, 1}));
    return message(
        VERSION_1,
        0,
        cookieI,
        cookieR,
        IkeMessage.MAIN_MODE,
        0,
        List.of(
            Part.of(SecurityAssociation.TYPE_V1, body(domain), structure(0, proposal)),
            Part.of(VendorId.TYPE_V1, noise(1, 16))));
  }

  /**
   * An IKEv1 message with the E flag set.
   *
   * @param octets length of the message, at least 28
   */
  public static byte[] encryptedV1(
      long cookieI, long cookieR, int exchange, long messageId, int first, int octets) {
    return join(
        header(VERSION_1, FLAG_ENCRYPTION, cookieI, cookieR, exchange, messageId, first, octets),
        noise(cookieI ^ messageId, octets - IkeHeader.OCTETS));
  }

  private static byte[] message(
      int version,
      int flags,
      long spiI,
      long spiR,
      int exchange,
      long messageId,
      List<Part> parts) {
    ByteArrayOutputStream payloads = new ByteArrayOutputStream();
    for (int i = 0; i < parts.size(); i++) {
      int next = i + 1 < parts.size() ? parts.get(i + 1).type() : 0;
      payloads.writeBytes(structure(next, parts.get(i).body().bytes()));
    }
    int first = parts.isEmpty() ? 0 : parts.getFirst().type();
    int octets = IkeHeader.OCTETS + payloads.size();
    return join(
        header(version, flags, spiI, spiR, exchange, messageId, first, octets),
        payloads.toByteArray());
  }

  private static byte[] header(
      int version,
      int flags,
      long spiI,
      long spiR,
      int exchange,
      long messageId,
      int first,
      int octets) {
    return IkeHeader.V2.write(to ->
        to.set(IkeHeader.INITIATOR_SPI, spiI)
            .set(IkeHeader.RESPONDER_SPI, spiR)
            .set(IkeHeader.NEXT_PAYLOAD, first)
            .set(IkeHeader.VERSION, version)
            .set(IkeHeader.EXCHANGE_TYPE, exchange)
            .set(IkeHeader.FLAGS, flags)
            .set(IkeHeader.MESSAGE_ID, messageId)
            .set(IkeHeader.LENGTH, octets));
  }

  private static byte[] single(byte[] header, int next, byte[] body) {
    return join(header, structure(next, body));
  }

  /** Generic header and body. */
  private static byte[] structure(int next, byte[] body) {
    byte[] head =
        GenericHeader.V2.write(to ->
            to.set(GenericHeader.NEXT_PAYLOAD, next)
                .set(GenericHeader.LENGTH, GenericHeader.OCTETS + body.length));
    return join(head, body);
  }

  /** AES-CBC-128, HMAC-SHA1-96, PRF HMAC-SHA1, group 14. */
  private static byte[] proposal() {
    byte[] head = {1, 1, 0, 4};
    return structure(
        0,
        join(
            head,
            structure(3, join(new byte[] {1, 0, 0, 12}, attribute(14, 128))),
            structure(3, new byte[] {3, 0, 0, 2}),
            structure(3, new byte[] {2, 0, 0, 2}),
            structure(0, new byte[] {4, 0, 0, 14})));
  }

  private static byte[] attribute(int type, int value) {
    return new byte[] {(byte) (0x80 | type >>> 8), (byte) type, (byte) (value >>> 8), (byte) value};
  }

  /** A payload's fixed fields behind the generic header, with one of them set. */
  private static byte[] fixed(Layout wire, UInt field, long value) {
    return body(wire.write(to -> to.set(field, value)));
  }

  private static byte[] body(byte[] payload) {
    return Slice.of(payload).from(GenericHeader.OCTETS).bytes();
  }

  /** Octets that look random and are the same every time. */
  private static byte[] noise(long seed, int octets) {
    byte[] out = new byte[octets];
    long state = seed;
    for (int i = 0; i < octets; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      out[i] = (byte) (state >>> 56);
    }
    return out;
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
