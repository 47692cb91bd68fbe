package org.roamscope.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The pcapng format: blocks, in sections.
 *
 * <pre>
 *   block:   type4 length4 body length4            length counts all of it, a multiple of 4
 *   SHB:     order4 major2 minor2 section8 options
 *   IDB:     linktype2 reserved2 snaplen4 options
 *   EPB:     interface4 high4 low4 captured4 original4 data pad options
 *   PB:      interface2 drops2 high4 low4 captured4 original4 data pad options   (obsolete)
 *   SPB:     original4 data pad
 *   option:  code2 length2 value pad
 * </pre>
 *
 * A length that cannot be ends the reading, for nothing says where the next block is. A wrong field
 * inside a block of good length loses that block only. Frames are numbered as they are returned.
 */
final class PcapngSource implements FrameSource {
  static final long SECTION = 0x0a0d0d0aL;
  private static final int INTERFACE = 1;
  private static final int PACKET = 2;
  private static final int SIMPLE_PACKET = 3;
  private static final int ENHANCED_PACKET = 6;
  private static final long ORDER_MAGIC = 0x1a2b3c4dL;

  private static final int IF_NAME = 2;
  private static final int IF_TSRESOL = 9;
  private static final int IF_TSOFFSET = 14;

  /** Type, and both lengths. */
  static final int FRAMING = 12;

  /** Octets of the length at the end of a block. */
  private static final int TRAILER = 4;

  private static final int MOST_OPTIONS = 4_096;

  private final ByteInput in;
  private final Ledger ledger;
  private final CaptureReader.Limits limits;
  private final List<TimeScale> scales = new ArrayList<>();
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private int firstInterface;
  private int frames;
  private long lastTime;
  private boolean stopped;

  // The block being read.
  private long start;
  private long length;
  private int type;

  /** Reads on at a Section Header Block whose byte order {@link #orderOf} knows. */
  PcapngSource(ByteInput in, Ledger ledger, CaptureReader.Limits limits) throws IOException {
    this.in = in;
    this.ledger = ledger;
    this.limits = limits;
    readBlock(new PacketRecord()); // so that the section's options are known from the start
  }

  private PcapngSource(ByteInput in, Ledger ledger, CaptureReader.Limits limits, State state) {
    this.in = in;
    this.ledger = ledger;
    this.limits = limits;
    scales.addAll(state.scales());
    order = state.order();
    firstInterface = state.firstInterface();
    frames = state.frames();
    lastTime = state.lastTime();
  }

  /**
   * What it knows between two packets.
   *
   * @param order byte order of the section
   * @param scales of the interfaces so far
   * @param firstInterface index of the section's first interface
   * @param frames packets so far
   * @param lastTime time of the last packet
   */
  record State(
      ByteOrder order, List<TimeScale> scales, int firstInterface, int frames, long lastTime)
      implements FrameSource.State {
    @Override
    public FrameSource resume(ByteInput in, Ledger ledger, CaptureReader.Limits limits) {
      return new PcapngSource(in, ledger, limits, this);
    }
  }

  @Override
  public State state() {
    return new State(order, List.copyOf(scales), firstInterface, frames, lastTime);
  }

  /** The byte order of the section whose first 12 bytes are ready, or null when it has none. */
  static @Nullable ByteOrder orderOf(ByteInput in) {
    if (in.u32(8, ByteOrder.LITTLE_ENDIAN) == ORDER_MAGIC) {
      return ByteOrder.LITTLE_ENDIAN;
    }
    return in.u32(8, ByteOrder.BIG_ENDIAN) == ORDER_MAGIC ? ByteOrder.BIG_ENDIAN : null;
  }

  @Override
  public String format() {
    return "pcapng";
  }

  @Override
  public void renumber(PacketRecord record) {
    frames = 1;
    record.renumber(frames);
  }

  @Override
  public boolean next(PacketRecord record) throws IOException {
    boolean packet = false;
    while (!packet && !stopped) {
      packet = readBlock(record);
    }
    if (packet) {
      frames = record.number();
      lastTime = record.timeNanos();
    }
    return packet;
  }

