package org.roamscope.capture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Forward reading in large chunks, with an offset. Whatever is missing at the end is missing: only
 * a failing device throws. Damaged compressed data is an end, too, and {@link #damage()} says why.
 */
final class ByteInput {
  /** Largest array allocated on a claim alone; longer ones grow as the bytes turn up. */
  private static final int TRUSTED_CLAIM = 1 << 18;

  private final InputStream in;
  private final byte[] buffer;
  private int position;
  private int limit;
  private long bufferOffset;
  private boolean ended;
  private @Nullable String damage;

  ByteInput(InputStream in, int chunk) {
    this.in = in;
    this.buffer = new byte[chunk];
  }

  /**
   * Goes on in a stream whose next byte has an offset already.
   *
   * @param offset of that byte
   */
  ByteInput(InputStream in, int chunk, long offset) {
    this(in, chunk);
    bufferOffset = offset;
  }

  /** Offset of the next byte. */
  long offset() {
    return bufferOffset + position;
  }

  /** Bytes taken from the stream below. */
  long taken() {
    return bufferOffset + limit;
  }

  /** Why the input ended early, or null when it just ended. */
  @Nullable String damage() {
    return damage;
  }

  /**
   * Makes {@code wanted} bytes, a chunk at most, ready for looking at, and returns how many of them
   * there are.
   */
  int ready(long wanted) throws IOException {
    int count = (int) Math.min(wanted, buffer.length);
    if (limit - position < count && !ended) {
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      bufferOffset += position;
      limit -= position;
      position = 0;
      while (limit < count && more()) {}
    }
    return Math.min(count, limit - position);
  }

  /** True when {@code count} bytes are ready already. */
  boolean holds(long count) {
    return count <= limit - position;
  }

  /** Bytes ready in one piece: none only at the end. */
  int available() throws IOException {
    return ready(1) == 0 ? 0 : limit - position;
  }

  /** The chunk; the next byte is at {@link #index()}. */
  byte[] chunk() {
    return buffer;
  }

  int index() {
    return position;
  }

  private boolean more() throws IOException {
    try {
      int count = in.read(buffer, limit, buffer.length - limit);
      if (count == 0) { // not allowed to a stream; a single read may not answer so
        int one = in.read();
        count = one < 0 ? -1 : 1;
        buffer[limit] = (byte) one;
      }
      if (count > 0) {
        limit += count;
        return true;
      }
    } catch (Damage e) {
      damage = e.getMessage();
    }
    ended = true;
    return false;
  }

  /** Octet {@code at} bytes ahead; it must be ready. */
  int u8(int at) {
    return buffer[position + at] & 0xff;
  }

  /** 16 bits {@code at} bytes ahead; they must be ready. */
  int u16(int at, ByteOrder order) {
    return order == ByteOrder.BIG_ENDIAN ? u8(at) << 8 | u8(at + 1) : u8(at + 1) << 8 | u8(at);
  }

  /** 32 bits {@code at} bytes ahead; they must be ready. */
  long u32(int at, ByteOrder order) {
    return order == ByteOrder.BIG_ENDIAN
        ? (long) u16(at, order) << 16 | u16(at + 2, order)
        : (long) u16(at + 2, order) << 16 | u16(at, order);
  }

  /** A copy of {@code count} bytes that are ready. */
  byte[] peek(int count) {
    return Arrays.copyOfRange(buffer, position, position + count);
  }

  /** The next {@code count} bytes, or as many as there are. */
  byte[] read(int count) throws IOException {
    byte[] bytes = new byte[Math.min(count, TRUSTED_CLAIM)];
    int have = 0;
    while (have < count) {
      int part = Math.min(available(), count - have);
      if (part == 0) {
        return Arrays.copyOf(bytes, have);
      }
      if (bytes.length < have + part) {
        bytes =
            Arrays.copyOf(bytes, (int) Math.min(count, Math.max(have + part, bytes.length * 2L)));
      }
      System.arraycopy(buffer, position, bytes, have, part);
      position += part;
      have += part;
    }
    return bytes;
  }

  /** Passes over {@code count} bytes, or as many as there are, and returns how many that were. */
  long skip(long count) throws IOException {
    long skipped = 0;
    while (skipped < count) {
      int part = (int) Math.min(available(), count - skipped);
      if (part == 0) {
        break;
      }
      position += part;
      skipped += part;
    }
    return skipped;
  }
}
