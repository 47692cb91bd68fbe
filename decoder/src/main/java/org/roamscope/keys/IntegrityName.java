package org.roamscope.keys;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Integrity algorithms that key files name, with every spelling of them. Numbers are those of IKEv2
 * transforms of type 3 (IANA). The {@code ANY} ones are Wireshark's: a checksum of known length
 * that is passed over.
 */
public enum IntegrityName {
  /** None, or the encryption authenticates too. */
  NONE(0, 0, 0, "NONE [RFC4306]", "NULL", "digest_null", "n/a"),
  /** HMAC-MD5-96, RFC 2403. */
  HMAC_MD5_96(1, 16, 12, "HMAC_MD5_96 [RFC2403]", "HMAC-MD5-96 [RFC2403]", "md5", "md5_96"),
  /** HMAC-SHA1-96, RFC 2404. */
  HMAC_SHA1_96(
      2,
      20,
      12,
      "HMAC_SHA1_96 [RFC2404]",
      "HMAC-SHA-1-96 [RFC2404]",
      "sha",
      "sha1",
      "sha1_96",
      "HMAC_SHA1"),
  /** AES-XCBC-MAC-96, RFC 3566. */
  AES_XCBC_96(
      5,
      16,
      12,
      "AES_XCBC_96 [RFC3566]",
      "AES-XCBC-MAC-96 [RFC3566]",
      "aesxcbc",
      "aes_xcbc_mac_96"),
  /** HMAC-MD5-128, RFC 4595. */
  HMAC_MD5_128(6, 16, 16, "HMAC_MD5_128 [RFC4595]", "HMAC-MD5-128 [RFC4595]", "md5_128"),
  /** HMAC-SHA1-160, RFC 4595. */
  HMAC_SHA1_160(7, 20, 20, "HMAC_SHA1_160 [RFC4595]", "HMAC-SHA-1-160 [RFC4595]", "sha1_160"),
  /** AES-CMAC-96, RFC 4494. */
  AES_CMAC_96(8, 16, 12, "AES_CMAC_96 [RFC4494]", "AES-CMAC-96 [RFC4494]", "aescmac"),
  /** HMAC-SHA2-256-128, RFC 4868. */
  HMAC_SHA2_256_128(
      12,
      32,
      16,
      "HMAC_SHA2_256_128 [RFC4868]",
      "HMAC-SHA-256-128 [RFC4868]",
      "sha256",
      "sha2_256",
      "sha2",
      "sha256_128",
      "HMAC_SHA2_256"),
  /** HMAC-SHA2-384-192, RFC 4868. */
  HMAC_SHA2_384_192(
      13,
      48,
      24,
      "HMAC_SHA2_384_192 [RFC4868]",
      "HMAC-SHA-384-192 [RFC4868]",
      "sha384",
      "sha2_384",
      "HMAC_SHA2_384"),
  /** HMAC-SHA2-512-256, RFC 4868. */
  HMAC_SHA2_512_256(
      14,
      64,
      32,
      "HMAC_SHA2_512_256 [RFC4868]",
      "HMAC-SHA-512-256 [RFC4868]",
      "sha512",
      "sha2_512",
      "HMAC_SHA2_512"),
  /** HMAC-SHA2-256 cut to 96 bits, as a draft before RFC 4868 had it; no number in IKEv2. */
  HMAC_SHA2_256_96(
      -1,
      32,
      12,
      "HMAC_SHA2_256_96 [draft-ietf-ipsec-ciph-sha-256-00]",
      "HMAC-SHA-256-96 [draft-ietf-ipsec-ciph-sha-256-00]",
      "sha256_96",
      "HMAC_SHA2_256_TRUNCBUG"),
  /** HMAC-RIPEMD-160-96, RFC 2857; no number in IKEv2. */
  HMAC_RIPEMD_160_96(
      -1,
      20,
      12,
      "HMAC_RIPEMD_160_96 [RFC2857]",
      "MAC-RIPEMD-160-96 [RFC2857]",
      "HMAC-RIPEMD-160-96",
      "ripemd160"),
  /** 64 bits of whatever. */
  ANY_64(64),
  /** 96 bits of whatever. */
  ANY_96(96),
  /** 128 bits of whatever. */
  ANY_128(128),
  /** 160 bits of whatever. */
  ANY_160(160),
  /** 192 bits of whatever. */
  ANY_192(192),
  /** 256 bits of whatever. */
  ANY_256(256);

