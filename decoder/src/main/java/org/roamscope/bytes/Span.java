package org.roamscope.bytes;

/**
 * A run of bits in a byte source.
 *
 * @param bit first bit, counted from the source's first byte, most significant bit first
 * @param bits how many; 0 marks a place
 */
public record Span(long bit, long bits) {
  /** First byte touched. */
  public int firstByte() {
    return (int) (bit >>> 3);
  }

  /** Byte after the last one touched. */
  public int endByte() {
    return (int) ((bit + bits + 7) >>> 3);
  }
}