  /** One block; true when it is a packet. Sets {@link #stopped} when no other can follow. */
  private boolean readBlock(PacketRecord record) throws IOException {
    start = in.offset();
    type = 0;
    int ready = in.ready(FRAMING);
    if (ready < FRAMING) {
      if (ready > 0) {
        stop(
            String.format(
                Locale.ROOT,
                "the file ends inside the block at offset %d, %d bytes after its start",
                start,
                ready));
      }
      stopped = true;
      return false;
    }
    boolean section = in.u32(0, order) == SECTION; // the same in both orders
    if (section) {
      ByteOrder sectionOrder = orderOf(in);
      if (sectionOrder == null) {
        stop(
            String.format(
                Locale.ROOT, "the section header at offset %d has no byte-order magic", start));
        return false;
      }
      order = sectionOrder;
    }
    type = (int) in.u32(0, order);
    length = in.u32(4, order);
    if (length < FRAMING || length % 4 != 0 || length > limits.blockBytes()) {
      stop(
          String.format(
              Locale.ROOT,
              "the %s at offset %d claims a length of %d bytes (expected a multiple of 4 from %d to"
                  + " %d); reading stopped",
              name(),
              start,
              length,
              FRAMING,
              limits.blockBytes()));
      return false;
    }
    in.ready(length);
    in.skip(8);
    int problems = ledger.problems.size();
    boolean packet = readBody(record);
    if (stopped) {
      return false;
    }
    long left = start + length - 4 - in.offset();
    if (in.skip(left) < left || in.ready(4) < 4) {
      while (ledger.problems.size() > problems) { // what looked wrong was cut off
        ledger.problems.removeLast();
      }
      long there = in.offset() + in.available() - start;
      stop(
          String.format(
              Locale.ROOT,
              "the file ends inside the %s at offset %d: it claims %d bytes, %d are there",
              name(),
              start,
              length,
              there));
      return false;
    }
    long trailer = in.u32(0, order);
    in.skip(4);
    if (trailer != length) {
      stop(
          String.format(
              Locale.ROOT,
              "the %s at offset %d has a length of %d bytes at its start and of %d at its end;"
                  + " reading stopped",
              name(),
              start,
              length,
              trailer));
      return false;
    }
    return packet;
  }

  private boolean readBody(PacketRecord record) throws IOException {
    switch (type) {
      case (int) SECTION -> section();
      case INTERFACE -> describedInterface();
      case ENHANCED_PACKET, PACKET -> {
        return packet(record);
      }
      case SIMPLE_PACKET -> {
        return simplePacket(record);
      }
      case RawBlock.NAMES,
          RawBlock.STATISTICS,
          RawBlock.SECRETS,
          RawBlock.CUSTOM,
          RawBlock.CUSTOM_NO_COPY -> {
        if (ledger.wants(type) && ledger.takesBlock(start, length)) {
          byte[] body = in.read((int) length - FRAMING);
          if (body.length == length - FRAMING) {
            int section = ledger.sections.size() - 1;
            ledger.blocks.add(new RawBlock(type, section, order, body, start));
          }
        }
      }
      default -> {
        // Other blocks hold nothing for us: the format wants them passed over.
      }
    }
    return false;
  }

  private void section() throws IOException {
    if (!fixed(16)) {
      return;
    }
    int major = in.u16(4, order);
    if (major != 1) {
      stop(
          String.format(
              Locale.ROOT,
              "the section at offset %d is of version %d.%d, which is not known",
              start,
              major,
              in.u16(6, order)));
      return;
    }
    in.skip(16);
    firstInterface = ledger.interfaces.size();
    stopped = !ledger.addSection(start, options());
  }

  private void describedInterface() throws IOException {
    if (!fixed(8)) {
      return;
    }
    int linkType = in.u16(0, order);
    long snapLength = in.u32(4, order);
    in.skip(8);
    List<BlockOption> options = options();
    String name = null;
    int resolution = 6;
    long offset = 0;
    for (BlockOption option : options) {
      byte[] value = option.value();
      if (option.code() == IF_NAME) {
        name = option.text();
      } else if (option.code() == IF_TSRESOL && value.length == 1) {
        resolution = value[0] & 0xff;
      } else if (option.code() == IF_TSOFFSET && value.length == 8) {
        offset = ByteBuffer.wrap(value).order(order).getLong();
      } else if (option.code() == IF_TSRESOL || option.code() == IF_TSOFFSET) {
        report(
            String.format(
                Locale.ROOT,
                "the interface description at offset %d has a time option %d of %d bytes; times of"
                    + " its frames are doubtful",
                start,
                option.code(),
                value.length));
      }
    }
    int id = ledger.interfaces.size();
    int section = ledger.sections.size() - 1;
    stopped =
        !ledger.addInterface(
            start, new CaptureInterface(id, section, linkType, snapLength, name, options));
    scales.add(new TimeScale(resolution, offset));
  }

