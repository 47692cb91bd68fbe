package org.roamscope.capture;

import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A pcapng block that holds no packet: names, statistics, decryption secrets, or a vendor's own.
 * The body is kept as read, without the block's type and lengths.
 */
public final class RawBlock {
  /** Name Resolution Block. */
  public static final int NAMES = 4;

  /** Interface Statistics Block. */
  public static final int STATISTICS = 5;

  /** Decryption Secrets Block. */
  public static final int SECRETS = 0xA;

  /** Custom Block that a tool may copy. */
  public static final int CUSTOM = 0xBAD;

  /** Custom Block that is not to be copied to another file. */
  public static final int CUSTOM_NO_COPY = 0x40000BAD;

  private final int type;
  private final int section;
  private final ByteOrder order;
  private final byte[] body;
  private final long offset;

  /** A block that was not read. The array is not copied and must not change. */
  public RawBlock(int type, int section, ByteOrder order, byte[] body) {
    this(type, section, order, body, 0);
  }

  /**
   * A block of section {@code section}. The array is not copied and must not change.
   *
   * @param offset where it begins, bytes into the file
   */
  RawBlock(int type, int section, ByteOrder order, byte[] body, long offset) {
    this.type = type;
    this.section = section;
    this.order = order;
    this.body = body;
    this.offset = offset;
  }

  /** The block type as in the file. */
  public int type() {
    return type;
  }

  /** Section it stands in, from 0. */
  public int section() {
    return section;
  }

  /** Byte order of numbers in the body. */
  public ByteOrder order() {
    return order;
  }

  /** The body. Not copied: read only. */
  public byte[] body() {
    return body;
  }

  /** Where it begins, bytes into the file after decompression; 0 when it was not read. */
  public long offset() {
    return offset;
  }

  /** Equal content, wherever it stands. */
  @Override
  public boolean equals(Object other) {
    return other instanceof RawBlock that
        && type == that.type
        && section == that.section
        && order.equals(that.order)
        && Arrays.equals(body, that.body);
  }

  @Override
  public int hashCode() {
    return 31 * type + Arrays.hashCode(body);
  }

  /** No content: the body may be keys. */
  @Override
  public String toString() {
    return "RawBlock[0x" + Integer.toHexString(type) + ", " + body.length + " bytes]";
  }
}
