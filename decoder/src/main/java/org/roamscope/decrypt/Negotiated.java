package org.roamscope.decrypt;

import java.util.Optional;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.Encryption;
import org.roamscope.crypto.Integrity;
import org.roamscope.crypto.PseudoRandom;
import org.roamscope.ike.Attribute;
import org.roamscope.ike.Proposal;
import org.roamscope.ike.Transform;
import org.roamscope.keys.SequenceNumbers;

/** What a chosen proposal of IKEv2 says, RFC 7296 section 3.3: one transform of each type. */
final class Negotiated {
  private static final int ENCRYPTION = 1;
  private static final int PSEUDO_RANDOM = 2;
  private static final int INTEGRITY = 3;
  private static final int SEQUENCE_NUMBERS = 5;
  private static final int KEY_LENGTH = 14;
  private static final int EXTENDED = 1;

  private Negotiated() {}

  static Optional<PseudoRandom> pseudoRandom(Proposal chosen) {
    return transform(chosen, PSEUDO_RANDOM).flatMap(prf -> PseudoRandom.ofTransform(prf.id()));
  }

  static Optional<Encryption.Sized> encryption(Proposal chosen) {
    return transform(chosen, ENCRYPTION)
        .flatMap(
            cipher -> Encryption.ofTransform(cipher.id(), number(cipher, KEY_LENGTH).orElse(0)));
  }

  /** None when there is no such transform; empty when its algorithm is not known. */
  static Optional<Integrity> integrity(Proposal chosen) {
    Optional<Transform> transform = transform(chosen, INTEGRITY);
    return transform.isEmpty()
        ? Optional.of(Integrity.NONE)
        : transform.flatMap(code -> Integrity.ofTransform(code.id()));
  }

  static SequenceNumbers sequenceNumbers(Proposal chosen) {
    return transform(chosen, SEQUENCE_NUMBERS).filter(esn -> esn.id() == EXTENDED).isPresent()
        ? SequenceNumbers.EXTENDED
        : SequenceNumbers.PLAIN;
  }

  private static Optional<Transform> transform(Proposal proposal, int type) {
    return proposal.transforms().stream().filter(transform -> transform.type() == type).findFirst();
  }

  /** An attribute as a number of at most 32 bits. */
  static Optional<Integer> number(Transform transform, int type) {
    return transform.attributes().stream()
        .filter(attribute -> attribute.type() == type)
        .map(Attribute::value)
        .filter(value -> !value.truncated() && value.length() > 0 && value.length() <= 4)
        .map(Negotiated::number)
        .findFirst();
  }

  private static int number(Slice value) {
    return (int) value.bits(0, value.length() * 8);
  }
}
