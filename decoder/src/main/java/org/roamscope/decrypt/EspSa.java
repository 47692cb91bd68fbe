package org.roamscope.decrypt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.Encryption;
import org.roamscope.crypto.EsnTracker;
import org.roamscope.crypto.EspKeys;
import org.roamscope.crypto.EspOpener;
import org.roamscope.crypto.EspPlaintext;
import org.roamscope.crypto.Integrity;
import org.roamscope.crypto.Opened;
import org.roamscope.field.IpAddress;
import org.roamscope.keys.SequenceNumbers;

/**
 * An ESP SA whose keys are known, one direction, as several files may tell of it. Keeps the upper
 * half of its sequence numbers.
 */
final class EspSa {
  private static final int SEQUENCE_AT = 4;

  private final EspKeys keys;
  private final int firstHigh;
  private final @Nullable EspOpener opener;
  private final List<org.roamscope.keys.EspKeys> told = new ArrayList<>();
  private SequenceNumbers numbers;
  private EsnTracker tracker;

  /** An SA of a key file; without an opener where no cipher here does its algorithm. */
  static EspSa of(org.roamscope.keys.EspKeys told) {
    Optional<Encryption> encryption = Algorithms.encryption(told.encryption());
    Optional<Integrity> integrity = Algorithms.integrity(told.integrity());
    EspKeys keys =
        new EspKeys(
            encryption.orElse(Encryption.NULL),
            Algorithms.material(told.encryptionKey()),
            integrity.orElse(Integrity.NONE),
            Algorithms.material(told.integrityKey()));
    boolean known = encryption.isPresent() && integrity.isPresent();
    EspSa sa =
        new EspSa(
            keys,
            told.sequenceNumbers(),
            (int) told.highSequence(),
            known ? new EspOpener(keys) : null);
    sa.told.add(told);
    return sa;
  }

  /** An SA whose keys were derived: an IKE exchange tells everything but its addresses. */
  static EspSa derived(EspKeys keys, SequenceNumbers numbers) {
    return new EspSa(keys, numbers, 0, new EspOpener(keys));
  }

  private EspSa(EspKeys keys, SequenceNumbers numbers, int firstHigh, @Nullable EspOpener opener) {
    this.keys = keys;
    this.numbers = numbers;
    this.firstHigh = firstHigh;
    this.opener = opener;
    this.tracker = new EsnTracker(firstHigh);
  }

  /** Takes over what another one tells, when it is the same SA. */
  boolean merge(EspSa other) {
    boolean same =
        opener != null
            && other.opener != null
            && keys.equals(other.keys)
            && firstHigh == other.firstHigh
            && (numbers == other.numbers
                || numbers == SequenceNumbers.UNSTATED
                || other.numbers == SequenceNumbers.UNSTATED);
    if (same) {
      numbers = numbers == SequenceNumbers.UNSTATED ? other.numbers : numbers;
      told.addAll(other.told);
    }
    return same;
  }

  /** True when a file names these addresses, or some that hold them. */
  boolean at(IpAddress source, IpAddress destination, long spi) {
    return told.stream().anyMatch(one -> one.matches(source, destination, spi));
  }

  /** True when every packet proves by its checksum that the key is right. */
  boolean proves() {
    return keys.encryption().aead() || keys.integrity().checks();
  }

  /** Tries the key. */
  Opened<EspPlaintext> open(Slice packet) {
    if (opener == null) {
      return new Opened.Unsupported<>("an algorithm that is not known");
    }
    return switch (numbers) {
      case PLAIN -> opener.open(packet);
      case EXTENDED -> extended(opener, packet);
      case UNSTATED -> unstated(opener, packet);
    };
  }

  private Opened<EspPlaintext> unstated(EspOpener with, Slice packet) {
    Opened<EspPlaintext> plain = with.open(packet);
    if (plain instanceof Opened.WrongKey<EspPlaintext> && proves()) {
      Opened<EspPlaintext> extended = extended(with, packet);
      if (extended instanceof Opened.Success<EspPlaintext>) {
        numbers = SequenceNumbers.EXTENDED;
        return extended;
      }
    } else if (plain instanceof Opened.Success<EspPlaintext> && proves()) {
      numbers = SequenceNumbers.PLAIN;
    }
    return plain;
  }

  /** What the tracker guesses; then as if the SA began anew, as in a second capture of it. */
  private Opened<EspPlaintext> extended(EspOpener with, Slice packet) {
    Opened<EspPlaintext> opened = with.open(packet, tracker);
    boolean wrong = opened instanceof Opened.WrongKey<EspPlaintext>;
    if (!wrong || tracker.guess(packet.u32(SEQUENCE_AT)) == firstHigh) {
      return opened;
    }
    EsnTracker anew = new EsnTracker(firstHigh);
    Opened<EspPlaintext> again = with.open(packet, anew);
    if (again instanceof Opened.Success<EspPlaintext>) {
      tracker = anew;
      return again;
    }
    return opened;
  }
}