  private boolean packet(PacketRecord record) throws IOException {
    if (!fixed(20)) {
      return false;
    }
    long local = type == PACKET ? in.u16(0, order) : in.u32(0, order);
    long ticks = in.u32(4, order) << 32 | in.u32(8, order);
    long captured = in.u32(12, order);
    long original = in.u32(16, order);
    in.skip(20);
    CaptureInterface from = interfaceOf(local);
    if (from == null || !sane(captured)) {
      return false;
    }
    record.set(frames + 1, scales.get(from.id()).nanos(ticks), true, from, original);
    record.take(in, (int) captured, bodyLeft() + TRAILER);
    in.skip(-captured & 3);
    record.options(options());
    return true;
  }

  private boolean simplePacket(PacketRecord record) throws IOException {
    if (!fixed(4)) {
      return false;
    }
    long original = in.u32(0, order);
    in.skip(4);
    CaptureInterface from = interfaceOf(0);
    if (from == null) {
      return false;
    }
    long captured = from.snapLength() == 0 ? original : Math.min(original, from.snapLength());
    if (!sane(captured)) {
      return false;
    }
    record.set(frames + 1, lastTime, false, from, original);
    record.take(in, (int) captured, bodyLeft() + TRAILER);
    return true;
  }

  private @Nullable CaptureInterface interfaceOf(long local) {
    int known = ledger.interfaces.size() - firstInterface;
    if (local < known) {
      return ledger.interfaces.get(firstInterface + (int) local);
    }
    report(
        String.format(
            Locale.ROOT,
            "the %s at offset %d is of interface %d, but its section has described %d",
            name(),
            start,
            local,
            known));
    return null;
  }

  private boolean sane(long captured) {
    long room = bodyLeft();
    if (captured <= room && captured <= limits.packetBytes()) {
      return true;
    }
    report(
        captured > room
            ? String.format(
                Locale.ROOT,
                "the %s at offset %d claims %d captured bytes, more than the %d %s",
                name(),
                start,
                captured,
                room,
                "its block has room for")
            : String.format(
                Locale.ROOT,
                "the %s at offset %d claims %d captured bytes, more than the %d %s",
                name(),
                start,
                captured,
                limits.packetBytes(),
                "a packet may have"));
    return false;
  }

  /**
   * True when the {@code count} bytes of the body's fixed part can be looked at. Reports a block
   * too short for them, not one that is cut off: that is found out at its end.
   */
  private boolean fixed(int count) throws IOException {
    if (length - FRAMING >= count) {
      return in.ready(count) == count;
    }
    report(
        String.format(
            Locale.ROOT,
            "the %s at offset %d is too short: its body has %d of at least %d bytes",
            name(),
            start,
            length - FRAMING,
            count));
    // Without a section or an interface, later packets would go to the wrong one.
    stopped = type == (int) SECTION || type == INTERFACE;
    return false;
  }

  private long bodyLeft() {
    return start + length - TRAILER - in.offset();
  }

  private List<BlockOption> options() throws IOException {
    if (bodyLeft() < 4) {
      return List.of();
    }
    List<BlockOption> options = new ArrayList<>();
    while (bodyLeft() >= 4 && in.ready(4) == 4) {
      int code = in.u16(0, order);
      int size = in.u16(2, order);
      in.skip(4);
      if (code == 0) {
        break;
      }
      if (size > bodyLeft()) {
        report(
            String.format(
                Locale.ROOT,
                "option %d in the block at offset %d claims %d bytes, more than the %d left in it",
                code,
                start,
                size,
                bodyLeft()));
        break;
      }
      if (options.size() == MOST_OPTIONS) {
        report(
            String.format(
                Locale.ROOT,
                "the block at offset %d has more than %d options; the rest is not kept",
                start,
                MOST_OPTIONS));
        break;
      }
      options.add(new BlockOption(code, in.read(size), order));
      in.skip(Math.min(-size & 3, bodyLeft()));
    }
    return options;
  }

  private void report(String message) {
    boolean packet = type == PACKET || type == SIMPLE_PACKET || type == ENHANCED_PACKET;
    ledger.report(start, packet ? frames + 1 : null, message);
  }

  private void stop(String message) {
    report(message);
    stopped = true;
  }

  private String name() {
    return switch (type) {
      case (int) SECTION -> "section header";
      case INTERFACE -> "interface description";
      case PACKET -> "packet block";
      case SIMPLE_PACKET -> "simple packet block";
      case ENHANCED_PACKET -> "enhanced packet block";
      default -> String.format(Locale.ROOT, "block of type 0x%x", type);
    };
  }
}
