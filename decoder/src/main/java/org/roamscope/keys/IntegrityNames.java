package org.roamscope.keys;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roamscope.crypto.Integrity;

/** How key files spell integrity algorithms. */
final class IntegrityNames {
  private static final Map<String, Integrity> BY_SPELLING = bySpelling();

  private IntegrityNames() {}

  private static List<String> any(int bits) {
    return List.of(
        "ANY " + bits + "-bits of Authentication [No Checking]",
        "ANY " + bits + " bit authentication [no checking]");
  }

  private static Map<String, Integrity> bySpelling() {
    Map<String, Integrity> map = new HashMap<>();
    for (Integrity integrity : Integrity.values()) {
      for (String spelling : spellings(integrity)) {
        map.putIfAbsent(Spelling.plain(spelling), integrity);
      }
    }
    return Map.copyOf(map);
  }

  /** The name in {@code ikev2_decryption_table}, that in {@code esp_sa}, then all others. */
  private static List<String> spellings(Integrity integrity) {
    return switch (integrity) {
      case NONE -> List.of("NONE [RFC4306]", "NULL", "digest_null", "n/a");
      case HMAC_MD5_96 ->
          List.of("HMAC_MD5_96 [RFC2403]", "HMAC-MD5-96 [RFC2403]", "md5", "md5_96");
      case HMAC_SHA1_96 ->
          List.of(
              "HMAC_SHA1_96 [RFC2404]",
              "HMAC-SHA-1-96 [RFC2404]",
              "sha",
              "sha1",
              "sha1_96",
              "HMAC_SHA1");
      case AES_XCBC_96 ->
          List.of(
              "AES_XCBC_96 [RFC3566]", "AES-XCBC-MAC-96 [RFC3566]", "aesxcbc", "aes_xcbc_mac_96");
      case HMAC_MD5_128 -> List.of("HMAC_MD5_128 [RFC4595]", "HMAC-MD5-128 [RFC4595]", "md5_128");
      case HMAC_SHA1_160 ->
          List.of("HMAC_SHA1_160 [RFC4595]", "HMAC-SHA-1-160 [RFC4595]", "sha1_160");
      case AES_CMAC_96 -> List.of("AES_CMAC_96 [RFC4494]", "AES-CMAC-96 [RFC4494]", "aescmac");
      case HMAC_SHA2_256_128 ->
          List.of(
              "HMAC_SHA2_256_128 [RFC4868]",
              "HMAC-SHA-256-128 [RFC4868]",
              "sha256",
              "sha2_256",
              "sha2",
              "sha256_128",
              "HMAC_SHA2_256");
      case HMAC_SHA2_384_192 ->
          List.of(
              "HMAC_SHA2_384_192 [RFC4868]",
              "HMAC-SHA-384-192 [RFC4868]",
              "sha384",
              "sha2_384",
              "HMAC_SHA2_384");
      case HMAC_SHA2_512_256 ->
          List.of(
              "HMAC_SHA2_512_256 [RFC4868]",
              "HMAC-SHA-512-256 [RFC4868]",
              "sha512",
              "sha2_512",
              "HMAC_SHA2_512");
      case HMAC_SHA2_256_96 ->
          List.of(
              "HMAC_SHA2_256_96 [draft-ietf-ipsec-ciph-sha-256-00]",
              "HMAC-SHA-256-96 [draft-ietf-ipsec-ciph-sha-256-00]",
              "sha256_96",
              "HMAC_SHA2_256_TRUNCBUG");
      case HMAC_RIPEMD_160_96 ->
          List.of(
              "HMAC_RIPEMD_160_96 [RFC2857]",
              "MAC-RIPEMD-160-96 [RFC2857]",
              "HMAC-RIPEMD-160-96",
              "ripemd160");
      case ANY_64 -> any(64);
      case ANY_96 -> any(96);
      case ANY_128 -> any(128);
      case ANY_160 -> any(160);
      case ANY_192 -> any(192);
      case ANY_256 -> any(256);
    };
  }

  /** Looks a spelling up; case and punctuation do not matter. Null when it is none. */
  static @Nullable Integrity parse(String spelling) {
    String plain = Spelling.plain(spelling);
    return BY_SPELLING.get(plain.startsWith("auth") ? plain.substring(4) : plain);
  }

  /**
   * Looks up what the Linux kernel calls it, with the length of the checksum.
   *
   * @param algorithm for example {@code hmac(sha256)}
   * @param icvBits bits that remain of the checksum; 0 for what the kernel takes when it is not
   *     told, which is 96 for SHA2-256
   */
  static @Nullable Integrity ofKernel(String algorithm, int icvBits) {
    List<Integrity> choices =
        switch (Spelling.plain(algorithm)) {
          case "digestnull" -> List.of(Integrity.NONE);
          case "hmacmd5", "md5" -> List.of(Integrity.HMAC_MD5_96, Integrity.HMAC_MD5_128);
          case "hmacsha1", "sha1" -> List.of(Integrity.HMAC_SHA1_96, Integrity.HMAC_SHA1_160);
          case "hmacsha256", "sha256" ->
              List.of(Integrity.HMAC_SHA2_256_96, Integrity.HMAC_SHA2_256_128);
          case "hmacsha384", "sha384" -> List.of(Integrity.HMAC_SHA2_384_192);
          case "hmacsha512", "sha512" -> List.of(Integrity.HMAC_SHA2_512_256);
          case "hmacrmd160", "rmd160" -> List.of(Integrity.HMAC_RIPEMD_160_96);
          case "xcbcaes" -> List.of(Integrity.AES_XCBC_96);
          case "cmacaes" -> List.of(Integrity.AES_CMAC_96);
          default -> List.of();
        };
    for (Integrity choice : choices) {
      if (icvBits == 0 || choice == Integrity.NONE || choice.icvOctets() * 8 == icvBits) {
        return choice;
      }
    }
    return null;
  }

  /** The name in {@code ikev2_decryption_table}. */
  static String ofIke(Integrity integrity) {
    return spellings(integrity).get(0);
  }

  /** The name in {@code esp_sa}. */
  static String ofEsp(Integrity integrity) {
    return spellings(integrity).get(1);
  }
}
