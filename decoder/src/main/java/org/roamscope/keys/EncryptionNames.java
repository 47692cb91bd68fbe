package org.roamscope.keys;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roamscope.crypto.Encryption;

/**
 * How key files spell encryption algorithms: Wireshark's two tables, strongSwan, libreswan,
 * Openswan and the Linux kernel. In a spelling, {@code %} stands for the bits of the key.
 *
 * <p>Keys in files hold the salt or nonce behind the key where the algorithm has one (RFC 4106
 * section 8.1, RFC 3686 section 5.1, RFC 4309 section 7.1, RFC 7634 section 2); it stays there.
 */
final class EncryptionNames {
  /** Longest key that a spelling may state, in octets. */
  private static final int LONGEST_KEY = 56;

  private static final Map<String, Named> BY_SPELLING = bySpelling();

  /**
   * An algorithm as a file named it.
   *
   * @param encryption the algorithm
   * @param keyBits bits of the key that the spelling states, without salt; 0 when it states none
   */
  record Named(Encryption encryption, int keyBits) {
    /** True when the algorithm takes key material of {@code octets}, salt included. */
    boolean accepts(int octets) {
      return encryption.accepts(octets)
          && (keyBits == 0 || octets == keyBits / 8 + encryption.saltOctets());
    }
  }

  private EncryptionNames() {}

  private static List<String> counted(String mode, int icv, String rfc, String letter) {
    return List.of(
        "AES-" + mode + "-% with " + icv + " octet ICV [RFC5282]",
        "AES-" + mode + " with " + icv + " octet ICV [" + rfc + "]",
        "AES_" + mode + "_" + icv,
        "AES_" + mode + "_ICV" + icv,
        "AES_" + mode + "_" + icv + "_%",
        "AES_" + mode + "_ICV" + icv + "_%",
        "AES_" + mode + "_" + letter,
        "AES_" + mode + "_" + letter + "_%",
        "aes%" + mode + icv,
        "aes%" + mode + icv * 8);
  }

  private static Map<String, Named> bySpelling() {
    Map<String, Named> map = new HashMap<>();
    for (Encryption encryption : Encryption.values()) {
      for (String spelling : spellings(encryption)) {
        if (spelling.indexOf('%') < 0) {
          map.putIfAbsent(Spelling.plain(spelling), new Named(encryption, 0));
          continue;
        }
        for (int octets = 1; octets <= LONGEST_KEY; octets++) {
          if (encryption.accepts(octets + encryption.saltOctets())) {
            String sized = spelling.replace("%", Integer.toString(octets * 8));
            map.putIfAbsent(Spelling.plain(sized), new Named(encryption, octets * 8));
          }
        }
      }
    }
    return Map.copyOf(map);
  }

  /** The name in {@code ikev2_decryption_table}, that in {@code esp_sa}, then all others. */
  private static List<String> spellings(Encryption encryption) {
    return switch (encryption) {
      case DES_CBC -> List.of("DES [RFC2405]", "DES-CBC [RFC2405]", "cbc(des)");
      case TRIPLE_DES_CBC ->
          List.of(
              "3DES [RFC2451]",
              "TripleDES-CBC [RFC2451]",
              "3DES_CBC",
              "3DES_CBC_192",
              "oakley_3des_cbc_192",
              "3des_192",
              "des3_ede",
              "cbc(des3_ede)");
      case CAST5_CBC ->
          List.of(
              "CAST-%",
              "CAST5-CBC [RFC2144]",
              "CAST_CBC",
              "CAST_CBC_%",
              "CAST128_CBC",
              "cast5",
              "cast128",
              "cbc(cast5)",
              "cbc(cast128)");
      case BLOWFISH_CBC ->
          List.of(
              "BLOWFISH-%",
              "BLOWFISH-CBC [RFC2451]", "BLOWFISH_CBC_%", "blowfish", "cbc(blowfish)");
      case NULL -> List.of("NULL [RFC2410]", "NULL", "cipher_null", "ecb(cipher_null)");
      case AES_CBC ->
          List.of(
              "AES-CBC-% [RFC3602]",
              "AES-CBC [RFC3602]", "aes", "aes-%", "oakley_aes_cbc_%", "cbc(aes)");
      case AES_CTR ->
          List.of(
              "AES-CTR-% [RFC5930]",
              "AES-CTR [RFC3686]", "aes%ctr", "ctr(aes)", "rfc3686(ctr(aes))");
      case AES_CCM_8 -> counted("CCM", 8, "RFC4309", "A");
      case AES_CCM_12 -> counted("CCM", 12, "RFC4309", "B");
      case AES_CCM_16 -> counted("CCM", 16, "RFC4309", "C");
      case AES_GCM_8 -> counted("GCM", 8, "RFC4106", "A");
      case AES_GCM_12 -> counted("GCM", 12, "RFC4106", "B");
      case AES_GCM_16 -> counted("GCM", 16, "RFC4106", "C");
      case NULL_AES_GMAC ->
          List.of(
              "NULL-AES-GMAC-% [RFC4543]",
              "NULL with AES-GMAC [RFC4543]",
              "NULL_AES_GMAC",
              "NULL_AUTH_AES_GMAC",
              "NULL_AUTH_AES_GMAC_%",
              "aes%gmac",
              "rfc4543(gcm(aes))");
      case CAMELLIA_CBC ->
          List.of(
              "CAMELLIA-CBC-% [RFC5529]",
              "CAMELLIA-CBC [RFC4312]", "camellia", "camellia%", "cbc(camellia)");
      case CAMELLIA_CTR ->
          List.of("CAMELLIA-CTR-% [RFC5529]", "CAMELLIA-CTR [RFC5529]", "camellia%ctr");
      case CHACHA20_POLY1305 ->
          List.of(
              "ChaCha20-Poly1305 [RFC7634]",
              "ChaCha20 with Poly1305 [RFC7634]",
              "CHACHA20_POLY1305_256",
              "rfc7539esp(chacha20,poly1305)");
      case TWOFISH_CBC ->
          List.of("TWOFISH-CBC-%", "TWOFISH-CBC", "twofish", "twofish%", "cbc(twofish)");
    };
  }

  /** Looks a spelling up; case and punctuation do not matter. Null when it is none. */
  static @Nullable Named parse(String spelling) {
    return BY_SPELLING.get(Spelling.plain(spelling));
  }

  /**
   * Looks up a name that does not say how long the checksum is, as {@code AES-GCM [RFC4106]} or the
   * kernel's {@code rfc4106(gcm(aes))}. Null when there is none.
   */
  static @Nullable Named parse(String spelling, int icvOctets) {
    String mode =
        switch (Spelling.plain(spelling)) {
          case "aesgcm", "rfc4106gcmaes" -> "aesgcm";
          case "aesccm", "rfc4309ccmaes" -> "aesccm";
          default -> "";
        };
    if (!mode.isEmpty()) {
      return BY_SPELLING.get(mode + "with" + icvOctets + "octeticv");
    }
    Named named = parse(spelling);
    return named == null || named.encryption.icvOctets() != icvOctets ? null : named;
  }

  /** The name in {@code ikev2_decryption_table} with key material of {@code octets}. */
  static String ofIke(Encryption encryption, int octets) {
    int bits = Math.max(0, octets - encryption.saltOctets()) * 8;
    return spellings(encryption).get(0).replace("%", Integer.toString(bits));
  }

  /** The name in {@code esp_sa}. */
  static String ofEsp(Encryption encryption) {
    return spellings(encryption).get(1);
  }
}
