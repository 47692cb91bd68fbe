package org.roamscope.decrypt;

import org.roamscope.crypto.EsnTracker;
import org.roamscope.crypto.Opened;
import org.roamscope.crypto.Opened.Success;
import org.roamscope.crypto.Opened.Verdict;
import org.roamscope.crypto.Opened.WrongKey;
import org.roamscope.keys.SequenceNumbers;

/**
 * The sequence numbers of an SA: their size, and when they have 64 bits the upper half, which no
 * packet shows (RFC 4302 section 2.5.1, RFC 4303 section 2.2.1).
 */
final class Numbering {
  /** A packet that can be tried with either size. */
  interface Packet<T> {
    /** The sequence number that it shows, unsigned. */
    long low();

    /** Tries numbers of 32 bits. */
    Opened<T> plain();

    /** Tries numbers of 64 bits with this upper half. */
    Opened<T> extended(int high);
  }

  private final int firstHigh;
  private SequenceNumbers size;
  private EsnTracker tracker;

  /**
   * Begins.
   *
   * @param size as it was told or negotiated
   * @param firstHigh upper half of the first number
   */
  Numbering(SequenceNumbers size, int firstHigh) {
    this.size = size;
    this.firstHigh = firstHigh;
    this.tracker = new EsnTracker(firstHigh);
  }

  /** True when both may be of one SA; takes over the size when only the other one knows it. */
  boolean merge(Numbering other) {
    boolean same =
        firstHigh == other.firstHigh
            && (size == other.size
                || size == SequenceNumbers.UNSTATED
                || other.size == SequenceNumbers.UNSTATED);
    if (same && size == SequenceNumbers.UNSTATED) {
      size = other.size;
    }
    return same;
  }

  /** Tries what the size allows; a checksum that fits settles a size that nobody told. */
  <T> Opened<T> open(Packet<T> packet) {
    return switch (size) {
      case PLAIN -> packet.plain();
      case EXTENDED -> extended(packet);
      case UNSTATED -> unstated(packet);
    };
  }

  private <T> Opened<T> unstated(Packet<T> packet) {
    Opened<T> plain = packet.plain();
    if (good(plain)) {
      size = SequenceNumbers.PLAIN;
    } else if (plain instanceof WrongKey<T>) {
      Opened<T> extended = extended(packet);
      if (good(extended)) {
        size = SequenceNumbers.EXTENDED;
        return extended;
      }
    }
    return plain;
  }

  /** What the tracker guesses; then as if the SA began anew, as in a second capture of it. */
  private <T> Opened<T> extended(Packet<T> packet) {
    int guess = tracker.guess(packet.low());
    Opened<T> opened = packet.extended(guess);
    if (good(opened)) {
      tracker.verified(packet.low(), guess);
    } else if (opened instanceof WrongKey<T> && guess != firstHigh) {
      Opened<T> again = packet.extended(firstHigh);
      if (good(again)) {
        tracker = new EsnTracker(firstHigh);
        tracker.verified(packet.low(), firstHigh);
        return again;
      }
    }
    return opened;
  }

  private static boolean good(Opened<?> opened) {
    return opened instanceof Success<?> success && success.verdict() == Verdict.GOOD;
  }
}
