package org.roamscope.keys;

import org.jspecify.annotations.Nullable;
import org.roamscope.crypto.PseudoRandom;

/** How key files spell pseudo-random functions. */
final class PseudoRandomNames {
  private PseudoRandomNames() {}

  /**
   * Looks a spelling up, with or without {@code PRF_} or {@code OAKLEY_} before it. Null when it is
   * none.
   */
  static @Nullable PseudoRandom parse(String spelling) {
    String plain = Spelling.plain(spelling);
    if (plain.startsWith("prf")) {
      plain = plain.substring(3);
    } else if (plain.startsWith("oakley")) {
      plain = plain.substring(6);
    }
    return switch (plain) {
      case "hmacmd5", "md5" -> PseudoRandom.HMAC_MD5;
      case "hmacsha1", "sha1", "sha" -> PseudoRandom.HMAC_SHA1;
      case "aes128xcbc", "aesxcbc" -> PseudoRandom.AES_XCBC_128;
      case "hmacsha2256", "hmacsha256", "sha256", "sha2256" -> PseudoRandom.HMAC_SHA2_256;
      case "hmacsha2384", "hmacsha384", "sha384", "sha2384" -> PseudoRandom.HMAC_SHA2_384;
      case "hmacsha2512", "hmacsha512", "sha512", "sha2512" -> PseudoRandom.HMAC_SHA2_512;
      case "aes128cmac", "aescmac" -> PseudoRandom.AES_CMAC_128;
      default -> null;
    };
  }
}
