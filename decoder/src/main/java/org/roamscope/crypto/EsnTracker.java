package org.roamscope.crypto;

/**
 * Guesses the upper half of extended sequence numbers, RFC 4303 appendix A2: of the numbers with
 * the given lower half, the one that lies in the replay window or less than 2^32 above it.
 */
public final class EsnTracker {
  /** Packets that may come late; wide, as a capture may hold them in another order. */
  private static final long WINDOW = 1L << 20;

  private static final long LOW = 0xffffffffL;

  private final int start;
  private boolean seen;
  private long highest;

  /** A tracker for an association seen from its first packet on. */
  public EsnTracker() {
    this(0);
  }

  /** A tracker for an association whose numbers have the upper half {@code highBits} by now. */
  public EsnTracker(int highBits) {
    this.start = highBits;
  }

  /**
   * The upper half to try.
   *
   * @param low sequence number of the packet, the lower half, unsigned
   */
  public int guess(long low) {
    if (!seen) {
      return start;
    }
    int high = (int) (highest >>> 32);
    long bottom = (highest & LOW) - WINDOW + 1;
    if (bottom >= 0) {
      return low >= bottom ? high : high + 1;
    }
    // The window reaches into the numbers with the next lower half; below the first are none.
    return low >= (bottom & LOW) && high != 0 ? high - 1 : high;
  }

  /** The packet with this lower half was authentic with this upper half. */
  public void verified(long low, int high) {
    long number = (high & LOW) << 32 | low & LOW;
    if (!seen || Long.compareUnsigned(number, highest) > 0) {
      seen = true;
      highest = number;
    }
  }
}
