package org.roamscope.decrypt;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.EsnTracker;
import org.roamscope.crypto.EspKeys;
import org.roamscope.crypto.EspOpener;
import org.roamscope.crypto.EspPlaintext;
import org.roamscope.crypto.Opened;
import org.roamscope.field.IpAddress;
import org.roamscope.keys.IpsecKeys;
import org.roamscope.keys.SequenceNumbers;

/**
 * An ESP SA whose keys are known, one direction, as several files may tell of it. Keeps the upper
 * half of its sequence numbers.
 */
final class EspSa {
  private static final int SEQUENCE_AT = 4;

  private final EspKeys keys;
  private final int firstHigh;
  private final EspOpener opener;
  private final List<IpsecKeys> told = new ArrayList<>();
  private SequenceNumbers numbers;
  private EsnTracker tracker;

  /** An SA of a key file. */
  static EspSa of(IpsecKeys told) {
    EspSa sa = new EspSa(told.keys(), told.sequenceNumbers(), (int) told.highSequence());
    sa.told.add(told);
    return sa;
  }

  /** An SA whose keys were derived: an IKE exchange tells everything but its addresses. */
  static EspSa derived(EspKeys keys, SequenceNumbers numbers) {
    return new EspSa(keys, numbers, 0);
  }

  private EspSa(EspKeys keys, SequenceNumbers numbers, int firstHigh) {
    this.keys = keys;
    this.numbers = numbers;
    this.firstHigh = firstHigh;
    this.opener = new EspOpener(keys);
    this.tracker = new EsnTracker(firstHigh);
  }

  /** Takes over what another one tells, when it is the same SA. */
  boolean merge(EspSa other) {
    boolean same =
        keys.equals(other.keys)
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
    return switch (numbers) {
      case PLAIN -> opener.open(packet);
      case EXTENDED -> extended(packet);
      case UNSTATED -> unstated(packet);
    };
  }

  private Opened<EspPlaintext> unstated(Slice packet) {
    Opened<EspPlaintext> plain = opener.open(packet);
    if (plain instanceof Opened.WrongKey<EspPlaintext> && proves()) {
      Opened<EspPlaintext> extended = extended(packet);
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
  private Opened<EspPlaintext> extended(Slice packet) {
    Opened<EspPlaintext> opened = opener.open(packet, tracker);
    boolean wrong = opened instanceof Opened.WrongKey<EspPlaintext>;
    if (!wrong || tracker.guess(packet.u32(SEQUENCE_AT)) == firstHigh) {
      return opened;
    }
    EsnTracker anew = new EsnTracker(firstHigh);
    Opened<EspPlaintext> again = opener.open(packet, anew);
    if (again instanceof Opened.Success<EspPlaintext>) {
      tracker = anew;
      return again;
    }
    return opened;
  }
}
