package org.roamscope.crypto;

import java.util.Arrays;
import java.util.Optional;

/**
 * Integrity algorithms of IKE, ESP and AH: the IANA registry of IKEv2 transforms of type 3, with
 * the names that Wireshark's key tables use. The {@code ANY} ones stand for a checksum of known
 * length and unknown algorithm: it is passed over, not checked.
 */
public enum Integrity {
  /** No integrity algorithm: none negotiated, or an encryption that authenticates too. */
  NONE(0, "NONE [RFC4306]", "NULL", 0, 0),
  /** HMAC-MD5-96, RFC 2403. */
  HMAC_MD5_96(1, "HMAC_MD5_96 [RFC2403]", "HMAC-MD5-96 [RFC2403]", 16, 12),
  /** HMAC-SHA1-96, RFC 2404. */
  HMAC_SHA1_96(2, "HMAC_SHA1_96 [RFC2404]", "HMAC-SHA-1-96 [RFC2404]", 20, 12),
  /** AES-XCBC-MAC-96, RFC 3566. */
  AES_XCBC_96(5, "AES_XCBC_96 [RFC3566]", "AES-XCBC-MAC-96 [RFC3566]", 16, 12),
  /** HMAC-MD5-128, RFC 4595. */
  HMAC_MD5_128(6, "HMAC_MD5_128 [RFC4595]", "HMAC-MD5-128 [RFC4595]", 16, 16),
  /** HMAC-SHA1-160, RFC 4595. */
  HMAC_SHA1_160(7, "HMAC_SHA1_160 [RFC4595]", "HMAC-SHA-1-160 [RFC4595]", 20, 20),
  /** AES-CMAC-96, RFC 4494. */
  AES_CMAC_96(8, "AES_CMAC_96 [RFC4494]", "AES-CMAC-96 [RFC4494]", 16, 12),
  /** HMAC-SHA2-256-128, RFC 4868. */
  HMAC_SHA2_256_128(12, "HMAC_SHA2_256_128 [RFC4868]", "HMAC-SHA-256-128 [RFC4868]", 32, 16),
  /** HMAC-SHA2-384-192, RFC 4868. */
  HMAC_SHA2_384_192(13, "HMAC_SHA2_384_192 [RFC4868]", "HMAC-SHA-384-192 [RFC4868]", 48, 24),
  /** HMAC-SHA2-512-256, RFC 4868. */
  HMAC_SHA2_512_256(14, "HMAC_SHA2_512_256 [RFC4868]", "HMAC-SHA-512-256 [RFC4868]", 64, 32),
  /** HMAC-SHA2-256 cut to 96 bits, as a draft before RFC 4868 had it and old kernels still do. */
  HMAC_SHA2_256_96(
      -1,
      "HMAC_SHA2_256_96 [draft-ietf-ipsec-ciph-sha-256-00]",
      "HMAC-SHA-256-96 [draft-ietf-ipsec-ciph-sha-256-00]",
      32,
      12),
  /** HMAC-RIPEMD-160-96, RFC 2857. */
  HMAC_RIPEMD_160_96(-1, "HMAC_RIPEMD_160_96 [RFC2857]", "MAC-RIPEMD-160-96 [RFC2857]", 20, 12),
  /** 64 bits of whatever. */
  ANY_64(-1, any(64), anyEsp(64), 0, 8),
  /** 96 bits of whatever. */
  ANY_96(-1, any(96), anyEsp(96), 0, 12),
  /** 128 bits of whatever. */
  ANY_128(-1, any(128), anyEsp(128), 0, 16),
  /** 160 bits of whatever. */
  ANY_160(-1, any(160), anyEsp(160), 0, 20),
  /** 192 bits of whatever. */
  ANY_192(-1, any(192), anyEsp(192), 0, 24),
  /** 256 bits of whatever. */
  ANY_256(-1, any(256), anyEsp(256), 0, 32);

  private final int transform;
  private final String ikeName;
  private final String espName;
  private final int keyOctets;
  private final int icvOctets;

  Integrity(int transform, String ikeName, String espName, int keyOctets, int icvOctets) {
    this.transform = transform;
    this.ikeName = ikeName;
    this.espName = espName;
    this.keyOctets = keyOctets;
    this.icvOctets = icvOctets;
  }

  private static String any(int bits) {
    return "ANY " + bits + "-bits of Authentication [No Checking]";
  }

  private static String anyEsp(int bits) {
    return "ANY " + bits + " bit authentication [no checking]";
  }

  /** Number of the transform in IKEv2; -1 when it has none. */
  public int transformId() {
    return transform;
  }

  /** The name in Wireshark's IKEv2 table, or one made in its manner. */
  public String ikeName() {
    return ikeName;
  }

  /** The name in Wireshark's {@code esp_sa} table, or one made in its manner. */
  public String espName() {
    return espName;
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

  /** Looks a name of Wireshark's IKEv2 table up; the citation in brackets may be missing. */
  public static Optional<Integrity> ofIkeName(String name) {
    String wanted = Names.plain(name);
    return Arrays.stream(values())
        .filter(integrity -> Names.plain(integrity.ikeName).equals(wanted))
        .findFirst();
  }

  /** Looks a name of Wireshark's {@code esp_sa} table up; the citation may be missing. */
  public static Optional<Integrity> ofEspName(String name) {
    String wanted = Names.plain(name);
    return Arrays.stream(values())
        .filter(integrity -> Names.plain(integrity.espName).equals(wanted))
        .findFirst();
  }
}
