package org.roamscope.capture;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes frames as pcap or pcapng, always little-endian. The same frames give the same bytes:
 * nothing of the host or of the time of writing goes in.
 *
 * <p>A time outside what the format can hold is written as the nearest it can. A frame without a
 * time gets the one it carries. pcap has no place for options and interfaces: they are left out.
 */
public final class CaptureWriter implements Closeable {
  private static final int SNAP_LENGTH = 262_144;
  private static final int NANOS_A_SECOND = 1_000_000_000;

  /** if_filter, of an interface. */
  private static final int FILTER = 11;

  private final OutputStream out;
  private final Format format;
  private final int linkType;
  private final Map<Integer, Integer> byLinkType = new HashMap<>();
  private final Map<Integer, CaptureInterface> described = new TreeMap<>();
  private final Map<Integer, Integer> byInterface = new HashMap<>();
  private int interfaces;
  private long octets;

  /** Options of a section whose header is not written yet, or null. */
  private @Nullable List<BlockOption> begun;

  private enum Format {
    PCAP,
    PCAP_NANOS,
    PCAPNG
  }

  private CaptureWriter(OutputStream out, Format format, int linkType) throws IOException {
    this.out = new BufferedOutputStream(out, 1 << 16);
    this.format = format;
    this.linkType = linkType;
    if (format == Format.PCAPNG) {
      begun = List.of();
    } else {
      put(
          little(24)
              .putInt(format == Format.PCAP ? 0xa1b2c3d4 : 0xa1b23c4d)
              .putShort((short) 2)
              .putShort((short) 4)
              .putLong(0)
              .putInt(SNAP_LENGTH)
              .putInt(linkType));
    }
  }

  /** Starts a pcapng file with times in nanoseconds; it is one section until told otherwise. */
  public static CaptureWriter pcapng(OutputStream out) throws IOException {
    return new CaptureWriter(out, Format.PCAPNG, 0);
  }

  /** Starts a pcap file with times in microseconds, rounded down. */
  public static CaptureWriter pcap(OutputStream out, int linkType) throws IOException {
    return new CaptureWriter(out, Format.PCAP, linkType);
  }

  /** Starts a pcap file with times in nanoseconds. */
  public static CaptureWriter pcapNanos(OutputStream out, int linkType) throws IOException {
    return new CaptureWriter(out, Format.PCAP_NANOS, linkType);
  }

  /**
   * Tells of an interface that frames to come may name by {@link Frame#interfaceId()}; it is
   * written before the first that does, with its name and the options that do not depend on how the
   * times were written. Frames of interfaces not told of share one for each link type. pcap ignores
   * it.
   */
  public void describe(CaptureInterface description) {
    described.put(description.id(), description);
  }

  /**
   * Tells of an interface and writes it at once, with its filter: who reads a live capture is not
   * to wait for a packet of it. pcap ignores it.
   */
  public void announce(CaptureInterface description) throws IOException {
    describe(description);
    if (format == Format.PCAPNG && byInterface.get(description.id()) == null) {
      byInterface.put(description.id(), interfaces++);
      List<BlockOption> options = new ArrayList<>(kept(description.options()));
      description.options().stream()
          .filter(option -> option.code() == FILTER)
          .forEach(options::add);
      writeInterface(description.linkType(), description.snapLength(), options);
    }
  }

  /**
   * Begins another section; interfaces are written anew in it. Before the first frame it is the
   * first section that is meant, and pcap ignores it.
   *
   * @param options of the section: comments, hardware, system and program
   */
  public void section(List<BlockOption> options) throws IOException {
    if (format != Format.PCAPNG) {
      return;
    }
    if (begun != null && !begun.isEmpty()) {
      writeSection();
    }
    begun = options.stream().filter(option -> described(option.code())).toList();
    byLinkType.clear();
    byInterface.clear();
    interfaces = 0;
  }

  private static boolean described(int code) {
    return switch (code) {
      case BlockOption.COMMENT, 2, 3, 4, 2988, 2989 -> true;
      default -> false;
    };
  }

  private void writeSection() throws IOException {
    List<BlockOption> options = begun == null ? List.of() : begun;
    begun = null;
    ByteBuffer body = little(16 + size(options));
    body.putInt(0x1a2b3c4d).putShort((short) 1).putShort((short) 0).putLong(-1);
    putOptions(body, options, Place.OTHER);
    block(0x0a0d0d0a, body);
  }

  /**
   * Writes a frame.
   *
   * @throws IOException when writing fails, or the file is a pcap file of another link type
   */
  public void write(Frame frame) throws IOException {
    if (format == Format.PCAPNG) {
      writeEnhanced(frame);
    } else {
      writeRecord(frame);
    }
  }

