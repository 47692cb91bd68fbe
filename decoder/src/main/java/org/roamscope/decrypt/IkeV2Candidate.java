package org.roamscope.decrypt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roamscope.crypto.Encryption;
import org.roamscope.crypto.IkePlaintext;
import org.roamscope.crypto.IkeV2Cipher;
import org.roamscope.crypto.KeyMaterial;
import org.roamscope.crypto.Opened;
import org.roamscope.crypto.PseudoRandom;
import org.roamscope.ike.Encrypted;
import org.roamscope.ike.EncryptedFragment;
import org.roamscope.ike.IkeMessage;
import org.roamscope.ike.IkePayload;
import org.roamscope.keys.IkeV2Keys;
import org.roamscope.keys.KeyOrigin;

/** Keys that may be those of an IKEv2 SA, with their ciphers. */
final class IkeV2Candidate {
  /** Octets before the initialization vector: generic header, and in SKF two numbers. */
  private static final int SK_HEADER = 4;

  private static final int SKF_HEADER = 8;

  /** Files that contradict each other about SK_d, which no message proves. */
  private static final int MOST_DERIVING = 16;

  /**
   * What keys of child SAs come from.
   *
   * @param d SK_d
   * @param prf the pseudo-random function, or null when the file does not say
   * @param origin where it stands
   */
  record Deriving(KeyMaterial d, @Nullable PseudoRandom prf, KeyOrigin origin) {}

  private final IkeV2Keys keys;
  private final IkeV2Cipher ofInitiator;
  private final IkeV2Cipher ofResponder;
  private final List<Deriving> deriving = new ArrayList<>();
  private Optional<PseudoRandom> prf = Optional.empty();

  IkeV2Candidate(IkeV2Keys keys) {
    this.keys = keys;
    ofInitiator = new IkeV2Cipher(keys.encryption(), keys.ei(), keys.integrity(), keys.ai());
    ofResponder = new IkeV2Cipher(keys.encryption(), keys.er(), keys.integrity(), keys.ar());
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
      KeyMaterial d = derivation.d();
      if (d != null
          && deriving.size() < MOST_DERIVING
          && deriving.stream()
              .noneMatch(one -> one.d().equals(d) && one.prf() == derivation.prf())) {
        deriving.add(new Deriving(d, derivation.prf(), from.origin()));
      }
      prf = prf.or(() -> Optional.ofNullable(derivation.prf()));
    }
  }

  /** Every SK_d that a file holds beside these keys. */
  List<Deriving> deriving() {
    return List.copyOf(deriving);
  }

  /** The encryption. */
  Encryption encryption() {
    return keys.encryption();
  }

  /** Where the keys stand, in the first file that tells them. */
  KeySource source() {
    return KeySource.told(keys.origin());
  }

  /** The pseudo-random function, when a file names it. */
  Optional<PseudoRandom> prf() {
    return prf;
  }

  /** Tries the keys of the end that sent the message. */
  Opened<IkePlaintext> open(IkeMessage message, IkePayload sealed) {
    IkeV2Cipher cipher = message.fromOriginalInitiator() ? ofInitiator : ofResponder;
    int at = sealed.slice().offset() - message.slice().offset();
    var whole = message.slice().part(0, at + sealed.slice().claimedLength());
    return switch (sealed) {
      case Encrypted sk -> cipher.open(whole, at + SK_HEADER);
      case EncryptedFragment skf -> cipher.openFragment(whole, at + SKF_HEADER);
      default -> new Opened.Malformed<>("not an encrypted payload");
    };
  }
}
