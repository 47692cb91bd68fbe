package org.roamscope.capture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The body of a block without packets in little-endian byte order: its numbers turned, texts and
 * octets as they are.
 *
 * <pre>
 * names:       records of type (16) length (16) value, padded; type 0 ends them; options
 * statistics:  interface (32)  time (32 + 32)  options
 * secrets:     type (32)  length (32)  data, padded; options
 * custom:      private enterprise number (32)  data
 * </pre>
 */
final class BlockBody {
  private static final int COMMENT = 1;
  private static final int LAST_TIME = 3;

  private final ByteBuffer from;
  private final ByteBuffer to;

  private BlockBody(RawBlock block) {
    from = ByteBuffer.wrap(block.body()).order(block.order());
    to = ByteBuffer.allocate(block.body().length).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The body, or null when it contradicts itself or its numbers are not known. */
  static byte @Nullable [] little(RawBlock block) {
    if (block.order().equals(ByteOrder.LITTLE_ENDIAN)) {
      return block.body();
    }
    BlockBody body = new BlockBody(block);
    try {
      return body.turned(block.type()) ? body.octets() : null;
    } catch (BufferUnderflowException e) {
      return null; // a length inside goes past the end
    }
  }

  private byte[] octets() {
    return ByteBuffer.wrap(new byte[to.capacity()]).put(to.rewind()).array();
  }

  private boolean turned(int type) {
    switch (type) {
      case RawBlock.NAMES -> {
        while (list(Long.MAX_VALUE)) {
          // records
        }
        options(Long.MAX_VALUE);
      }
      case RawBlock.STATISTICS -> {
        numbers(3);
        options(COMMENT);
      }
      case RawBlock.SECRETS -> {
        numbers(1);
        int length = number();
        copy(length + (-length & 3));
        options(Long.MAX_VALUE);
      }
      case RawBlock.CUSTOM, RawBlock.CUSTOM_NO_COPY -> {
        numbers(1);
        copy(from.remaining());
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Options; values of codes above {@code texts} are two or one number of 64 bits. */
  private void options(long texts) {
    while (from.remaining() >= 4 && list(texts)) {
      // one after the other
    }
    copy(from.remaining());
  }

  /** A record or option; false for the one that ends the list. */
  private boolean list(long texts) {
    int code = Short.toUnsignedInt(from.getShort());
    int length = Short.toUnsignedInt(from.getShort());
    to.putShort((short) code).putShort((short) length);
    if (code > texts && length == 8 && code <= LAST_TIME) {
      numbers(2); // a time: high, low
    } else if (code > texts && length == 8) {
      to.putLong(from.getLong());
    } else {
      copy(length + (-length & 3));
    }
    return code != 0;
  }

  private void numbers(int count) {
    for (int i = 0; i < count; i++) {
      number();
    }
  }

  private int number() {
    int value = from.getInt();
    to.putInt(value);
    return value;
  }

  private void copy(int count) {
    if (count < 0 || count > from.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] octets = new byte[count];
    from.get(octets);
    to.put(octets);
  }
}
