package org.roamscope.crypto;

import java.util.Arrays;
import java.util.Optional;

/**
 * Integrity algorithms of IKE, ESP and AH: the IANA registry of IKEv2 transforms of type 3, and
 * what key files name beside it. The {@code ANY} ones stand for a checksum of known length and
 * unknown algorithm: it is passed over, not checked.
 */
public enum Integrity {
  /** No integrity algorithm: none negotiated, or an encryption that authenticates too. */
  NONE(0, 0, 0),
  /** HMAC-MD5-96, RFC 2403. */
  HMAC_MD5_96(1, 16, 12),
  /** HMAC-SHA1-96, RFC 2404. */
  HMAC_SHA1_96(2, 20, 12),
  /** AES-XCBC-MAC-96, RFC 3566. */
  AES_XCBC_96(5, 16, 12),
  /** HMAC-MD5-128, RFC 4595. */
  HMAC_MD5_128(6, 16, 16),
  /** HMAC-SHA1-160, RFC 4595. */
  HMAC_SHA1_160(7, 20, 20),
  /** AES-CMAC-96, RFC 4494. */
  AES_CMAC_96(8, 16, 12),
  /** HMAC-SHA2-256-128, RFC 4868. */
  HMAC_SHA2_256_128(12, 32, 16),
  /** HMAC-SHA2-384-192, RFC 4868. */
  HMAC_SHA2_384_192(13, 48, 24),
  /** HMAC-SHA2-512-256, RFC 4868. */
  HMAC_SHA2_512_256(14, 64, 32),
  /** HMAC-SHA2-256 cut to 96 bits, as a draft before RFC 4868 had it and old kernels still do. */
  HMAC_SHA2_256_96(-1, 32, 12),
  /** HMAC-RIPEMD-160-96, RFC 2857. */
  HMAC_RIPEMD_160_96(-1, 20, 12),
  /** 64 bits of whatever. */
  ANY_64(-1, 0, 8),
  /** 96 bits of whatever. */
  ANY_96(-1, 0, 12),
  /** 128 bits of whatever. */
  ANY_128(-1, 0, 16),
  /** 160 bits of whatever. */
  ANY_160(-1, 0, 20),
  /** 192 bits of whatever. */
  ANY_192(-1, 0, 24),
  /** 256 bits of whatever. */
  ANY_256(-1, 0, 32);

  private final int transform;
  private final int keyOctets;
  private final int icvOctets;

  Integrity(int transform, int keyOctets, int icvOctets) {
    this.transform = transform;
    this.keyOctets = keyOctets;
    this.icvOctets = icvOctets;
  }

  /** A short name, for example {@code HMAC-SHA1-96}. */
  public String shortName() {
    return name().replace('_', '-');
  }

  /** Octets of key that IKE derives for it. */
  public int keyOctets() {
    return keyOctets;
  }

  /** Octets of the checksum on the wire. */
  public int icvOctets() {
    return icvOctets;
  }

  /** False when the checksum is passed over or there is none. */
  public boolean checks() {
    return keyOctets > 0;
  }

  /**
   * True when a key of {@code octets} can be used: AES wants 16, HMAC takes any length (RFC 2104
   * section 2), though IKE derives one only.
   */
  public boolean accepts(int octets) {
    return switch (this) {
      case AES_XCBC_96, AES_CMAC_96 -> octets == 16;
      default -> true;
    };
  }

  /** Looks a negotiated transform of type 3 up. */
  public static Optional<Integrity> ofTransform(int transformId) {
    return Arrays.stream(values())
        .filter(integrity -> transformId >= 0 && integrity.transform == transformId)
        .findFirst();
  }
}