  private static final Map<String, IntegrityName> SPELLINGS = spellings();

  private final int transform;
  private final int keyOctets;
  private final int icvOctets;
  private final String ikeName;
  private final String espName;
  private final String others;

  IntegrityName(
      int transform,
      int keyOctets,
      int icvOctets,
      String ikeName,
      String espName,
      String... others) {
    this.transform = transform;
    this.keyOctets = keyOctets;
    this.icvOctets = icvOctets;
    this.ikeName = ikeName;
    this.espName = espName;
    this.others = String.join("\n", others);
  }

  IntegrityName(int bits) {
    this(
        -1,
        0,
        bits / 8,
        "ANY " + bits + "-bits of Authentication [No Checking]",
        "ANY " + bits + " bit authentication [no checking]");
  }

  private static Map<String, IntegrityName> spellings() {
    Map<String, IntegrityName> map = new HashMap<>();
    for (IntegrityName name : values()) {
      map.putIfAbsent(Spelling.plain(name.ikeName), name);
      map.putIfAbsent(Spelling.plain(name.espName), name);
      for (String other : name.others.split("\n", -1)) {
        if (!other.isEmpty()) {
          map.putIfAbsent(Spelling.plain(other), name);
        }
      }
    }
    return Map.copyOf(map);
  }

  /** Looks a spelling up; case and punctuation do not matter. Null when it is none. */
  public static @Nullable IntegrityName parse(String spelling) {
    String plain = Spelling.plain(spelling);
    return SPELLINGS.get(plain.startsWith("auth") ? plain.substring(4) : plain);
  }

  /**
   * Looks up what the Linux kernel calls it, with the length of the checksum.
   *
   * @param algorithm for example {@code hmac(sha256)}
   * @param icvBits bits that remain of the checksum; 0 for what the kernel takes when it is not
   *     told, which is 96 for SHA2-256
   */
  public static @Nullable IntegrityName ofKernel(String algorithm, int icvBits) {
    String name = Spelling.plain(algorithm);
    return switch (name) {
      case "digestnull" -> NONE;
      case "hmacmd5", "md5" -> truncated(icvBits, HMAC_MD5_96, HMAC_MD5_128);
      case "hmacsha1", "sha1" -> truncated(icvBits, HMAC_SHA1_96, HMAC_SHA1_160);
      case "hmacsha256", "sha256" -> truncated(icvBits, HMAC_SHA2_256_96, HMAC_SHA2_256_128);
      case "hmacsha384", "sha384" -> truncated(icvBits, HMAC_SHA2_384_192);
      case "hmacsha512", "sha512" -> truncated(icvBits, HMAC_SHA2_512_256);
      case "hmacrmd160", "rmd160" -> truncated(icvBits, HMAC_RIPEMD_160_96);
      case "xcbcaes" -> truncated(icvBits, AES_XCBC_96);
      case "cmacaes" -> truncated(icvBits, AES_CMAC_96);
      default -> null;
    };
  }

  private static @Nullable IntegrityName truncated(int icvBits, IntegrityName... choices) {
    for (IntegrityName choice : choices) {
      if (icvBits == 0 || choice.icvOctets * 8 == icvBits) {
        return choice;
      }
    }
    return null;
  }

  /** Looks a negotiated transform of type 3 up. Null when it is not known. */
  public static @Nullable IntegrityName ofTransform(int transformId) {
    for (IntegrityName name : values()) {
      if (transformId >= 0 && name.transform == transformId) {
        return name;
      }
    }
    return null;
  }

  /** Number of the transform in IKEv2; -1 when it has none. */
  public int transformId() {
    return transform;
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

  /** Its name in {@code ikev2_decryption_table}. */
  public String ikeName() {
    return ikeName;
  }

  /** Its name in {@code esp_sa}. */
  public String espName() {
    return espName;
  }
}
