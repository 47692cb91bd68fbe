package org.roamscope.crypto;

import java.util.Optional;
import org.roamscope.bytes.Slice;

/**
 * Where the parts of a protected body lie, which needs its algorithms and no key: initialization
 * vector, ciphertext, integrity checksum (RFC 4303 section 2, RFC 7296 section 3.14).
 *
 * @param body from the first octet of the initialization vector to the last of the checksum
 * @param ivOctets octets of the initialization vector
 * @param icvOctets octets of the checksum
 */
public record Envelope(Slice body, int ivOctets, int icvOctets) {
  /**
   * Finds the parts.
   *
   * @param body from the first octet of the initialization vector to the last of the checksum
   * @return the parts; empty when the body is cut or too short for them
   */
  public static Optional<Envelope> of(Slice body, Encryption encryption, Integrity integrity) {
    Envelope envelope = new Envelope(body, encryption.ivOctets(), icvOctets(encryption, integrity));
    return !body.truncated() && body.length() >= envelope.ivOctets + envelope.icvOctets
        ? Optional.of(envelope)
        : Optional.empty();
  }

  /** Octets of the checksum: the algorithm's own, or the integrity algorithm's. */
  static int icvOctets(Encryption encryption, Integrity integrity) {
    return encryption.aead() ? encryption.icvOctets() : integrity.icvOctets();
  }

  /** Initialization vector. */
  public Slice iv() {
    return body.part(0, ivOctets);
  }

  /** What is encrypted. */
  public Slice ciphertext() {
    return body.part(ivOctets, body.length() - ivOctets - icvOctets);
  }

  /** Integrity checksum. */
  public Slice icv() {
    return body.part(body.length() - icvOctets, icvOctets);
  }

  /** Ciphertext and checksum, as AEAD ciphers take them. */
  byte[] sealed() {
    return body.bytes(ivOctets, body.length() - ivOctets);
  }
}
