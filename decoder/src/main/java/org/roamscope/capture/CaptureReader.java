package org.roamscope.capture;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frames of a pcap or pcapng file, plain or in gzip, one after the other. What the file
 * is shows in its content, never in its name. Memory is bounded by the {@link Limits}, whatever the
 * file claims; input is read in chunks and never mapped.
 *
 * <p>Content that is damaged or cut off is no exception: reading ends there, or passes over it, and
 * {@link #problems()} says where and why. Not for use by several threads at once.
 */
public final class CaptureReader implements Closeable {
  private static final int CHUNK = 1 << 20;

  /** Formats that are known by their first bytes and not read, and what to do about them. */
  private static final List<Foreign> FOREIGN =
      List.of(
          new Foreign("(\u00b5/\u00fd", "compressed with zstd", "unpack it first"),
          new Foreign("\u0004\"M\u0018", "compressed with lz4", "unpack it first"),
          new Foreign("\u00fd7zXZ\0", "compressed with xz", "unpack it first"),
          new Foreign("BZh", "compressed with bzip2", "unpack it first"),
          new Foreign("PK\u0003\u0004", "a zip archive", "unpack it first"),
          new Foreign("snoop\0\0\0", "a snoop capture", "convert it to pcapng first"),
          new Foreign("GMBU", "a Network Monitor capture", "convert it to pcapng first"));

  private final InputStream stream;
  private final ByteInput raw;
  private final ByteInput in;
  private final @Nullable GzipStream gzip;
  private final Ledger ledger;
  private final FrameSource source;
  private final PacketRecord record = new PacketRecord();
  private PacketRecord.Clock clock = (frame, nanos) -> nanos;
  private ClockSteps mended = ClockSteps.NONE;
  private IntPredicate leftOut = number -> false;
  private final int mostFrames;
  private long frames;
  private int framesInPart;
  private int part;
  private boolean parts;
  private boolean ended;

  /**
   * How much is believed.
   *
   * @param packetBytes most captured bytes of one packet
   * @param blockBytes most bytes of one pcapng block
   * @param expandedBytes most bytes taken out of compressed data
   * @param frames most frames, for their numbers have 31 bits; of more it depends on {@link
   *     #inParts}
   */
  public record Limits(int packetBytes, int blockBytes, long expandedBytes, int frames) {
    /** 262,144 bytes a packet, 16 MiB a block, any expansion, as many frames as have numbers. */
    public static final Limits DEFAULT =
        new Limits(262_144, 16 << 20, Long.MAX_VALUE, Integer.MAX_VALUE);

    /** Checks that all are positive. */
    public Limits {
      if (packetBytes < 1 || blockBytes < 1 || expandedBytes < 1 || frames < 1) {
        throw new IllegalArgumentException("a limit below 1");
      }
    }

    /** The same, but at most {@code most} bytes out of compressed data. */
    public Limits withExpandedBytes(long most) {
      return new Limits(packetBytes, blockBytes, most, frames);
    }

    /** The same, but at most {@code most} frames, or as many in each part. */
    public Limits withFrames(int most) {
      return new Limits(packetBytes, blockBytes, expandedBytes, most);
    }
  }

  private record Foreign(String start, String what, String advice) {
    boolean matches(byte[] first) {
      return new String(first, StandardCharsets.ISO_8859_1).startsWith(start);
    }
  }

  private CaptureReader(InputStream stream, String name, Limits limits) throws IOException {
    this.stream = stream;
    ledger = new Ledger();
    mostFrames = limits.frames();
    raw = new ByteInput(stream, CHUNK);
    if (GzipStream.startsHere(raw)) {
      gzip = new GzipStream(raw, limits.expandedBytes());
      in = new ByteInput(gzip, CHUNK);
    } else {
      gzip = null;
      in = raw;
    }
    try {
      source = detect(Printable.text(name), limits);
    } catch (IOException | RuntimeException e) {
      if (gzip != null) {
        gzip.close();
      }
      throw e;
    }
  }

  /** A place between two packets of a plain file, from which another reader can go on. */
  public static final class Position {
    private final long offset;
    private final int frames;
    private final Ledger ledger;
    private final FrameSource.State source;

    private Position(long offset, int frames, Ledger ledger, FrameSource.State source) {
      this.offset = offset;
      this.frames = frames;
      this.ledger = ledger;
      this.source = source;
    }

    /** Packets before it. */
    public int frames() {
      return frames;
    }
  }

  private CaptureReader(InputStream stream, Limits limits, Position from) {
    this.stream = stream;
    mostFrames = limits.frames();
    raw = new ByteInput(stream, CHUNK, from.offset);
    in = raw;
    gzip = null;
    ledger = from.ledger.copy();
    source = from.source.resume(in, ledger, limits);
    frames = from.frames;
    framesInPart = from.frames;
  }

  /**
   * Goes on in a file where another reader of it was, with the usual limits.
   *
   * @param position of the other reader; the file may have grown since
   * @throws IOException when the file cannot be opened, or is shorter now
   */
  public static CaptureReader open(Path file, Position position) throws IOException {
    String name = Printable.text(file.toString());
    InputStream stream = stream(file, name);
    try {
      stream.skipNBytes(position.offset);
      return new CaptureReader(stream, Limits.DEFAULT, position);
    } catch (EOFException e) {
      closeAfter(stream, e);
      throw because(e, new CaptureException(0, name + " is shorter than it was"));
    } catch (IOException | RuntimeException e) {
      closeAfter(stream, e);
      throw e;
    }
  }

  private static void closeAfter(InputStream stream, Exception e) {
    try {
      stream.close();
    } catch (IOException f) {
      e.addSuppressed(f);
    }
  }

  /** Opens a file with the usual limits. */
  public static CaptureReader open(Path file) throws IOException {
    return open(file, Limits.DEFAULT);
  }

  /**
   * Opens a file.
   *
   * @throws CaptureException when there is no such file, it may not be read, or it is no capture
   * @throws IOException when the device fails
   */
  public static CaptureReader open(Path file, Limits limits) throws IOException {
    String name = Printable.text(file.toString());
    InputStream stream = stream(file, name);
    try {
      return new CaptureReader(stream, name, limits);
    } catch (IOException | RuntimeException e) {
      closeAfter(stream, e);
      throw e;
    }
  }

  /**
   * The octets of a file or named pipe, for whoever looks at them first; errors are those of {@link
   * #open(Path)}.
   */
  public static InputStream stream(Path file) throws IOException {
    return stream(file, Printable.text(file.toString()));
  }

  private static InputStream stream(Path file, String name) throws IOException {
    if (Files.isDirectory(file)) {
      throw new CaptureException(0, name + " is a directory, not a capture");
    }
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw because(e, new CaptureException(0, name + " does not exist"));
    } catch (AccessDeniedException e) {
      throw because(e, new CaptureException(0, name + " may not be read: access is denied"));
    }
  }

  /** Opens a stream with the usual limits. */
  public static CaptureReader open(InputStream stream, String name) throws IOException {
    return open(stream, name, Limits.DEFAULT);
  }

  /**
   * Opens a stream, such as standard input. Closing the reader closes it; when this method throws,
   * closing it stays with the caller.
   *
   * @param name what messages call the input
   * @throws CaptureException when it is no capture
   * @throws IOException when reading it fails
   */
  public static CaptureReader open(InputStream stream, String name, Limits limits)
      throws IOException {
    return new CaptureReader(stream, name, limits);
  }

  private static CaptureException because(IOException cause, CaptureException e) {
    e.initCause(cause);
    return e;
  }

  private FrameSource detect(String name, Limits limits) throws IOException {
    int ready = in.ready(PcapSource.HEADER);
    if (ready == 0) {
      if (in.damage() != null) {
        throw new CaptureException(0, name + " cannot be unpacked: " + in.damage());
      }
      String empty = gzip == null ? " is empty (0 bytes)" : " is empty (0 bytes in its gzip data)";
      throw new CaptureException(0, name + empty);
    }
    if (ready >= 4) {
      ByteOrder order = PcapSource.orderOf(in);
      if (order != null) {
        if (ready < PcapSource.HEADER) {
          throw cut(name, ready, PcapSource.HEADER, "pcap file header");
        }
        return new PcapSource(in, ledger, limits.packetBytes(), order);
      }
      if (in.u32(0, ByteOrder.BIG_ENDIAN) == PcapngSource.SECTION) {
        if (ready < PcapngSource.FRAMING) {
          throw cut(name, ready, PcapngSource.FRAMING, "pcapng section header");
        }
        if (PcapngSource.orderOf(in) != null) {
          return new PcapngSource(in, ledger, limits);
        }
        String found = Printable.content(Arrays.copyOfRange(in.peek(12), 8, 12));
        throw new CaptureException(
            8,
            name + " is not a capture: no pcapng byte-order magic but " + found + " at offset 8");
      }
    }
    throw new CaptureException(0, notACapture(name, in.peek(Math.min(8, ready))));
  }

  private CaptureException cut(String name, int ready, int expected, String what) {
    String damage = in.damage() == null ? "" : "; " + in.damage();
    return new CaptureException(
        ready,
        String.format(
            Locale.ROOT,
            "%s ends inside its %s: %d of %d bytes are there%s",
            name,
            what,
            ready,
            expected,
            damage));
  }

  private String notACapture(String name, byte[] first) {
    for (Foreign foreign : FOREIGN) {
      if (foreign.matches(first)) {
        return name + " is " + foreign.what() + ", which is not read: " + foreign.advice();
      }
    }
    return String.format(
        Locale.ROOT,
        "%s is not a capture: %s starts with %s (expected a pcap or pcapng file header)",
        name,
        gzip == null ? "it" : "its gzip data",
        Printable.content(first));
  }

  /**
   * The next frame, or null at the end of what can be read.
   *
   * @throws IOException when the device fails; never over what the file holds
   */
  public @Nullable Frame next() throws IOException {
    return advance() ? record.frame() : null;
  }

  /**
   * Goes to the next packet, which {@link #record()} then shows; false at the end of what can be
   * read. Copies nothing: for whoever needs few of the packets as frames.
   *
   * @throws IOException when the device fails; never over what the file holds
   */
  public boolean advance() throws IOException {
    if (ended) {
      return false;
    }
    while (source.next(record)) {
      if (framesInPart == mostFrames && !begunPart()) {
        break;
      }
      frames++;
      framesInPart++;
      if (!leftOut.test(record.number())) {
        record.correct(clock);
        return true;
      }
    }
    ended = true;
    String damage = in.damage();
    if (damage != null) {
      ledger.report(in.offset(), null, damage);
    }
    return false;
  }

  /** With the packet just read a part begins; false when reading ends before it. */
  private boolean begunPart() {
    if (!parts) {
      ledger.report(
          in.offset(),
          null,
          "there are more than the " + mostFrames + " frames that are counted; reading stopped");
      return false;
    }
    part++;
    framesInPart = 0;
    source.renumber(record);
    return true;
  }

  /**
   * Where this reader is: behind the packet that was read last. Null in compressed data, and where
   * the numbers of frames have begun anew: nobody can go on there.
   */
  public @Nullable Position position() {
    return gzip != null || part > 0
        ? null
        : new Position(in.offset(), (int) frames, ledger.copy(), source.state());
  }

  /** The packet that {@link #advance()} went to. */
  public PacketRecord record() {
    return record;
  }

  /** {@code pcap}, {@code pcap-ns}, {@code pcap-modified} or {@code pcapng}. */
  public String format() {
    return source.format();
  }

  /** {@code gzip}, or null for a plain file. */
  public @Nullable String compression() {
    return gzip == null ? null : "gzip";
  }

  /** Interfaces described so far, in file order, across sections. */
  public List<CaptureInterface> interfaces() {
    return Collections.unmodifiableList(ledger.interfaces);
  }

  /** Names, statistics, decryption secrets and custom blocks so far; the number is bounded. */
  public List<RawBlock> otherBlocks() {
    return Collections.unmodifiableList(ledger.blocks);
  }

  /** How many of {@link #otherBlocks()} there are. */
  public int otherBlocksRead() {
    return ledger.blocks.size();
  }

  /** From here on decryption secrets are passed over: what the capture hides stays hidden. */
  public CaptureReader withoutSecrets() {
    ledger.passSecretsOver();
    return this;
  }

  /**
   * From here on frames have other times, and some are passed over. Twice is one after the other.
   *
   * @param to the time of a frame for the one it had so far, nanoseconds
   * @param without true for the number of a frame that is passed over
   */
  public CaptureReader corrected(LongUnaryOperator to, IntPredicate without) {
    PacketRecord.Clock before = clock;
    IntPredicate absent = leftOut;
    clock = (frame, nanos) -> to.applyAsLong(before.time(frame, nanos));
    leftOut = number -> absent.test(number) || without.test(number);
    return this;
  }

  /**
   * From here on frames have the times that they would have if the clock had not been set back.
   *
   * @param steps in the times that frames had so far
   */
  public CaptureReader mended(ClockSteps steps) {
    PacketRecord.Clock before = clock;
    mended = steps;
    clock = (frame, nanos) -> steps.mended(frame, before.time(frame, nanos));
    return this;
  }

  /** The steps back that are undone. */
  public ClockSteps mended() {
    return mended;
  }

  /**
   * From here on more frames than the limit are read in parts: each is numbered from 1. For a
   * capture that goes on for days.
   */
  public CaptureReader inParts() {
    parts = true;
    return this;
  }

  /** The part of the frame that was read last, from 0. */
  public int part() {
    return part;
  }

  /** The options of each pcapng section so far. */
  public List<List<BlockOption>> sectionOptions() {
    return Collections.unmodifiableList(ledger.sections);
  }

  /** What was cut off or wrong so far; complete once {@link #next()} has returned null. */
  public List<CaptureProblem> problems() {
    return Collections.unmodifiableList(ledger.problems);
  }

  /** True when anything so far was cut off, wrong, or too much to keep. */
  public boolean damaged() {
    return !ledger.problems.isEmpty();
  }

  /** Bytes taken from the file or stream so far, before decompression; for showing progress. */
  public long bytesRead() {
    return raw.taken();
  }

  /** Bytes of capture so far, after decompression. */
  public long bytesExpanded() {
    return in.taken();
  }

  /** Frames read so far. */
  public long framesRead() {
    return frames;
  }

  @Override
  public void close() throws IOException {
    ended = true;
    if (gzip != null) {
      gzip.close();
    }
    stream.close();
  }
}