  /**
   * Writes a block without packets, such as decryption secrets; statistics of an interface only
   * when a frame of it was written, under the number it has here. pcap has no place for any.
   *
   * @throws IOException when writing fails, or the block is of a big-endian section and contradicts
   *     itself or is of a kind whose numbers are not known
   */
  public void write(RawBlock other) throws IOException {
    if (format != Format.PCAPNG) {
      return;
    }
    byte[] body = BlockBody.little(other);
    if (body == null) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "a big-endian block of type 0x%x cannot be written to a little-endian section",
              other.type()));
    }
    ByteBuffer copy = little(body.length).put(body);
    if (other.type() == RawBlock.STATISTICS && body.length >= 4) {
      Integer id = written(other.section(), copy.getInt(0));
      if (id == null) {
        return;
      }
      copy.putInt(0, id);
    }
    block(other.type(), copy);
  }

  /**
   * The number here of an interface that its section counts from 0; null when it was not needed.
   */
  private @Nullable Integer written(int section, int place) {
    int at = 0;
    for (CaptureInterface description : described.values()) {
      if (description.section() == section && at++ == place) {
        return byInterface.get(description.id());
      }
    }
    return null;
  }

  private void writeRecord(Frame frame) throws IOException {
    if (frame.linkType() != linkType) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "frame %d is of link type %s, and a pcap file of %s takes no other",
              frame.number(),
              LinkType.name(frame.linkType()),
              LinkType.name(linkType)));
    }
    long most = 0xffffffffL * NANOS_A_SECOND + NANOS_A_SECOND - 1;
    long time = Math.clamp(frame.timeNanos(), 0, most);
    long fraction = time % NANOS_A_SECOND;
    put(
        little(16)
            .putInt((int) (time / NANOS_A_SECOND))
            .putInt((int) (format == Format.PCAP ? fraction / 1_000 : fraction))
            .putInt(frame.data().length)
            .putInt(original(frame)));
    put(ByteBuffer.wrap(frame.data()));
  }

  private void writeEnhanced(Frame frame) throws IOException {
    int interfaceId = interfaceFor(frame);
    long time = Math.max(0, frame.timeNanos());
    byte[] data = frame.data();
    List<BlockOption> options = frame.options();
    ByteBuffer body = little(20 + padded(data.length) + size(options));
    body.putInt(interfaceId)
        .putInt((int) (time >>> 32))
        .putInt((int) time)
        .putInt(data.length)
        .putInt(original(frame))
        .put(data);
    body.position(20 + padded(data.length));
    putOptions(body, options, Place.PACKET);
    block(6, body);
  }

  private int interfaceFor(Frame frame) throws IOException {
    CaptureInterface description = described.get(frame.interfaceId());
    if (description != null && description.linkType() != frame.linkType()) {
      description = null;
    }
    boolean known = description != null;
    Map<Integer, Integer> written = known ? byInterface : byLinkType;
    int key = known ? frame.interfaceId() : frame.linkType();
    Integer id = written.get(key);
    if (id == null) {
      id = interfaces++;
      written.put(key, id);
      writeInterface(
          frame.linkType(),
          description != null ? description.snapLength() : 0,
          description != null ? kept(description.options()) : List.of());
    }
    return id;
  }

  /** Addresses, filters and numbers stay behind: most depend on the section they came from. */
  private static List<BlockOption> kept(List<BlockOption> given) {
    return given.stream()
        .filter(option ->
            switch (option.code()) {
              case 1, 2, 3, 12, 15 -> true; // comment, name, description, system, hardware
              default -> false;
            })
        .toList();
  }

  private void writeInterface(int type, long snapLength, List<BlockOption> given)
      throws IOException {
    List<BlockOption> options = new ArrayList<>(given);
    options.add(new BlockOption(9, new byte[] {9}));
    ByteBuffer body = little(8 + size(options));
    body.putShort((short) type).putShort((short) 0).putInt((int) snapLength);
    putOptions(body, options, Place.OTHER);
    block(1, body);
  }

  private static int original(Frame frame) {
    return (int) Math.min(frame.originalLength(), 0xffffffffL);
  }

  private static int size(List<BlockOption> options) {
    int size = options.isEmpty() ? 0 : 4;
    for (BlockOption option : options) {
      size = Math.addExact(size, 4 + padded(option.value().length));
    }
    return size;
  }

  /** Where an option stands; its code means something else in each. */
  private enum Place {
    PACKET,
    OTHER
  }

  private static void putOptions(ByteBuffer body, List<BlockOption> options, Place place) {
    for (BlockOption option : options) {
      byte[] value = littleEndian(option, place);
      body.putShort((short) option.code()).putShort((short) value.length).put(value);
      body.position(body.position() + (-value.length & 3));
    }
    if (!options.isEmpty()) {
      body.putInt(0);
    }
  }

  /** The value with its numbers turned: packet flags, counters, identifiers, vendor numbers. */
  private static byte[] littleEndian(BlockOption option, Place place) {
    byte[] value = option.value();
    int number =
        switch (option.code()) {
          case 2, 6 -> place == Place.PACKET ? 4 : 0;
          case 4, 5 -> place == Place.PACKET ? 8 : 0;
          case 2988, 2989, 19372, 19373 -> 4;
          default -> 0;
        };
    if (option.order() == ByteOrder.LITTLE_ENDIAN || value.length < number) {
      return value;
    }
    byte[] turned = value.clone();
    for (int i = 0; i < number; i++) {
      turned[i] = value[number - 1 - i];
    }
    return turned;
  }

  @SuppressWarnings("ByteBufferBackingArray") // from little(): the array is all of it
  private void block(int type, ByteBuffer body) throws IOException {
    if (begun != null) {
      writeSection();
    }
    int length = 12 + padded(body.capacity());
    put(little(8).putInt(type).putInt(length));
    put(body);
    put(little(padded(body.capacity()) - body.capacity()));
    put(little(4).putInt(length));
  }

  private static int padded(int length) {
    return length + 3 & ~3;
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  @SuppressWarnings("ByteBufferBackingArray") // from little(): the array is all of it
  private void put(ByteBuffer bytes) throws IOException {
    out.write(bytes.array());
    octets += bytes.capacity();
  }

  /** Octets written so far, those included that are still held back. */
  public long octets() {
    return octets;
  }

  /** Writes what is held back, the header of a section too. */
  public void flush() throws IOException {
    if (begun != null) {
      writeSection();
    }
    out.flush();
  }

  /** Writes what is buffered, and closes the stream. */
  @Override
  public void close() throws IOException {
    flush();
    out.close();
  }
}
