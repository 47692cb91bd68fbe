package org.roamscope.audit.rule;

/** Sequence numbers of Binding Updates, RFC 6275 section 9.5.1. */
final class SequenceNumbers {
  /** This status of a Binding Acknowledgement carries the last number accepted. */
  static final int OUT_OF_WINDOW = 135;

  private static final int HALF = 32768;

  private SequenceNumbers() {}

  /**
   * True when {@code number} is greater modulo 2^16 than {@code last}: not {@code last} itself nor
   * one of the 32768 numbers before it.
   */
  static boolean greater(int number, int last) {
    int ahead = number - last & 0xffff;
    return ahead >= 1 && ahead < HALF;
  }
}
