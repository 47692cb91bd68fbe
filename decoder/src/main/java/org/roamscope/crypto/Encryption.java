package org.roamscope.crypto;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Encryption algorithms of IKE and ESP: the IANA registry of IKEv2 transforms of type 1, and what
 * key files name beside it.
 *
 * <p>An algorithm that authenticates too (an AEAD, RFC 5282) has a checksum of its own; the others
 * go with an {@link Integrity}.
 */
public enum Encryption {
  /** DES in CBC mode, RFC 2405. */
  DES_CBC(2, Keys.of(8), Shape.cbc(8)),
  /** Triple DES in CBC mode, RFC 2451. */
  TRIPLE_DES_CBC(3, Keys.of(24), Shape.cbc(8)),
  /** CAST-128 in CBC mode, RFC 2144 and RFC 2451. */
  CAST5_CBC(6, Keys.range(5, 16, 1).usual(16), Shape.cbc(8)),
  /** Blowfish in CBC mode, RFC 2451. */
  BLOWFISH_CBC(7, Keys.range(5, 56, 1).usual(16), Shape.cbc(8)),
  /** No encryption, RFC 2410. */
  NULL(11, Keys.of(0), Shape.NOTHING),
  /** AES in CBC mode, RFC 3602. */
  AES_CBC(12, Keys.AES, Shape.cbc(16)),
  /** AES in counter mode, RFC 3686 and RFC 5930; the key ends in a nonce of 4 octets. */
  AES_CTR(13, Keys.AES, new Shape(4, 8, 1, 0)),
  /** AES-CCM with a checksum of 8 octets, RFC 4309; the key ends in a salt of 3 octets. */
  AES_CCM_8(14, Keys.AES, new Shape(3, 8, 1, 8)),
  /** AES-CCM with a checksum of 12 octets. */
  AES_CCM_12(15, Keys.AES, new Shape(3, 8, 1, 12)),
  /** AES-CCM with a checksum of 16 octets. */
  AES_CCM_16(16, Keys.AES, new Shape(3, 8, 1, 16)),
  /** AES-GCM with a checksum of 8 octets, RFC 4106; the key ends in a salt of 4 octets. */
  AES_GCM_8(18, Keys.AES, new Shape(4, 8, 1, 8)),
  /** AES-GCM with a checksum of 12 octets. */
  AES_GCM_12(19, Keys.AES, new Shape(4, 8, 1, 12)),
  /** AES-GCM with a checksum of 16 octets. */
  AES_GCM_16(20, Keys.AES, new Shape(4, 8, 1, 16)),
  /** AES-GMAC, RFC 4543: authenticated as AES-GCM does it, not encrypted. ESP only. */
  NULL_AES_GMAC(21, Keys.AES, new Shape(4, 8, 1, 16)),
  /** Camellia in CBC mode, RFC 4312 and RFC 5529. */
  CAMELLIA_CBC(23, Keys.AES, Shape.cbc(16)),
  /** Camellia in counter mode, RFC 5529; the key ends in a nonce of 4 octets. No cipher here. */
  CAMELLIA_CTR(24, Keys.AES, new Shape(4, 8, 1, 0)),
  /** ChaCha20 with Poly1305, RFC 7634; the key ends in a salt of 4 octets. */
  CHACHA20_POLY1305(28, Keys.of(32), new Shape(4, 8, 1, 16)),
  /** Twofish in CBC mode, which has no number in IKEv2. */
  TWOFISH_CBC(-1, Keys.AES, Shape.cbc(16));

  /** Key lengths in octets, without the salt. */
  private record Keys(int least, int most, int step, int usual) {
    static final Keys AES = range(16, 32, 8);

    static Keys of(int octets) {
      return new Keys(octets, octets, 1, octets);
    }

    static Keys range(int least, int most, int step) {
      return new Keys(least, most, step, -1);
    }

    Keys usual(int octets) {
      return new Keys(least, most, step, octets);
    }
  }

  /** Lengths in octets: salt, initialization vector, block, checksum. */
  private record Shape(int salt, int iv, int block, int icv) {
    static final Shape NOTHING = new Shape(0, 0, 1, 0);

    static Shape cbc(int block) {
      return new Shape(0, block, block, 0);
    }
  }

  private final int transform;
  private final int leastKey;
  private final int mostKey;
  private final int keyStep;
  private final int usualKey;
  private final int salt;
  private final int iv;
  private final int block;
  private final int icv;

