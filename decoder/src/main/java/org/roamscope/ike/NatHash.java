package org.roamscope.ike;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
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
    return of(20, initiatorSpi, responderSpi, address, port).orElseThrow();
  }

  /**
   * The same by the hash function of IKEv1 that gives so many octets (RFC 3947 section 3.2).
   *
   * @return empty when no hash function in use does
   */
  public static Optional<byte[]> of(
      int digestOctets, long initiatorSpi, long responderSpi, IpAddress address, int port) {
    String algorithm =
        switch (digestOctets) {
          case 16 -> "MD5";
          case 20 -> "SHA-1";
          case 32 -> "SHA-256";
          case 48 -> "SHA-384";
          case 64 -> "SHA-512";
          default -> "";
        };
    if (algorithm.isEmpty()) {
      return Optional.empty();
    }
    byte[] octets = address.bytes();
    ByteBuffer input = ByteBuffer.allocate(16 + octets.length + 2);
    input.putLong(initiatorSpi).putLong(responderSpi).put(octets).putShort((short) port);
    try {
      return Optional.of(MessageDigest.getInstance(algorithm).digest(input.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
