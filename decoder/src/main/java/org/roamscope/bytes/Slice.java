package org.roamscope.bytes;

import java.util.Arrays;
import java.util.Objects;

/**
 * A bounded, read-only view of a byte source (a frame, a reassembled packet, decrypted bytes).
 *
 * <p>It has two lengths. {@link #length()} is what can be read. {@link #claimedLength()} is what
 * the enclosing header said there is. When the claim is larger the difference was cut off by the
 * capture; whether a claim is plausible at all is the dissector's business.
 *
 * <p>Reading outside {@code length()} is a programming error and throws {@link
 * IndexOutOfBoundsException}: ask {@link #holds(int, int)} first.
 */
public final class Slice {
  private final byte[] source;
  private final int start;
  private final int length;
  private final long claimed;

  private Slice(byte[] source, int start, int length, long claimed) {
    this.source = source;
    this.start = start;
    this.length = length;
    this.claimed = claimed;
  }

  /** The whole of {@code source}, complete. The array is not copied and must not change. */
  public static Slice of(byte[] source) {
    return new Slice(source, 0, source.length, source.length);
  }

  /**
   * The whole of {@code source}, of which the sender's packet had {@code claimed} bytes. A claim
   * below the bytes present shortens the slice.
   */
  public static Slice of(byte[] source, long claimed) {
    return new Slice(source, 0, (int) Math.min(source.length, Math.max(0, claimed)), claimed);
  }

  /** Bytes that can be read. */
  public int length() {
    return length;
  }

  /** Bytes the enclosing header (or the capture file) said there are. */
  public long claimedLength() {
    return claimed;
  }

  /** True when the capture holds fewer bytes than claimed. */
  public boolean truncated() {
    return claimed > length;
  }

  /** Offset of this slice's first byte in its byte source. */
  public int offset() {
    return start;
  }

  /** True when both slices look at the same byte source. */
  @SuppressWarnings("ReferenceEquality") // identity of the source is what is asked
  public boolean sameSource(Slice other) {
    return source == other.source;
  }

  /** True when {@code count} bytes at {@code at} can be read. */
  public boolean holds(int at, int count) {
    return at >= 0 && count >= 0 && at <= length - count;
  }

  /** Unsigned octet. */
  public int u8(int at) {
    return source[start + Objects.checkIndex(at, length)] & 0xff;
  }

  /** Unsigned 16 bits, network byte order. */
  public int u16(int at) {
    Objects.checkFromIndexSize(at, 2, length);
    int i = start + at;
    return (source[i] & 0xff) << 8 | source[i + 1] & 0xff;
  }

  /** Unsigned 32 bits, network byte order. */
  public long u32(int at) {
    return (long) u16(at) << 16 | u16(at + 2);
  }

  /** 64 bits, network byte order; the sign bit is the top bit of the wire value. */
  public long u64(int at) {
    return u32(at) << 32 | u32(at + 4);
  }

  /** A field of {@code width} bits (1 to 64) that starts {@code bit} bits into the slice. */
  public long bits(long bit, int width) {
    int at = Math.toIntExact(bit >>> 3);
    int shift = (int) (bit & 7);
    int count = (shift + width + 7) >>> 3;
    Objects.checkFromIndexSize(at, count, length);
    if (count > 8) {
      throw new IllegalArgumentException("a field of " + width + " bits at bit " + shift);
    }
    long value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 8 | source[start + at + i] & 0xff;
    }
    value >>>= count * 8 - shift - width;
    return width == 64 ? value : value & (1L << width) - 1;
  }

  /** A copy of {@code count} bytes at {@code at}. */
  public byte[] bytes(int at, int count) {
    Objects.checkFromIndexSize(at, count, length);
    return Arrays.copyOfRange(source, start + at, start + at + count);
  }

  /** A copy of all bytes that can be read. */
  public byte[] bytes() {
    return bytes(0, length);
  }

  /** Everything from {@code at} to the end, as captured and as claimed. */
  public Slice from(int at) {
    int skip = Math.min(Math.max(at, 0), length);
    return new Slice(source, start + skip, length - skip, Math.max(claimed - at, length - skip));
  }

  /**
   * {@code claimedCount} bytes from {@code at}, as far as they were captured. The claim is kept as
   * stated, so {@link #truncated()} answers for the part.
   */
  public Slice part(int at, long claimedCount) {
    int skip = Math.min(Math.max(at, 0), length);
    int count = (int) Math.max(0, Math.min(length - skip, claimedCount));
    return new Slice(source, start + skip, count, Math.max(0, claimedCount));
  }

  /** Span of {@code count} bytes at {@code at}, in bits of the byte source. */
  public Span span(int at, int count) {
    return new Span((start + (long) at) * 8, count * 8L);
  }

  /** Span of everything that can be read. */
  public Span span() {
    return span(0, length);
  }

  /** True when the readable bytes are equal. */
  public boolean contentEquals(Slice other) {
    return Arrays.equals(
        source, start, start + length, other.source, other.start, other.start + other.length);
  }

  /** Copies the readable bytes into an array. */
  public void copyTo(byte[] target, int at) {
    System.arraycopy(source, start, target, at, length);
  }

  /** A 64-bit digest of the readable bytes, for telling retransmissions, not for trust. */
  public long digest() {
    return digest(source, start, length, -1);
  }

  /**
   * The same of octets that are no slice.
   *
   * @param octets where they stand
   * @param start where they begin
   * @param length how many
   * @param mask bits that count of the first eight octets
   */
  public static long digest(byte[] octets, int start, int length, long mask) {
    long hash = 0xcbf29ce484222325L ^ length;
    int at = start;
    int end = start + length;
    if (length >= Long.BYTES) {
      hash = mixed(hash ^ u64(octets, at) & mask);
      at += Long.BYTES;
    }
    for (; end - at >= Long.BYTES; at += Long.BYTES) {
      hash = mixed(hash ^ u64(octets, at));
    }
    for (; at < end; at++) {
      hash = mixed(hash ^ octets[at] & 0xff);
    }
    return hash;
  }

  private static long u64(byte[] b, int at) {
    int high = b[at] << 24 | (b[at + 1] & 0xff) << 16 | (b[at + 2] & 0xff) << 8 | b[at + 3] & 0xff;
    int low =
        b[at + 4] << 24 | (b[at + 5] & 0xff) << 16 | (b[at + 6] & 0xff) << 8 | b[at + 7] & 0xff;
    return (long) high << 32 | low & 0xffffffffL;
  }

  private static long mixed(long value) {
    long product = value * 0x9e3779b97f4a7c15L;
    return product ^ product >>> 32;
  }

  /** Lengths and place only: packet bytes may be keys. */
  @Override
  public String toString() {
    return "Slice[" + length + " of " + claimed + " bytes at " + start + "]";
  }
}
