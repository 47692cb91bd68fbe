package org.roamscope.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.roamscope.bytes.Slice;

/**
 * The keys of IKEv2, RFC 7296 sections 2.13 to 2.18, from what the ends negotiated and the secrets
 * that a key file tells.
 */
public final class KeyDerivation {
  /** The counter of prf+ is one octet. */
  private static final int MAX_ROUNDS = 255;

  private static final int HALF_KEY = 8;

  private KeyDerivation() {}

  /**
   * What the ends negotiated for an IKE SA.
   *
   * @param prf pseudo-random function
   * @param encryption encryption with the length of its key
   * @param integrity integrity algorithm; none when the encryption authenticates
   */
  public record Suite(PseudoRandom prf, Encryption.Sized encryption, Integrity integrity) {}

  /**
   * The nonces of an exchange, without their payload headers.
   *
   * @param initiator Ni
   * @param responder Nr
   */
  public record Nonces(Slice initiator, Slice responder) {
    private byte[] joined() {
      return join(initiator.bytes(), responder.bytes());
    }
  }

  /**
   * prf+(key, seed), RFC 7296 section 2.13.
   *
   * @param octets how many are wanted
   * @return them; empty when they are more than 255 times what the function gives
   */
  public static Optional<KeyMaterial> prfPlus(
      PseudoRandom prf, KeyMaterial key, byte[] seed, int octets) {
    int rounds = (octets + prf.octets() - 1) / prf.octets();
    if (octets < 0 || rounds > MAX_ROUNDS) {
      return Optional.empty();
    }
    MacFunction keyed = prf.keyed(key);
    byte[] stream = new byte[rounds * prf.octets()];
    byte[] before = {};
    for (int round = 1; round <= rounds; round++) {
      before = keyed.of(before, seed, new byte[] {(byte) round});
      System.arraycopy(before, 0, stream, (round - 1) * prf.octets(), prf.octets());
    }
    KeyMaterial material = KeyMaterial.copyOf(Arrays.copyOf(stream, octets));
    Arrays.fill(stream, (byte) 0);
    return Optional.of(material);
  }

  /**
   * SKEYSEED of an initial exchange, RFC 7296 section 2.14: prf(Ni | Nr, g^ir).
   *
   * @param secret g^ir, filled with zeros in front to the length of the group's modulus
   */
  public static KeyMaterial skeyseed(PseudoRandom prf, Nonces nonces, KeyMaterial secret) {
    byte[] key =
        prf.halvesNonces()
            ? join(firstOf(nonces.initiator()), firstOf(nonces.responder()))
            : nonces.joined();
    return prf.of(KeyMaterial.copyOf(key), secret.octets());
  }

  /**
   * SKEYSEED of a rekeyed IKE SA, RFC 7296 section 2.18: prf(SK_d of the old SA, g^ir | Ni | Nr).
   *
   * @param prf the function of the old SA
   */
  public static KeyMaterial rekeyedSkeyseed(
      PseudoRandom prf, KeyMaterial oldD, KeyMaterial secret, Nonces nonces) {
    return prf.of(oldD, secret.octets(), nonces.joined());
  }

  /**
   * The keys of an IKE SA, RFC 7296 section 2.14.
   *
   * @param spis the SPIs of initiator and responder, 8 octets each
   */
  public static IkeSaKeys ikeSa(Suite suite, KeyMaterial skeyseed, Nonces nonces, Spis spis) {
    int a = suite.encryption().encryption().aead() ? 0 : suite.integrity().keyOctets();
    int e = suite.encryption().materialOctets();
    int p = suite.prf().octets();
    byte[] seed = join(nonces.joined(), spis.octets());
    Stream stream =
        new Stream(prfPlus(suite.prf(), skeyseed, seed, 3 * p + 2 * a + 2 * e).orElseThrow());
    return new IkeSaKeys(
        stream.next(p),
        stream.next(a),
        stream.next(a),
        stream.next(e),
        stream.next(e),
        stream.next(p),
        stream.next(p));
  }

  /**
   * SPIs of an IKE SA.
   *
   * @param initiator of the initiator
   * @param responder of the responder
   */
  public record Spis(long initiator, long responder) {
    private byte[] octets() {
      return ByteBuffer.allocate(16).putLong(initiator).putLong(responder).array();
    }
  }

  /**
   * The keys of a child SA, RFC 7296 section 2.17: prf+(SK_d, [g^ir] | Ni | Nr), what the initiator
   * sends first, encryption before integrity.
   *
   * @param suite the function of the IKE SA with the algorithms of the child SA
   * @param secret g^ir of the exchange that made it; empty when it had no key exchange
   * @param nonces of the exchange that made it: for the first child SA those of IKE_SA_INIT
   */
  public static ChildSaKeys childSa(Suite suite, KeyMaterial d, KeyMaterial secret, Nonces nonces) {
    int e = suite.encryption().materialOctets();
    int a = suite.encryption().encryption().aead() ? 0 : suite.integrity().keyOctets();
    byte[] seed = join(secret.octets(), nonces.joined());
    Stream stream = new Stream(prfPlus(suite.prf(), d, seed, 2 * (e + a)).orElseThrow());
    return new ChildSaKeys(stream.next(e), stream.next(a), stream.next(e), stream.next(a));
  }

  /** Takes keys from a stream, one after the other. */
  private static final class Stream {
    private final KeyMaterial material;
    private int at;

    Stream(KeyMaterial material) {
      this.material = material;
    }

    KeyMaterial next(int octets) {
      KeyMaterial key = material.part(at, octets);
      at += octets;
      return key;
    }
  }

  private static byte[] firstOf(Slice nonce) {
    return Arrays.copyOf(nonce.part(0, HALF_KEY).bytes(), HALF_KEY);
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
