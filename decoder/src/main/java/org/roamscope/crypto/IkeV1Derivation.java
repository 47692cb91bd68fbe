package org.roamscope.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.roamscope.bytes.Slice;

/** The keys of IKEv1, RFC 2409 section 5, 5.5 and appendix B. */
public final class IkeV1Derivation {
  private static final int MAX_ROUNDS = 255;

  private IkeV1Derivation() {}

  /**
   * The keys that come of SKEYID.
   *
   * @param d SKEYID_d, of which the keys of IPsec SAs are made
   * @param a SKEYID_a, integrity of ISAKMP messages
   * @param e SKEYID_e, of which the encryption key is made
   */
  public record SkeyIds(KeyMaterial d, KeyMaterial a, KeyMaterial e) {}

  /** SKEYID with a pre-shared key: prf(key, Ni | Nr). */
  public static KeyMaterial skeyIdOfSharedKey(
      PseudoRandom prf, KeyMaterial sharedKey, Slice initiatorNonce, Slice responderNonce) {
    return prf.of(sharedKey, initiatorNonce.bytes(), responderNonce.bytes());
  }

  /** SKEYID with signatures: prf(Ni | Nr, g^xy). */
  public static KeyMaterial skeyIdOfSignatures(
      PseudoRandom prf, KeyMaterial secret, Slice initiatorNonce, Slice responderNonce) {
    byte[] nonces =
        ByteBuffer.allocate(initiatorNonce.length() + responderNonce.length())
            .put(initiatorNonce.bytes())
            .put(responderNonce.bytes())
            .array();
    return prf.of(KeyMaterial.copyOf(nonces), secret.octets());
  }

  /**
   * SKEYID_d, SKEYID_a and SKEYID_e: each prf(SKEYID, the one before | g^xy | cookies | 0, 1 or 2).
   *
   * @param secret g^xy
   * @param initiatorCookie CKY-I
   * @param responderCookie CKY-R
   */
  public static SkeyIds skeyIds(
      PseudoRandom prf,
      KeyMaterial skeyId,
      KeyMaterial secret,
      long initiatorCookie,
      long responderCookie) {
    byte[] cookies =
        ByteBuffer.allocate(16).putLong(initiatorCookie).putLong(responderCookie).array();
    byte[] shared = secret.octets();
    KeyMaterial d = prf.of(skeyId, shared, cookies, new byte[] {0});
    KeyMaterial a = prf.of(skeyId, d.octets(), shared, cookies, new byte[] {1});
    KeyMaterial e = prf.of(skeyId, a.octets(), shared, cookies, new byte[] {2});
    return new SkeyIds(d, a, e);
  }

  /**
   * The encryption key of phase 1, appendix B: the first octets of SKEYID_e when it is long enough,
   * else of K1 | K2 and so on, where K1 = prf(SKEYID_e, 0) and Kn = prf(SKEYID_e, Kn-1).
   *
   * @param octets length of the key
   */
  public static Optional<KeyMaterial> encryptionKey(
      PseudoRandom prf, KeyMaterial skeyIdE, int octets) {
    if (octets >= 0 && octets <= skeyIdE.length()) {
      return Optional.of(skeyIdE.part(0, octets));
    }
    return chain(prf, skeyIdE, new byte[] {0}, new byte[0], octets);
  }

  /**
   * KEYMAT of one IPsec SA, section 5.5: K1 = prf(SKEYID_d, [g^xy] | protocol | SPI | Ni | Nr), Kn
   * = prf(SKEYID_d, Kn-1 | the same). Encryption key first, then integrity key.
   *
   * @param secret g^xy of the Quick Mode; empty without perfect forward secrecy
   * @param protocol protocol of the proposal: 2 AH, 3 ESP
   * @param spi chosen by who receives the packets
   * @param nonces Ni | Nr of the Quick Mode, without payload headers
   * @param octets how many are wanted
   */
  public static Optional<KeyMaterial> ipsecSa(
      PseudoRandom prf,
      KeyMaterial skeyIdD,
      KeyMaterial secret,
      int protocol,
      long spi,
      Slice nonces,
      int octets) {
    byte[] seed =
        ByteBuffer.allocate(secret.length() + 5 + nonces.length())
            .put(secret.octets())
            .put((byte) protocol)
            .putInt((int) spi)
            .put(nonces.bytes())
            .array();
    return chain(prf, skeyIdD, seed, seed, octets);
  }

  private static Optional<KeyMaterial> chain(
      PseudoRandom prf, KeyMaterial key, byte[] first, byte[] further, int octets) {
    int rounds = (octets + prf.octets() - 1) / prf.octets();
    if (octets < 0 || rounds > MAX_ROUNDS) {
      return Optional.empty();
    }
    MacFunction keyed = prf.keyed(key);
    byte[] stream = new byte[rounds * prf.octets()];
    byte[] block = {};
    for (int round = 0; round < rounds; round++) {
      block = round == 0 ? keyed.of(first) : keyed.of(block, further);
      System.arraycopy(block, 0, stream, round * prf.octets(), prf.octets());
    }
    KeyMaterial material = KeyMaterial.copyOf(Arrays.copyOf(stream, octets));
    Arrays.fill(stream, (byte) 0);
    return Optional.of(material);
  }
}
