package org.roamscope.keys;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Encryption algorithms that key files name, with every spelling of them: Wireshark's two tables,
 * strongSwan, libreswan, Openswan and the Linux kernel. Numbers are those of IKEv2 transforms of
 * type 1 (IANA).
 *
 * <p>Keys in files hold the salt or nonce behind the key where the algorithm has one (RFC 4106
 * section 8.1, RFC 3686 section 5.1, RFC 4309 section 7.1, RFC 7634 section 2); it stays there.
 */
public enum EncryptionName {
  /** DES in CBC mode, RFC 2405. */
  DES_CBC(2, new Keys(8, 8, 1), 0, 0, "DES [RFC2405]", "DES-CBC [RFC2405]", "cbc(des)"),
  /** Triple DES in CBC mode, RFC 2451. */
  TRIPLE_DES_CBC(
      3,
      new Keys(24, 24, 1),
      0,
      0,
      "3DES [RFC2451]",
      "TripleDES-CBC [RFC2451]",
      "3DES_CBC",
      "3DES_CBC_192",
      "oakley_3des_cbc_192",
      "3des_192",
      "des3_ede",
      "cbc(des3_ede)"),
  /** CAST-128 in CBC mode, RFC 2144. */
  CAST5_CBC(
      6,
      new Keys(5, 16, 1),
      0,
      0,
      "CAST-%",
      "CAST5-CBC [RFC2144]",
      "CAST_CBC",
      "CAST_CBC_%",
      "CAST128_CBC",
      "cast5",
      "cast128",
      "cbc(cast5)",
      "cbc(cast128)"),
  /** Blowfish in CBC mode, RFC 2451. */
  BLOWFISH_CBC(
      7,
      new Keys(5, 56, 1),
      0,
      0,
      "BLOWFISH-%",
      "BLOWFISH-CBC [RFC2451]",
      "BLOWFISH_CBC_%",
      "blowfish",
      "cbc(blowfish)"),
  /** No encryption, RFC 2410. */
  NULL(11, new Keys(0, 0, 1), 0, 0, "NULL [RFC2410]", "NULL", "cipher_null", "ecb(cipher_null)"),
  /** AES in CBC mode, RFC 3602. */
  AES_CBC(
      12,
      Keys.AES,
      0,
      0,
      "AES-CBC-% [RFC3602]",
      "AES-CBC [RFC3602]",
      "aes",
      "aes-%",
      "oakley_aes_cbc_%",
      "cbc(aes)"),
  /** AES in counter mode, RFC 3686 and RFC 5930; a nonce of 4 octets behind the key. */
  AES_CTR(
      13,
      Keys.AES,
      4,
      0,
      "AES-CTR-% [RFC5930]",
      "AES-CTR [RFC3686]",
      "aes%ctr",
      "ctr(aes)",
      "rfc3686(ctr(aes))"),
  /** AES-CCM with a checksum of 8 octets, RFC 4309; a salt of 3 octets behind the key. */
  AES_CCM_8(14, 3, 8, "CCM", "RFC4309", "A"),
  /** AES-CCM with a checksum of 12 octets. */
  AES_CCM_12(15, 3, 12, "CCM", "RFC4309", "B"),
  /** AES-CCM with a checksum of 16 octets. */
  AES_CCM_16(16, 3, 16, "CCM", "RFC4309", "C"),
  /** AES-GCM with a checksum of 8 octets, RFC 4106; a salt of 4 octets behind the key. */
  AES_GCM_8(18, 4, 8, "GCM", "RFC4106", "A"),
  /** AES-GCM with a checksum of 12 octets. */
  AES_GCM_12(19, 4, 12, "GCM", "RFC4106", "B"),
  /** AES-GCM with a checksum of 16 octets. */
  AES_GCM_16(20, 4, 16, "GCM", "RFC4106", "C"),
  /** AES-GMAC, RFC 4543: authenticated and not encrypted; a salt of 4 octets behind the key. */
  NULL_AES_GMAC(
      21,
      Keys.AES,
      4,
      16,
      "NULL-AES-GMAC-% [RFC4543]",
      "NULL with AES-GMAC [RFC4543]",
      "NULL_AES_GMAC",
      "NULL_AUTH_AES_GMAC",
      "NULL_AUTH_AES_GMAC_%",
      "aes%gmac",
      "rfc4543(gcm(aes))"),
  /** Camellia in CBC mode, RFC 5529. */
  CAMELLIA_CBC(
      23,
      Keys.AES,
      0,
      0,
      "CAMELLIA-CBC-% [RFC5529]",
      "CAMELLIA-CBC [RFC4312]",
      "camellia",
      "camellia%",
      "cbc(camellia)"),
  /** Camellia in counter mode, RFC 5529; a nonce of 4 octets behind the key. */
  CAMELLIA_CTR(
      24, Keys.AES, 4, 0, "CAMELLIA-CTR-% [RFC5529]", "CAMELLIA-CTR [RFC5529]", "camellia%ctr"),
  /** ChaCha20 with Poly1305, RFC 7634; a salt of 4 octets behind the key. */
  CHACHA20_POLY1305(
      28,
      new Keys(32, 32, 1),
      4,
      16,
      "ChaCha20-Poly1305 [RFC7634]",
      "ChaCha20 with Poly1305 [RFC7634]",
      "CHACHA20_POLY1305_256",
      "rfc7539esp(chacha20,poly1305)"),
  /** Twofish in CBC mode; no number in IKEv2. */
  TWOFISH_CBC(
      -1, Keys.AES, 0, 0, "TWOFISH-CBC-%", "TWOFISH-CBC", "twofish", "twofish%", "cbc(twofish)");

