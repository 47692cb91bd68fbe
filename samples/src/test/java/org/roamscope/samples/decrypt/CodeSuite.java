package org.roamscope.samples.decrypt;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.roamscope.samples.decrypt.SealSuite.Peer;

/**
 * An integrity algorithm.
 *
 * @param name what key tables call it
 * @param algorithm the platform's name; empty when nobody checks
 * @param key octets of key
 * @param icv octets of checksum
 * @param peer who knows the name
 */
public record CodeSuite(String name, String algorithm, int key, int icv, Peer peer) {
  /** Those of {@code esp_sa}. */
  public static List<CodeSuite> esp() {
    return List.of(
        new CodeSuite("NULL", "", 0, 0, Peer.BOTH),
        new CodeSuite("HMAC-SHA-1-96 [RFC2404]", "HmacSHA1", 20, 12, Peer.BOTH),
        new CodeSuite(
            "HMAC-SHA-256-96 [draft-ietf-ipsec-ciph-sha-256-00]", "HmacSHA256", 32, 12, Peer.BOTH),
        new CodeSuite("HMAC-SHA-256-128 [RFC4868]", "HmacSHA256", 32, 16, Peer.BOTH),
        new CodeSuite("HMAC-SHA-384-192 [RFC4868]", "HmacSHA384", 48, 24, Peer.BOTH),
        new CodeSuite("HMAC-SHA-512-256 [RFC4868]", "HmacSHA512", 64, 32, Peer.BOTH),
        new CodeSuite("HMAC-MD5-96 [RFC2403]", "HmacMD5", 16, 12, Peer.BOTH),
        new CodeSuite("MAC-RIPEMD-160-96 [RFC2857]", "HMACRIPEMD160", 20, 12, Peer.BOTH),
        new CodeSuite("ANY 64 bit authentication [no checking]", "", 0, 8, Peer.BOTH),
        new CodeSuite("ANY 96 bit authentication [no checking]", "", 0, 12, Peer.BOTH),
        new CodeSuite("ANY 128 bit authentication [no checking]", "", 0, 16, Peer.BOTH),
        new CodeSuite("ANY 192 bit authentication [no checking]", "", 0, 24, Peer.BOTH),
        new CodeSuite("ANY 256 bit authentication [no checking]", "", 0, 32, Peer.BOTH),
        new CodeSuite("HMAC-MD5-128 [RFC4595]", "HmacMD5", 16, 16, Peer.OURS),
        new CodeSuite("HMAC-SHA-1-160 [RFC4595]", "HmacSHA1", 20, 20, Peer.OURS),
        new CodeSuite("AES-CMAC-96 [RFC4494]", "AESCMAC", 16, 12, Peer.OURS));
  }

  /** Those of {@code ikev2_decryption_table}; none stands first. */
  public static List<CodeSuite> ikeV2() {
    return List.of(
        new CodeSuite("NONE [RFC4306]", "", 0, 0, Peer.BOTH),
        new CodeSuite("HMAC_MD5_96 [RFC2403]", "HmacMD5", 16, 12, Peer.BOTH),
        new CodeSuite("HMAC_SHA1_96 [RFC2404]", "HmacSHA1", 20, 12, Peer.BOTH),
        new CodeSuite("HMAC_MD5_128 [RFC4595]", "HmacMD5", 16, 16, Peer.BOTH),
        new CodeSuite("HMAC_SHA1_160 [RFC4595]", "HmacSHA1", 20, 20, Peer.BOTH),
        new CodeSuite(
            "HMAC_SHA2_256_96 [draft-ietf-ipsec-ciph-sha-256-00]", "HmacSHA256", 32, 12, Peer.BOTH),
        new CodeSuite("HMAC_SHA2_256_128 [RFC4868]", "HmacSHA256", 32, 16, Peer.BOTH),
        new CodeSuite("HMAC_SHA2_384_192 [RFC4868]", "HmacSHA384", 48, 24, Peer.BOTH),
        new CodeSuite("HMAC_SHA2_512_256 [RFC4868]", "HmacSHA512", 64, 32, Peer.BOTH),
        new CodeSuite("ANY 64-bits of Authentication [No Checking]", "", 0, 8, Peer.BOTH),
        new CodeSuite("ANY 96-bits of Authentication [No Checking]", "", 0, 12, Peer.BOTH),
        new CodeSuite("ANY 128-bits of Authentication [No Checking]", "", 0, 16, Peer.BOTH),
        new CodeSuite("ANY 160-bits of Authentication [No Checking]", "", 0, 20, Peer.BOTH),
        new CodeSuite("ANY 192-bits of Authentication [No Checking]", "", 0, 24, Peer.BOTH),
        new CodeSuite("ANY 256-bits of Authentication [No Checking]", "", 0, 32, Peer.BOTH),
        new CodeSuite("AES_CMAC_96 [RFC4494]", "AESCMAC", 16, 12, Peer.OURS));
  }

  /** True when somebody checks. */
  public boolean checks() {
    return !algorithm.isEmpty();
  }

  /** The checksum; zeros where nobody checks. */
  public byte[] code(byte[] secret, byte[] covered) {
    if (!checks()) {
      return new byte[icv];
    }
    try {
      boolean foreign = algorithm.equals("HMACRIPEMD160") || algorithm.equals("AESCMAC");
      Mac mac =
          foreign ? Mac.getInstance(algorithm, Sealer.Foreign.CIPHERS) : Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret, algorithm.equals("AESCMAC") ? "AES" : algorithm));
      return Arrays.copyOf(mac.doFinal(covered), icv);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
