package org.roamscope.decrypt;

import java.util.Optional;
import org.roamscope.crypto.Encryption;
import org.roamscope.crypto.Integrity;
import org.roamscope.ike.Proposal;
import org.roamscope.ike.Transform;
import org.roamscope.keys.SequenceNumbers;

/**
 * What a chosen transform of IKEv1 phase 2 says: encryption is its identifier (RFC 2407 section
 * 4.4.4), all else its attributes (section 4.5). Whether the SA is a tunnel does not matter for its
 * keys, and every packet says it by its next header.
 */
final class IpsecDoi {
  static final int AH = 2;
  static final int ESP = 3;

  private static final int AUTHENTICATION = 5;
  private static final int KEY_LENGTH = 6;
  private static final int EXTENDED_SEQUENCE = 11;

  private IpsecDoi() {}

  /** AH has no encryption; empty for an algorithm that is not known. */
  static Optional<Encryption.Sized> encryption(Proposal chosen, Transform transform) {
    int bits = Negotiated.number(transform, KEY_LENGTH).orElse(0);
    int id = transform.id();
    return chosen.protocol() == AH
        ? Optional.of(new Encryption.Sized(Encryption.NULL, 0))
        : Encryption.ofTransform(
            switch (id) {
              // Where this registry and that of IKEv2 part.
              case 21 -> -1; // SEED, RFC 4196
              case 22 -> Encryption.CAMELLIA_CBC.transformId();
              case 23 -> Encryption.NULL_AES_GMAC.transformId();
              default -> id;
            },
            bits);
  }

  /** None without the attribute; empty for an algorithm that is not known. */
  static Optional<Integrity> integrity(Transform transform) {
    int algorithm = Negotiated.number(transform, AUTHENTICATION).orElse(0);
    return switch (algorithm) {
      case 0 -> Optional.of(Integrity.NONE);
      case 1 -> Optional.of(Integrity.HMAC_MD5_96);
      case 2 -> Optional.of(Integrity.HMAC_SHA1_96);
      case 5 -> Optional.of(Integrity.HMAC_SHA2_256_128);
      case 6 -> Optional.of(Integrity.HMAC_SHA2_384_192);
      case 7 -> Optional.of(Integrity.HMAC_SHA2_512_256);
      case 8 -> Optional.of(Integrity.HMAC_RIPEMD_160_96);
      case 9 -> Optional.of(Integrity.AES_XCBC_96);
      default -> Optional.empty();
    };
  }

  /** RFC 4304: an attribute of its own, 1 for 64 bits. */
  static SequenceNumbers sequenceNumbers(Transform transform) {
    return Negotiated.number(transform, EXTENDED_SEQUENCE).orElse(0) == 1
        ? SequenceNumbers.EXTENDED
        : SequenceNumbers.PLAIN;
  }
}