  private static final Map<String, Named> SPELLINGS = spellings();

  private final int transform;
  private final int least;
  private final int most;
  private final int step;
  private final int salt;
  private final int icv;
  private final String ikeName;
  private final String espName;
  private final String others;

  /** Key lengths in octets, without the salt. */
  private record Keys(int least, int most, int step) {
    static final Keys AES = new Keys(16, 32, 8);
  }

  /**
   * An algorithm as a file named it.
   *
   * @param name the algorithm
   * @param keyBits bits of the key that the spelling states, without salt; 0 when it states none
   */
  public record Named(EncryptionName name, int keyBits) {
    /** True when the algorithm takes key material of {@code octets}, salt included. */
    public boolean accepts(int octets) {
      return keyBits == 0
          ? name.accepts(octets)
          : name.accepts(octets) && octets == keyBits / 8 + name.salt;
    }
  }

  EncryptionName(
      int transform,
      Keys keys,
      int salt,
      int icv,
      String ikeName,
      String espName,
      String... others) {
    this.transform = transform;
    least = keys.least;
    most = keys.most;
    step = keys.step;
    this.salt = salt;
    this.icv = icv;
    this.ikeName = ikeName;
    this.espName = espName;
    this.others = String.join("\n", others);
  }

  EncryptionName(int transform, int salt, int icv, String mode, String rfc, String letter) {
    this(
        transform,
        Keys.AES,
        salt,
        icv,
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

  private static Map<String, Named> spellings() {
    Map<String, Named> map = new HashMap<>();
    for (EncryptionName name : values()) {
      add(map, name, name.ikeName);
      add(map, name, name.espName);
      for (String other : name.others.split("\n", -1)) {
        if (!other.isEmpty()) {
          add(map, name, other);
        }
      }
    }
    return Map.copyOf(map);
  }

  private static void add(Map<String, Named> map, EncryptionName name, String spelling) {
    if (spelling.indexOf('%') < 0) {
      map.putIfAbsent(Spelling.plain(spelling), new Named(name, 0));
      return;
    }
    for (int octets = name.least; octets <= name.most; octets += name.step) {
      String sized = spelling.replace("%", Integer.toString(octets * 8));
      map.putIfAbsent(Spelling.plain(sized), new Named(name, octets * 8));
    }
  }

  /** Looks a spelling up; case and punctuation do not matter. Null when it is none. */
  public static @Nullable Named parse(String spelling) {
    return SPELLINGS.get(Spelling.plain(spelling));
  }

  /**
   * Looks up a name that does not say how long the checksum is, as {@code AES-GCM [RFC4106]} or the
   * kernel's {@code rfc4106(gcm(aes))}. Null when there is none.
   */
  public static @Nullable Named parse(String spelling, int icvOctets) {
    String mode =
        switch (Spelling.plain(spelling)) {
          case "aesgcm", "rfc4106gcmaes" -> "aesgcm";
          case "aesccm", "rfc4309ccmaes" -> "aesccm";
          default -> "";
        };
    if (!mode.isEmpty()) {
      return SPELLINGS.get(mode + "with" + icvOctets + "octeticv");
    }
    Named named = parse(spelling);
    return named == null || named.name.icv != icvOctets ? null : named;
  }

  /** Looks a negotiated transform of type 1 up. Null when it is not known. */
  public static @Nullable EncryptionName ofTransform(int transformId) {
    for (EncryptionName name : values()) {
      if (transformId > 0 && name.transform == transformId) {
        return name;
      }
    }
    return null;
  }

  /** Number of the transform in IKEv2; -1 when it has none. */
  public int transformId() {
    return transform;
  }

  /** Octets of the checksum that it makes itself (an AEAD); else 0. */
  public int icvOctets() {
    return icv;
  }

  /** True when it authenticates what it encrypts and goes without an integrity algorithm. */
  public boolean aead() {
    return icv > 0;
  }

  /** Octets of salt or nonce behind the key. */
  public int saltOctets() {
    return salt;
  }

  /** True when its key material can have {@code octets}, salt included. */
  public boolean accepts(int octets) {
    int key = octets - salt;
    return key >= least && key <= most && (key - least) % step == 0;
  }

  /** Bits of the key in key material of {@code octets}, salt not counted. */
  public int keyBits(int octets) {
    return Math.max(0, octets - salt) * 8;
  }

  /** Its name in {@code ikev2_decryption_table} with key material of {@code octets}. */
  public String ikeName(int octets) {
    return ikeName.replace("%", Integer.toString(keyBits(octets)));
  }

  /** Its name in {@code esp_sa}. */
  public String espName() {
    return espName;
  }

  /** The lengths that its key material can have, as words for a problem. */
  String lengths() {
    String shortest = Integer.toString(least + salt);
    if (least == most) {
      return shortest + " octets";
    }
    if (step == 8) {
      return shortest + ", " + (least + 8 + salt) + " or " + (most + salt) + " octets";
    }
    return shortest + " to " + (most + salt) + " octets";
  }
}
