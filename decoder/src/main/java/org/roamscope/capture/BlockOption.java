package org.roamscope.capture;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An option of a pcapng block, kept as read. What a code means depends on the block, except {@link
 * #COMMENT} and the custom codes. Numbers in the value have the byte order of their section.
 */
public final class BlockOption {
  /** A comment, UTF-8, in any block. */
  public static final int COMMENT = 1;

  private final int code;
  private final byte[] value;
  private final ByteOrder order;

  /**
   * An option whose numbers are in {@code order}. The array is not copied and must not change.
   *
   * @throws IllegalArgumentException for code 0 (it ends the list), a code above 65,535, or a value
   *     above 65,535 bytes
   */
  public BlockOption(int code, byte[] value, ByteOrder order) {
    if (code < 1 || code > 0xffff) {
      throw new IllegalArgumentException("option code " + code);
    }
    if (value.length > 0xffff) {
      throw new IllegalArgumentException("an option of " + value.length + " bytes");
    }
    this.code = code;
    this.value = value;
    this.order = order;
  }

  /** A little-endian option. */
  public BlockOption(int code, byte[] value) {
    this(code, value, ByteOrder.LITTLE_ENDIAN);
  }

  /** A comment. */
  public static BlockOption comment(String text) {
    return new BlockOption(COMMENT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** 1 to 65,535. */
  public int code() {
    return code;
  }

  /** The value without its padding. Not copied: read only. */
  public byte[] value() {
    return value;
  }

  /** Byte order of numbers in the value. */
  public ByteOrder order() {
    return order;
  }

  /** The value as UTF-8, malformed sequences replaced. It is text from a file: escape it. */
  public String text() {
    return new String(value, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlockOption that
        && code == that.code
        && order.equals(that.order)
        && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return 31 * code + Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return "BlockOption[" + code + ", " + value.length + " bytes]";
  }
}
