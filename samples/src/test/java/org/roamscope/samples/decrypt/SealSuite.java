package org.roamscope.samples.decrypt;

import java.util.ArrayList;
import java.util.List;

/**
 * An encryption algorithm with the length of its key.
 *
 * @param name what key tables call it
 * @param mode how it is used
 * @param cipher the block cipher, where the mode has one
 * @param key octets of key, without salt
 * @param block octets that a plaintext is padded to
 * @param icv octets of its own checksum; 0 when it has none
 * @param peer who can open it
 */
public record SealSuite(
    String name, Mode mode, String cipher, int key, int block, int icv, Peer peer) {
  /** How a cipher is used. */
  public enum Mode {
    /** Not encrypted. */
    NULL(0, 0),
    /** Cipher block chaining; RFC 2451, RFC 3602. */
    CBC(0, -1),
    /** Counter; RFC 3686. */
    CTR(4, 8),
    /** Galois counter mode; RFC 4106. */
    GCM(4, 8),
    /** Counter with CBC-MAC; RFC 4309. */
    CCM(3, 8),
    /** ChaCha20 and Poly1305; RFC 7634. */
    CHACHA(4, 8),
    /** Authenticated by Galois counter mode, not encrypted; RFC 4543. */
    GMAC(4, 8);

    private final int salt;
    private final int iv;

    Mode(int salt, int iv) {
      this.salt = salt;
      this.iv = iv;
    }
  }

  /** Who can open what a suite closes. */
  public enum Peer {
    /** Our program and tshark. */
    BOTH,
    /** Our program: tshark's tables do not name it. */
    OURS
  }

  /** Octets of the initialization vector on the wire. */
  public int iv() {
    return mode.iv < 0 ? block : mode.iv;
  }

  /** Octets of key and salt. */
  public int material() {
    return key + mode.salt;
  }

  /** True when it has a checksum of its own. */
  public boolean aead() {
    return icv > 0;
  }

  private static SealSuite cbc(String name, String cipher, int key, int block, Peer peer) {
    return new SealSuite(name, Mode.CBC, cipher, key, block, 0, peer);
  }

  /** Those of {@code esp_sa}. */
  public static List<SealSuite> esp() {
    List<SealSuite> all = new ArrayList<>();
    all.add(new SealSuite("NULL", Mode.NULL, "", 0, 1, 0, Peer.BOTH));
    all.add(cbc("DES-CBC [RFC2405]", "DES", 8, 8, Peer.BOTH));
    all.add(cbc("TripleDES-CBC [RFC2451]", "DESede", 24, 8, Peer.BOTH));
    all.add(cbc("CAST5-CBC [RFC2144]", "CAST5", 16, 8, Peer.BOTH));
    all.add(cbc("BLOWFISH-CBC [RFC2451]", "Blowfish", 16, 8, Peer.BOTH));
    for (int key = 16; key <= 32; key += 8) {
      all.add(cbc("AES-CBC [RFC3602]", "AES", key, 16, Peer.BOTH));
      all.add(cbc("CAMELLIA-CBC [RFC4312]", "Camellia", key, 16, Peer.OURS));
      all.add(new SealSuite("AES-CTR [RFC3686]", Mode.CTR, "AES", key, 1, 0, Peer.BOTH));
      for (int icv = 8; icv <= 16; icv += 4) {
        String length = " with " + icv + " octet ICV ";
        all.add(
            new SealSuite(
                "AES-GCM" + length + "[RFC4106]", Mode.GCM, "AES", key, 1, icv, Peer.BOTH));
        all.add(
            new SealSuite(
                "AES-CCM" + length + "[RFC4309]", Mode.CCM, "AES", key, 1, icv, Peer.OURS));
      }
      all.add(
          new SealSuite("NULL with AES-GMAC [RFC4543]", Mode.GMAC, "AES", key, 1, 16, Peer.OURS));
    }
    all.add(
        new SealSuite("ChaCha20 with Poly1305 [RFC7634]", Mode.CHACHA, "", 32, 1, 16, Peer.OURS));
    return List.copyOf(all);
  }

  /** Those of {@code ikev2_decryption_table}. */
  public static List<SealSuite> ikeV2() {
    List<SealSuite> all = new ArrayList<>();
    all.add(new SealSuite("NULL [RFC2410]", Mode.NULL, "", 0, 1, 0, Peer.BOTH));
    all.add(cbc("3DES [RFC2451]", "DESede", 24, 8, Peer.BOTH));
    all.add(cbc("CAST-128 [RFC2451]", "CAST5", 16, 8, Peer.OURS));
    all.add(cbc("BLOWFISH-128 [RFC2451]", "Blowfish", 16, 8, Peer.OURS));
    for (int key = 16; key <= 32; key += 8) {
      int bits = 8 * key;
      all.add(cbc("AES-CBC-" + bits + " [RFC3602]", "AES", key, 16, Peer.BOTH));
      all.add(cbc("CAMELLIA-CBC-" + bits + " [RFC5529]", "Camellia", key, 16, Peer.OURS));
      all.add(
          new SealSuite("AES-CTR-" + bits + " [RFC5930]", Mode.CTR, "AES", key, 1, 0, Peer.BOTH));
      for (int icv = 8; icv <= 16; icv += 4) {
        String name = "-" + bits + " with " + icv + " octet ICV [RFC5282]";
        all.add(new SealSuite("AES-GCM" + name, Mode.GCM, "AES", key, 1, icv, Peer.BOTH));
        all.add(new SealSuite("AES-CCM" + name, Mode.CCM, "AES", key, 1, icv, Peer.BOTH));
      }
    }
    all.add(new SealSuite("ChaCha20-Poly1305 [RFC7634]", Mode.CHACHA, "", 32, 1, 16, Peer.OURS));
    return List.copyOf(all);
  }
}
