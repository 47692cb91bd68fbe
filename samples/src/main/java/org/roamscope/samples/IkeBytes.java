package org.roamscope.samples;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.roamscope.bytes.Hex;
import org.roamscope.field.IpAddress;
import org.roamscope.net.PacketEncoder;

/**
 * IKE messages as they look without keys, RFC 7296 section 3 and RFC 2408 section 3: headers and
 * plaintext payloads are right, what would be encrypted is noise of the right length.
 */
final class IkeBytes {
  static final int IKE_SA_INIT = 34;
  static final int IKE_AUTH = 35;
  static final int CREATE_CHILD_SA = 36;
  static final int INFORMATIONAL = 37;
  static final int MAIN_MODE = 2;
  static final int INFORMATIONAL_1 = 5;
  static final int QUICK_MODE = 32;

  static final int INITIATOR = 0x08;
  static final int RESPONSE = 0x20;

  private static final int VERSION_2 = 0x20;
  private static final int VERSION_1 = 0x10;
  private static final int ENCRYPTION = 0x01;

  private static final int SA = 33;
  private static final int KE = 34;
  private static final int NONCE = 40;
  private static final int NOTIFY = 41;
  private static final int SK = 46;

  private static final int INVALID_IKE_SPI = 4;
  private static final int NAT_DETECTION_SOURCE_IP = 16388;
  private static final int NAT_DETECTION_DESTINATION_IP = 16389;
  private static final int COOKIE = 16390;
  private static final int NO_PROPOSAL_CHOSEN = 14;

  private static final int HEADER = 28;

  /** ENCR_AES_GCM_16 128, PRF_HMAC_SHA2_256, group 19. */
  private static final byte[] PROPOSAL =
      Hex.parse("00000024 01010003 0300000c 01000014 800e0080 03000008 02000005 00000008 04000013");

  /**
   * Both SPIs.
   *
   * @param initiator initiator's SPI
   * @param responder responder's SPI, 0 while unknown
   */
  record Spis(long initiator, long responder) {}

  /**
   * Where a message goes, as its sender sees it: what NAT detection hashes.
   *
   * @param source sender's address
   * @param sourcePort sender's port
   * @param destination receiver's address
   * @param destinationPort receiver's port
   */
  record Ends(IpAddress source, int sourcePort, IpAddress destination, int destinationPort) {}

  private IkeBytes() {}

  /** IKE_SA_INIT request; with a cookie when one was asked for. */
  static byte[] initRequest(long spi, boolean withCookie, Ends ends) {
    Spis spis = new Spis(spi, 0);
    byte[] body = init(spis, spi, ends);
    if (withCookie) {
      body = PacketEncoder.join(payload(SA, notify(COOKIE, cookie(spi))), body);
      return message(spis, NOTIFY, VERSION_2, IKE_SA_INIT, INITIATOR, 0, body);
    }
    return message(spis, SA, VERSION_2, IKE_SA_INIT, INITIATOR, 0, body);
  }

  /** IKE_SA_INIT is refused with NO_PROPOSAL_CHOSEN. */
  static byte[] refusal(long spi) {
    byte[] body = payload(0, notify(NO_PROPOSAL_CHOSEN, new byte[0]));
    return message(new Spis(spi, 0), NOTIFY, VERSION_2, IKE_SA_INIT, RESPONSE, 0, body);
  }

  /** The response that asks for a cookie: no state, no responder SPI. */
  static byte[] cookieResponse(long spi) {
    byte[] body = payload(0, notify(COOKIE, cookie(spi)));
    return message(new Spis(spi, 0), NOTIFY, VERSION_2, IKE_SA_INIT, RESPONSE, 0, body);
  }

  /** IKE_SA_INIT response. */
  static byte[] initResponse(Spis spis, Ends ends) {
    byte[] body = init(spis, spis.responder(), ends);
    return message(spis, SA, VERSION_2, IKE_SA_INIT, RESPONSE, 0, body);
  }

  /** A message with nothing but an SK payload, {@code octets} long in all. */
  static byte[] sealed(Spis spis, int exchange, int flags, int messageId, int octets) {
    long seed = seed(spis, exchange * 256L + flags, messageId);
    byte[] body = payload(0, PacketEncoder.opaque(seed, octets - HEADER - 4));
    return message(spis, SK, VERSION_2, exchange, flags, messageId, body);
  }

