package org.roamscope.crypto;

import java.util.Arrays;
import java.util.Optional;

/** Pseudo-random functions of IKEv2, transforms of type 2: what keys are made with. */
public enum PseudoRandom {
  /** HMAC-MD5, RFC 2104. */
  HMAC_MD5(1, 16),
  /** HMAC-SHA1, RFC 2104. */
  HMAC_SHA1(2, 20),
  /** AES-XCBC-PRF-128, RFC 4434. */
  AES_XCBC_128(4, 16),
  /** HMAC-SHA2-256, RFC 4868. */
  HMAC_SHA2_256(5, 32),
  /** HMAC-SHA2-384, RFC 4868. */
  HMAC_SHA2_384(6, 48),
  /** HMAC-SHA2-512, RFC 4868. */
  HMAC_SHA2_512(7, 64),
  /** AES-CMAC-PRF-128, RFC 4615. */
  AES_CMAC_128(8, 16);

  private final int transform;
  private final int octets;

  PseudoRandom(int transform, int octets) {
    this.transform = transform;
    this.octets = octets;
  }

  /** Octets it gives, and of the keys SK_d, SK_pi and SK_pr, RFC 7296 section 2.14. */
  public int octets() {
    return octets;
  }

  /** True when its first key is made from 8 octets of each nonce, RFC 7296 section 2.14. */
  boolean halvesNonces() {
    return this == AES_XCBC_128 || this == AES_CMAC_128;
  }

  /** Looks a negotiated transform of type 2 up. */
  public static Optional<PseudoRandom> ofTransform(int transformId) {
    return Arrays.stream(values()).filter(prf -> prf.transform == transformId).findFirst();
  }

  /** The function with its key, which may have any length. */
  MacFunction keyed(KeyMaterial key) {
    byte[] octets = key.octets();
    return switch (this) {
      case HMAC_MD5 -> MacFunction.hmac("HmacMD5", octets);
      case HMAC_SHA1 -> MacFunction.hmac("HmacSHA1", octets);
      case HMAC_SHA2_256 -> MacFunction.hmac("HmacSHA256", octets);
      case HMAC_SHA2_384 -> MacFunction.hmac("HmacSHA384", octets);
      case HMAC_SHA2_512 -> MacFunction.hmac("HmacSHA512", octets);
      case AES_XCBC_128 -> AesMac.xcbc(xcbcKey(octets));
      case AES_CMAC_128 -> AesMac.cmac(cmacKey(octets));
    };
  }

  /**
   * prf(key, parts), RFC 7296 section 2.13.
   *
   * @param key of any length
   * @param parts the data, one part after the other
   */
  public KeyMaterial of(KeyMaterial key, byte[]... parts) {
    return KeyMaterial.copyOf(keyed(key).of(parts));
  }

  /** RFC 4434 section 2: a short key is filled with zeros, a long one hashed. */
  private static byte[] xcbcKey(byte[] key) {
    return key.length > AesMac.BLOCK
        ? AesMac.xcbc(new byte[AesMac.BLOCK]).of(key)
        : Arrays.copyOf(key, AesMac.BLOCK);
  }

  /** RFC 4615 section 3: a key of another length is hashed. */
  private static byte[] cmacKey(byte[] key) {
    return key.length == AesMac.BLOCK ? key : AesMac.cmac(new byte[AesMac.BLOCK]).of(key);
  }
}
