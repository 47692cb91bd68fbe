package org.roamscope.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.function.LongConsumer;

/**
 * Copies pcapng block by block (draft-ietf-opsawg-pcapng section 3.1), octet for octet: after each
 * step the copy is a whole capture, whatever becomes of the stream.
 */
public final class PcapngCopy {
  private static final int HEADER = 8;
  private static final int SMALLEST = 12;

  /** As whoever reads the copy takes it: what it would refuse is refused while it comes. */
  private static final int LARGEST = CaptureReader.Limits.DEFAULT.blockBytes();

  private static final int SECTION_HEADER = 0x0a0d0d0a;
  private static final int BYTE_ORDER = 0x1a2b3c4d;
  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private final OutputStream out;
  private final LongConsumer whole;
  private byte[] held = new byte[CHUNK];
  private int start;
  private int end;
  private boolean little;
  private long copied;

  private PcapngCopy(InputStream in, OutputStream out, LongConsumer whole) {
    this.in = in;
    this.out = out;
    this.whole = whole;
  }

  /**
   * Copies to the end of the stream; a block that is cut short there is left out.
   *
   * @param in pcapng as it comes
   * @param out the copy; not buffered here
   * @param whole told, after each step, how many octets the copy has
   * @throws CaptureException when the stream is not pcapng, or no more so
   * @throws IOException when reading or writing fails
   */
  public static void copy(InputStream in, OutputStream out, LongConsumer whole) throws IOException {
    new PcapngCopy(in, out, whole).copy();
  }

  private void copy() throws IOException {
    while (fill()) {
      int blocks = wholeBlocks();
      if (blocks > 0) {
        out.write(held, start, blocks);
        start += blocks;
        copied += blocks;
        whole.accept(copied);
      }
    }
  }

  /** Takes what has come, or waits for something; false at the end. */
  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(held, start, held, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == held.length) {
      held = Arrays.copyOf(held, 2 * held.length);
    }
    int got = in.read(held, end, held.length - end);
    end += Math.max(0, got);
    return got >= 0;
  }

  /** Octets of the blocks that are there to their ends. */
  private int wholeBlocks() throws CaptureException {
    int at = start;
    while (end - at >= SMALLEST) {
      if (number(at, false) == SECTION_HEADER) {
        little = number(at + HEADER, true) == BYTE_ORDER;
        if (!little && number(at + HEADER, false) != BYTE_ORDER) {
          throw bad(at, "a section without byte-order magic");
        }
      } else if (copied == 0 && at == start) {
        throw bad(at, "not pcapng");
      }
      int length = number(at + Integer.BYTES, little);
      if (length < SMALLEST || length > LARGEST || length % Integer.BYTES != 0) {
        throw bad(at, "a block of " + Integer.toUnsignedString(length) + " octets");
      }
      if (end - at < length) {
        break;
      }
      at += length;
    }
    return at - start;
  }

  private int number(int at, boolean littleEndian) {
    int big = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      big = big << Byte.SIZE | held[at + i] & 0xff;
    }
    return littleEndian ? Integer.reverseBytes(big) : big;
  }

  private CaptureException bad(int at, String what) {
    return new CaptureException(copied + at - start, what);
  }
}
