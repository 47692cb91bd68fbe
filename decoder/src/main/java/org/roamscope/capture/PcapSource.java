package org.roamscope.capture;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The pcap format: a header of 24 octets, then records.
 *
 * <pre>
 *   file:    magic4 major2 minor2 zone4 accuracy4 snaplen4 linktype4
 *   record:  seconds4 fraction4 captured4 original4 [ifindex4 protocol2 type1 pad1] data
 * </pre>
 *
 * The bracketed part is in "modified" files only. The zone is ignored, as by every other reader. Of
 * the link type only the low 16 bits count: the rest tells of a frame check sequence, which stays
 * in the data.
 */
final class PcapSource implements FrameSource {
  static final int HEADER = 24;
  private static final long MICROS = 0xa1b2c3d4L;
  private static final long NANOS = 0xa1b23c4dL;
  private static final long MODIFIED = 0xa1b2cd34L;

  private final ByteInput in;
  private final Ledger ledger;
  private final int packetLimit;
  private final ByteOrder order;
  private final long magic;
  private final CaptureInterface only;
  private final int recordHeader;
  private int frames;
  private boolean fractionReported;

  /** Reads on behind a magic number that {@link #orderOf} knows and a whole header. */
  PcapSource(ByteInput in, Ledger ledger, int packetLimit, ByteOrder order) throws IOException {
    this.in = in;
    this.ledger = ledger;
    this.packetLimit = packetLimit;
    this.order = order;
    magic = in.u32(0, order);
    recordHeader = recordHeader(magic);
    int major = in.u16(4, order);
    int minor = in.u16(6, order);
    if (major != 2 || minor != 4) {
      ledger.report(
          4,
          null,
          String.format(
              Locale.ROOT,
              "the file header claims version %d.%d; it is read as 2.4",
              major,
              minor));
    }
    int linkType = in.u16(order == ByteOrder.BIG_ENDIAN ? 22 : 20, order);
    only = new CaptureInterface(0, 0, linkType, in.u32(16, order), null, List.of());
    ledger.addInterface(0, only);
    in.skip(HEADER);
  }

  private PcapSource(ByteInput in, Ledger ledger, int packetLimit, State state) {
    this.in = in;
    this.ledger = ledger;
    this.packetLimit = packetLimit;
    order = state.order();
    magic = state.magic();
    recordHeader = recordHeader(magic);
    only = ledger.interfaces.getFirst();
    frames = state.frames();
    fractionReported = state.fractionReported();
  }

  private static int recordHeader(long magic) {
    return magic == MODIFIED ? 24 : 16;
  }

  /**
   * What it knows between two packets.
   *
   * @param order byte order
   * @param magic number at the beginning of the file
   * @param frames packets so far
   * @param fractionReported true when a fraction of a second was too large already
   */
  record State(ByteOrder order, long magic, int frames, boolean fractionReported)
      implements FrameSource.State {
    @Override
    public FrameSource resume(ByteInput in, Ledger ledger, CaptureReader.Limits limits) {
      return new PcapSource(in, ledger, limits.packetBytes(), this);
    }
  }

  @Override
  public State state() {
    return new State(order, magic, frames, fractionReported);
  }

  /** The byte order of a pcap file that starts with the four bytes ready, or null for another. */
  static @Nullable ByteOrder orderOf(ByteInput in) {
    if (isMagic(in.u32(0, ByteOrder.LITTLE_ENDIAN))) {
      return ByteOrder.LITTLE_ENDIAN;
    }
    return isMagic(in.u32(0, ByteOrder.BIG_ENDIAN)) ? ByteOrder.BIG_ENDIAN : null;
  }

  private static boolean isMagic(long value) {
    return value == MICROS || value == NANOS || value == MODIFIED;
  }

  @Override
  public String format() {
    if (magic == MODIFIED) {
      return "pcap-modified";
    }
    return magic == NANOS ? "pcap-ns" : "pcap";
  }

  @Override
  public void renumber(PacketRecord record) {
    frames = 1;
    record.renumber(frames);
  }

  @Override
  public boolean next(PacketRecord record) throws IOException {
    long start = in.offset();
    int number = frames + 1;
    int ready = in.ready(recordHeader);
    if (ready < recordHeader) {
      if (ready > 0) {
        ledger.report(
            start,
            number,
            String.format(
                Locale.ROOT,
                "the file ends inside record %d: the record header at offset %d has %d of its %d"
                    + " bytes",
                number,
                start,
                ready,
                recordHeader));
      }
      return false;
    }
    long seconds = in.u32(0, order);
    long fraction = in.u32(4, order);
    long captured = in.u32(8, order);
    long original = in.u32(12, order);
    if (captured > packetLimit) {
      ledger.report(
          start,
          number,
          String.format(
              Locale.ROOT,
              "the record header at offset %d (record %d) claims %d bytes, more than the %d a"
                  + " packet may have; reading stopped",
              start,
              number,
              captured,
              packetLimit));
      return false;
    }
    in.skip(recordHeader);
    in.ready(captured);
    record.take(in, (int) captured, captured);
    if (record.length() < captured) {
      ledger.report(
          start,
          number,
          String.format(
              Locale.ROOT,
              "the file ends inside record %d: the record header at offset %d claims %d bytes, %d"
                  + " are there",
              number,
              start,
              captured,
              record.length()));
      return false;
    }
    frames = number;
    // At most 2^32 seconds and 2^32 microseconds: no overflow.
    long time = seconds * 1_000_000_000 + fraction * (magic == NANOS ? 1 : 1_000);
    checkFraction(start, number, fraction);
    record.set(number, time, true, only, original);
    return true;
  }

  private void checkFraction(long start, int number, long fraction) {
    if (!fractionReported && fraction >= (magic == NANOS ? 1_000_000_000 : 1_000_000)) {
      fractionReported = true;
      ledger.report(
          start,
          number,
          String.format(
              Locale.ROOT,
              "the record header at offset %d (record %d) has a fraction of %d, more than a second;"
                  + " times of this file are doubtful",
              start,
              number,
              fraction));
    }
  }
}