  Encryption(int transform, Keys keys, Shape shape) {
    this.transform = transform;
    this.leastKey = keys.least;
    this.mostKey = keys.most;
    this.keyStep = keys.step;
    this.usualKey = keys.usual;
    this.salt = shape.salt;
    this.iv = shape.iv;
    this.block = shape.block;
    this.icv = shape.icv;
  }

  /**
   * An algorithm with the length of its key.
   *
   * @param encryption the algorithm
   * @param keyOctets length of the key without salt
   */
  public record Sized(Encryption encryption, int keyOctets) {
    /** Octets of key material, RFC 7296 section 2.17: the key and its salt. */
    public int materialOctets() {
      return keyOctets + encryption.saltOctets();
    }
  }

  /** Number of the transform of type 1 in IKEv2; -1 when it has none. */
  public int transformId() {
    return transform;
  }

  /** True when it authenticates what it encrypts, so that it goes without an {@link Integrity}. */
  public boolean aead() {
    return icv > 0;
  }

  /** Octets at the end of the key that begin the nonce and never show on the wire. */
  public int saltOctets() {
    return salt;
  }

  /** Octets of the initialization vector on the wire. */
  public int ivOctets() {
    return iv;
  }

  /** Octets that the ciphertext is a multiple of; 1 when it may have any length. */
  public int blockOctets() {
    return block;
  }

  /** Octets of the checksum of an {@link #aead()}; else 0. */
  public int icvOctets() {
    return icv;
  }

  /** True when {@code octets}, salt included, is a length that its key material can have. */
  public boolean accepts(int octets) {
    return hasKey(octets - salt);
  }

  /** The algorithm with key material of {@code octets}, salt included; empty when it cannot be. */
  public Optional<Sized> withMaterial(int octets) {
    return accepts(octets) ? Optional.of(new Sized(this, octets - salt)) : Optional.empty();
  }

  /**
   * Looks a negotiated transform up.
   *
   * @param transformId transform of type 1 in IKEv2
   * @param keyBits the Key Length attribute; 0 when there is none
   * @return the algorithm; empty when it is not known or cannot have such a key
   */
  public static Optional<Sized> ofTransform(int transformId, int keyBits) {
    return Arrays.stream(values())
        .filter(encryption -> transformId > 0 && encryption.transform == transformId)
        .findFirst()
        .flatMap(encryption -> encryption.sized(keyBits));
  }

  /**
   * Looks an algorithm of IKEv1 phase 1 up, RFC 2409 appendix A and the IANA registry after it.
   *
   * @param algorithm value of the Encryption Algorithm attribute
   * @param keyBits value of the Key Length attribute; 0 when there is none
   */
  public static Optional<Sized> ofIkeV1(int algorithm, int keyBits) {
    return switch (algorithm) {
      case 1 -> DES_CBC.sized(keyBits);
      case 3 -> BLOWFISH_CBC.sized(keyBits);
      case 5 -> TRIPLE_DES_CBC.sized(keyBits);
      case 6 -> CAST5_CBC.sized(keyBits);
      case 7 -> AES_CBC.sized(keyBits);
      case 8 -> CAMELLIA_CBC.sized(keyBits);
      default -> Optional.empty();
    };
  }

  private boolean hasKey(int octets) {
    return octets >= leastKey && octets <= mostKey && (octets - leastKey) % keyStep == 0;
  }

  private Optional<Sized> sized(int keyBits) {
    int octets = keyBits == 0 || leastKey == mostKey ? usualKey : keyBits / 8;
    return keyBits % 8 == 0 && hasKey(octets)
        ? Optional.of(new Sized(this, octets))
        : Optional.empty();
  }

  /** The lengths that its key material can have, salt included: {@code 20, 28 or 36 octets}. */
  public String lengths() {
    String shortest = Integer.toString(leastKey + salt);
    if (leastKey == mostKey) {
      return shortest + " octets";
    }
    return keyStep == 8
        ? shortest + ", " + (leastKey + 8 + salt) + " or " + (mostKey + salt) + " octets"
        : shortest + " to " + (mostKey + salt) + " octets";
  }

  /** A short name, for example {@code AES-CBC}. */
  public String shortName() {
    return this == TRIPLE_DES_CBC ? "3DES-CBC" : name().replace('_', '-').toUpperCase(Locale.ROOT);
  }
}
