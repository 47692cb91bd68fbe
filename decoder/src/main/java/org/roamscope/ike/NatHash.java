package org.roamscope.ike;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.roamscope.field.IpAddress;

/** The digest with which the ends of an IKE SA find a NAT between them, RFC 5996 section 2.23. */
public final class NatHash {
  private NatHash() {}

  /**
   * SHA-1 over both SPIs, address and port: 20 octets.
   *
   * @param initiatorSpi as in the header of the message that carries the digest
   * @param responderSpi as in the header of the message that carries the digest
   * @param address address of the end
   * @param port UDP port of the end
   */
  public static byte[] of(long initiatorSpi, long responderSpi, IpAddress address, int port) {
    byte[] octets = address.bytes();
    ByteBuffer input = ByteBuffer.allocate(16 + octets.length + 2);
    input.putLong(initiatorSpi).putLong(responderSpi).put(octets).putShort((short) port);
    try {
      return MessageDigest.getInstance("SHA-1").digest(input.array());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
