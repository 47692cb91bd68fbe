package org.roamscope.capture;

import java.util.Arrays;
import java.util.List;
import org.roamscope.bytes.Slice;

/**
 * One captured packet, as the file has it. Two frames are equal when everything the file said of
 * them is.
 */
public final class Frame {
  private final int number;
  private final long timeNanos;
  private final boolean timed;
  private final int linkType;
  private final int interfaceId;
  private final long originalLength;
  private final byte[] data;
  private final List<BlockOption> options;

  private Frame(
      int number,
      long timeNanos,
      boolean timed,
      int linkType,
      int interfaceId,
      long originalLength,
      byte[] data,
      List<BlockOption> options) {
    this.number = number;
    this.timeNanos = timeNanos;
    this.timed = timed;
    this.linkType = linkType;
    this.interfaceId = interfaceId;
    this.originalLength = Math.max(originalLength, data.length);
    this.data = data;
    this.options = List.copyOf(options);
  }

  /**
   * A frame with a time of its own. The array is not copied and must not change. An original length
   * below the bytes present is raised to it.
   */
  public Frame(
      int number,
      long timeNanos,
      int linkType,
      int interfaceId,
      long originalLength,
      byte[] data,
      List<BlockOption> options) {
    this(number, timeNanos, true, linkType, interfaceId, originalLength, data, options);
  }

  /** The same frame with another interface and other options. */
  public Frame with(int otherInterface, List<BlockOption> otherOptions) {
    return new Frame(
        number, timeNanos, timed, linkType, otherInterface, originalLength, data, otherOptions);
  }

  /** The same frame, marked as one whose time was not recorded. */
  public Frame withoutTime() {
    return new Frame(
        number, timeNanos, false, linkType, interfaceId, originalLength, data, options);
  }

  /** Place in the file, from 1. */
  public int number() {
    return number;
  }

  /**
   * Nanoseconds since 1970-01-01 00:00 UTC, rounded down; times before the year 1677 or after 2262
   * are the nearest {@code long}. When not {@link #timed()}, the time of the frame before.
   */
  public long timeNanos() {
    return timeNanos;
  }

  /** False for a pcapng Simple Packet Block, which has no time. */
  public boolean timed() {
    return timed;
  }

  /** One of {@link LinkType}, or any other 16-bit LINKTYPE value. */
  public int linkType() {
    return linkType;
  }

  /** Index into {@link CaptureReader#interfaces()}; unique in the file, across sections. */
  public int interfaceId() {
    return interfaceId;
  }

  /** Bytes the packet had on the wire; never below {@code data().length}. */
  public long originalLength() {
    return originalLength;
  }

  /** The captured bytes. Not copied: read only. */
  public byte[] data() {
    return data;
  }

  /** pcapng options of the packet block, in file order. */
  public List<BlockOption> options() {
    return options;
  }

  /** The captured bytes, claimed as long as the packet was. */
  public Slice slice() {
    return Slice.of(data, originalLength);
  }

  /** True when the capture holds fewer bytes than the packet had. */
  public boolean truncated() {
    return originalLength > data.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Frame that
        && number == that.number
        && timeNanos == that.timeNanos
        && timed == that.timed
        && linkType == that.linkType
        && interfaceId == that.interfaceId
        && originalLength == that.originalLength
        && Arrays.equals(data, that.data)
        && options.equals(that.options);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * number + Long.hashCode(timeNanos)) + Arrays.hashCode(data);
  }

  /** Lengths and place only: packet bytes may be keys. */
  @Override
  public String toString() {
    return "Frame[" + number + ", " + data.length + " of " + originalLength + " bytes]";
  }
}
