package org.roamscope.decrypt;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roamscope.crypto.Encryption;
import org.roamscope.crypto.IkePlaintext;
import org.roamscope.crypto.IkeV2Cipher;
import org.roamscope.crypto.Integrity;
import org.roamscope.crypto.KeyMaterial;
import org.roamscope.crypto.Opened;
import org.roamscope.crypto.PseudoRandom;
import org.roamscope.ike.Encrypted;
import org.roamscope.ike.EncryptedFragment;
import org.roamscope.ike.IkeMessage;
import org.roamscope.ike.IkePayload;
import org.roamscope.keys.IkeV2Keys;

/** Keys that may be those of an IKEv2 SA, with their ciphers. */
final class IkeV2Candidate {
  /** Octets before the initialization vector: generic header, and in SKF two numbers. */
  private static final int SK_HEADER = 4;

  private static final int SKF_HEADER = 8;

  private final IkeV2Keys keys;
  private final @Nullable IkeV2Cipher ofInitiator;
  private final @Nullable IkeV2Cipher ofResponder;
  private Optional<KeyMaterial> d = Optional.empty();
  private Optional<PseudoRandom> prf = Optional.empty();

  IkeV2Candidate(IkeV2Keys keys) {
    this.keys = keys;
    Optional<Encryption> encryption = Algorithms.encryption(keys.encryption());
    Optional<Integrity> integrity = Algorithms.integrity(keys.integrity());
    boolean known = encryption.isPresent() && integrity.isPresent();
    ofInitiator =
        known
            ? new IkeV2Cipher(
                encryption.get(),
                Algorithms.material(keys.ei()),
                integrity.get(),
                Algorithms.material(keys.ai()))
            : null;
    ofResponder =
        known
            ? new IkeV2Cipher(
                encryption.get(),
                Algorithms.material(keys.er()),
                integrity.get(),
                Algorithms.material(keys.ar()))
            : null;
    derivation(keys);
  }

  /** Takes over what another file tells of the same keys. */
  boolean merge(IkeV2Keys other) {
    boolean same =
        keys.encryption() == other.encryption()
            && keys.integrity() == other.integrity()
            && keys.ei().equals(other.ei())
            && keys.er().equals(other.er())
            && keys.ai().equals(other.ai())
            && keys.ar().equals(other.ar());
    if (same) {
      derivation(other);
    }
    return same;
  }

  private void derivation(IkeV2Keys from) {
    IkeV2Keys.Derivation derivation = from.derivation();
    if (derivation != null) {
      d = d.isPresent() || derivation.d() == null ? d : Optional.of(secret(derivation));
      prf = prf.isPresent() ? prf : Algorithms.pseudoRandom(derivation.prf());
    }
  }

  private static KeyMaterial secret(IkeV2Keys.Derivation derivation) {
    return derivation.d() == null ? KeyMaterial.none() : Algorithms.material(derivation.d());
  }

  /** SK_d, when a file holds it. */
  Optional<KeyMaterial> d() {
    return d;
  }

  /** The pseudo-random function, when a file names it. */
  Optional<PseudoRandom> prf() {
    return prf;
  }

  /** Tries the keys of the end that sent the message. */
  Opened<IkePlaintext> open(IkeMessage message, IkePayload sealed) {
    IkeV2Cipher cipher = message.fromOriginalInitiator() ? ofInitiator : ofResponder;
    if (cipher == null) {
      return new Opened.Unsupported<>("an algorithm that is not known");
    }
    int at = sealed.slice().offset() - message.slice().offset();
    var whole = message.slice().part(0, at + sealed.slice().claimedLength());
    return switch (sealed) {
      case Encrypted sk -> cipher.open(whole, at + SK_HEADER);
      case EncryptedFragment skf -> cipher.openFragment(whole, at + SKF_HEADER);
      default -> new Opened.Malformed<>("not an encrypted payload");
    };
  }
}
