package org.roamscope.keys;

import org.jspecify.annotations.Nullable;

/** Pseudo-random functions that key files name: IKEv2 transforms of type 2 (IANA). */
public enum PseudoRandomName {
  /** HMAC-MD5. */
  HMAC_MD5(1),
  /** HMAC-SHA1. */
  HMAC_SHA1(2),
  /** AES-XCBC, RFC 4434. */
  AES128_XCBC(4),
  /** HMAC-SHA2-256, RFC 4868. */
  HMAC_SHA2_256(5),
  /** HMAC-SHA2-384. */
  HMAC_SHA2_384(6),
  /** HMAC-SHA2-512. */
  HMAC_SHA2_512(7),
  /** AES-CMAC, RFC 4615. */
  AES128_CMAC(8);

  private final int transform;

  PseudoRandomName(int transform) {
    this.transform = transform;
  }

  /**
   * Looks a spelling up, with or without {@code PRF_} or {@code OAKLEY_} before it. Null when it is
   * none.
   */
  public static @Nullable PseudoRandomName parse(String spelling) {
    String plain = Spelling.plain(spelling);
    if (plain.startsWith("prf")) {
      plain = plain.substring(3);
    } else if (plain.startsWith("oakley")) {
      plain = plain.substring(6);
    }
    return switch (plain) {
      case "hmacmd5", "md5" -> HMAC_MD5;
      case "hmacsha1", "sha1", "sha" -> HMAC_SHA1;
      case "aes128xcbc", "aesxcbc" -> AES128_XCBC;
      case "hmacsha2256", "hmacsha256", "sha256", "sha2256" -> HMAC_SHA2_256;
      case "hmacsha2384", "hmacsha384", "sha384", "sha2384" -> HMAC_SHA2_384;
      case "hmacsha2512", "hmacsha512", "sha512", "sha2512" -> HMAC_SHA2_512;
      case "aes128cmac", "aescmac" -> AES128_CMAC;
      default -> null;
    };
  }

  /** Number of the transform in IKEv2. */
  public int transformId() {
    return transform;
  }
}
