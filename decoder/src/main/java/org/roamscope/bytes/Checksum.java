package org.roamscope.bytes;

/** The Internet checksum, RFC 1071: the one's complement of the one's complement sum. */
public final class Checksum {
  private long sum;
  private boolean odd;

  /**
   * Adds the readable bytes of {@code slice}, four at a time: the carries are folded in the end.
   */
  public Checksum add(Slice slice) {
    int length = slice.length();
    int i = 0;
    if (odd && length > 0) {
      sum += slice.u8(0);
      odd = false;
      i = 1;
    }
    for (; i + 3 < length; i += 4) {
      sum += slice.u32(i);
    }
    if (i + 1 < length) {
      sum += slice.u16(i);
      i += 2;
    }
    if (i < length) {
      sum += (long) slice.u8(i) << 8;
      odd = true;
    }
    return this;
  }

  /** Adds bytes. */
  public Checksum add(byte[] bytes) {
    return add(Slice.of(bytes));
  }

  /** Adds a 32-bit number in network byte order. The bytes so far must be even in number. */
  public Checksum addWord(long word) {
    if (odd) {
      throw new IllegalStateException("a word after an odd number of bytes");
    }
    sum += (word >>> 16 & 0xffff) + (word & 0xffff);
    return this;
  }

  /** The checksum to write when the field was summed as zero; 0 when a received packet is right. */
  public int value() {
    long folded = sum;
    while (folded >>> 16 != 0) {
      folded = (folded & 0xffff) + (folded >>> 16);
    }
    return (int) (~folded & 0xffff);
  }
}
