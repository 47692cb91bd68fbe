package org.roamscope.capture;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The packet at which a {@link CaptureReader} stands, where it was read: most packets of a capture
 * are only looked at. Its octets are good until the reader goes on; {@link #frame()} keeps them.
 */
public final class PacketRecord {
  private byte[] bytes = {};
  private int start;
  private int length;
  private int number;
  private long timeNanos;
  private boolean timed;
  private int linkType;
  private int interfaceId;
  private long originalLength;
  private List<BlockOption> options = List.of();

  PacketRecord() {}

  /** What the file says of it, without its octets and options. */
  void set(int number, long timeNanos, boolean timed, CaptureInterface from, long originalLength) {
    this.number = number;
    this.timeNanos = timeNanos;
    this.timed = timed;
    linkType = from.linkType();
    interfaceId = from.id();
    this.originalLength = originalLength;
    options = List.of();
  }

  /**
   * Takes the next {@code count} octets of the input: in place when the {@code block} octets from
   * there on are ready, so that nothing moves them while the block is read; else as a copy of what
   * there is.
   */
  void take(ByteInput in, int count, long block) throws IOException {
    if (in.holds(block)) {
      bytes = in.chunk();
      start = in.index();
      length = count;
      in.skip(count);
    } else {
      bytes = in.read(count);
      start = 0;
      length = bytes.length;
    }
  }

  void options(List<BlockOption> found) {
    options = found;
  }

  /** Another clock than that of the file. */
  @FunctionalInterface
  interface Clock {
    /** The time of a frame for the one in the file, nanoseconds since 1970. */
    long time(int frame, long nanos);
  }

  /** Puts a time in the place of the one in the file, where there is one. */
  void correct(Clock clock) {
    if (timed) {
      timeNanos = clock.time(number, timeNanos);
    }
  }

  void renumber(int first) {
    number = first;
  }

  /** Place in the file, or in a part of it, from 1. */
  public int number() {
    return number;
  }

  /** As {@link Frame#timeNanos()}. */
  public long timeNanos() {
    return timeNanos;
  }

  /** As {@link Frame#timed()}. */
  public boolean timed() {
    return timed;
  }

  /** As {@link Frame#linkType()}. */
  public int linkType() {
    return linkType;
  }

  /** As {@link Frame#interfaceId()}. */
  public int interfaceId() {
    return interfaceId;
  }

  /** As {@link Frame#truncated()}. */
  public boolean truncated() {
    return originalLength > length;
  }

  /** The array that holds the captured octets, among others: read only. */
  public byte[] bytes() {
    return bytes;
  }

  /** Where they start in it. */
  public int start() {
    return start;
  }

  /** How many there are. */
  public int length() {
    return length;
  }

  /** A frame of its own. */
  public Frame frame() {
    byte[] data = Arrays.copyOfRange(bytes, start, start + length);
    Frame frame =
        new Frame(number, timeNanos, linkType, interfaceId, originalLength, data, options);
    return timed ? frame : frame.withoutTime();
  }

  /** Lengths and place only: packet bytes may be keys. */
  @Override
  public String toString() {
    return "PacketRecord[" + number + ", " + length + " of " + originalLength + " bytes]";
  }
}
