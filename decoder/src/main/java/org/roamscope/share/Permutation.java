package org.roamscope.share;

import java.nio.ByteBuffer;
import org.roamscope.crypto.KeyedFunction;

/**
 * Numbers of a width put in another order: no two become the same. A Feistel network over both
 * halves of the bits, whose rounds are a keyed function.
 */
final class Permutation {
  private static final int ROUNDS = 10;

  private final KeyedFunction function;
  private final String purpose;
  private final int low;
  private final int high;

  /**
   * A permutation.
   *
   * @param purpose what it is for
   * @param bits width of the numbers, 2 to 64
   */
  Permutation(KeyedFunction function, String purpose, int bits) {
    this.function = function;
    this.purpose = purpose;
    low = bits / 2;
    high = bits - low;
  }

  /** The number in the place of {@code value}, whose bits above the width are zero. */
  long of(long value) {
    long left = value >>> low;
    long right = value & mask(low);
    for (int round = 0; round < ROUNDS; round++) {
      if (round % 2 == 0) {
        left ^= round(round, right) & mask(high);
      } else {
        right ^= round(round, left) & mask(low);
      }
    }
    return left << low | right;
  }

  private long round(int round, long half) {
    return function.number(purpose, ByteBuffer.allocate(12).putInt(round).putLong(half).array());
  }

  private static long mask(int bits) {
    return (1L << bits) - 1;
  }
}