  /** INVALID_IKE_SPI without protection: the answer to a message on an SA nobody knows. */
  static byte[] invalidSpi(Spis spis, int exchange, int messageId) {
    byte[] body = payload(0, notify(INVALID_IKE_SPI, new byte[0]));
    return message(spis, NOTIFY, VERSION_2, exchange, RESPONSE, messageId, body);
  }

  /** Message 1 to 6 of IKEv1 main mode. */
  static byte[] mainMode(Spis spis, int number) {
    Spis shown = number == 1 ? new Spis(spis.initiator(), 0) : spis;
    if (number > 4) {
      byte[] noise = PacketEncoder.opaque(seed(spis, MAIN_MODE, number), 48);
      return message(shown, 5, VERSION_1, MAIN_MODE, ENCRYPTION, 0, noise);
    }
    if (number > 2) {
      byte[] exchange = payload(10, PacketEncoder.opaque(seed(spis, MAIN_MODE, number), 128));
      byte[] nonce = payload(0, PacketEncoder.opaque(seed(spis, NONCE, number), 32));
      byte[] body = PacketEncoder.join(exchange, nonce);
      return message(shown, 4, VERSION_1, MAIN_MODE, 0, 0, body);
    }
    byte[] proposal =
        Hex.parse(
            "00000001 00000001 0000002c 01010001 00000024 01010000 80010007 800e0080 80020002"
                + " 80040002 80030001 800b0001 800c0e10");
    return message(shown, 1, VERSION_1, MAIN_MODE, 0, 0, payload(0, proposal));
  }

  /** An encrypted IKEv1 message of quick mode or informational. */
  static byte[] sealed1(Spis spis, int exchange, int messageId, int octets) {
    byte[] noise = PacketEncoder.opaque(seed(spis, exchange, messageId), octets - HEADER);
    return message(spis, 8, VERSION_1, exchange, ENCRYPTION, messageId, noise);
  }

  /** The message behind the marker that tells it from ESP on port 4500, RFC 3948 section 2.2. */
  static byte[] marked(byte[] message) {
    return PacketEncoder.join(new byte[4], message);
  }

  private static byte[] init(Spis spis, long seed, Ends ends) {
    byte[] group = {0, 19, 0, 0};
    return PacketEncoder.join(
        payload(KE, PROPOSAL),
        payload(NONCE, PacketEncoder.join(group, PacketEncoder.opaque(seed, 64))),
        payload(NOTIFY, PacketEncoder.opaque(~seed, 32)),
        payload(
            NOTIFY,
            notify(NAT_DETECTION_SOURCE_IP, natHash(spis, ends.source(), ends.sourcePort()))),
        payload(
            0,
            notify(
                NAT_DETECTION_DESTINATION_IP,
                natHash(spis, ends.destination(), ends.destinationPort()))));
  }

  private static byte[] natHash(Spis spis, IpAddress address, int port) {
    ByteBuffer data = ByteBuffer.allocate(18 + address.bytes().length);
    data.putLong(spis.initiator()).putLong(spis.responder()).put(address.bytes());
    try {
      return MessageDigest.getInstance("SHA-1").digest(data.putShort((short) port).array());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }

  private static byte[] cookie(long spi) {
    return PacketEncoder.opaque(spi ^ COOKIE, 24);
  }

  private static byte[] notify(int type, byte[] data) {
    return PacketEncoder.join(new byte[] {0, 0, (byte) (type >>> 8), (byte) type}, data);
  }

  private static byte[] payload(int next, byte[] data) {
    int length = data.length + 4;
    byte[] header = {(byte) next, 0, (byte) (length >>> 8), (byte) length};
    return PacketEncoder.join(header, data);
  }

  private static long seed(Spis spis, long kind, long messageId) {
    return spis.initiator() * 31 ^ spis.responder() ^ kind << 40 ^ messageId;
  }

  private static byte[] message(
      Spis spis, int next, int version, int exchange, int flags, int messageId, byte[] body) {
    return ByteBuffer.allocate(HEADER + body.length)
        .putLong(spis.initiator())
        .putLong(spis.responder())
        .put((byte) next)
        .put((byte) version)
        .put((byte) exchange)
        .put((byte) flags)
        .putInt(messageId)
        .putInt(HEADER + body.length)
        .put(body)
        .array();
  }
}
