package org.roamscope.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.roamscope.capture.CaptureInterface;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.capture.RawBlock;

/**
 * Files of a live capture, one after the other: each is a pcapng file by itself, named as dumpcap
 * names them. They are written as packets come, so that nothing written is lost whatever happens.
 * For use by several threads.
 */
final class CaptureFiles implements AutoCloseable {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);

  /** Makes a file. */
  @FunctionalInterface
  interface Maker {
    /** What is written goes there. */
    OutputStream make(Path file) throws IOException;
  }

  private final Path path;
  private final CaptureLimits rotation;
  private final Maker maker;
  private final Clock clock;
  private final Deque<Path> kept = new ArrayDeque<>();
  private @Nullable CaptureWriter writer;
  private long begunMillis;
  private long packets;
  private int interfaces;
  private int blocks;
  private long files;

  /**
   * Prepares; the first file is made with the first packet or by {@link #close}.
   *
   * @param path of the file, or what the names of all begin with when there is a rotation
   * @param rotation when to begin the next file, and how many to keep
   * @param maker makes the files
   * @param clock for names and durations
   */
  CaptureFiles(Path path, CaptureLimits rotation, Maker maker, Clock clock) {
    this.path = path;
    this.rotation = rotation;
    this.maker = maker;
    this.clock = clock;
  }

  /** Makes the file before anything is captured: a path that cannot be written is found out. */
  synchronized void begin(CaptureReader from) throws IOException {
    open(from);
  }

  /** Writes a packet, and what stood before it. */
  synchronized void write(Frame frame, CaptureReader from) throws IOException {
    if (writer != null && packets > 0 && full(writer)) {
      writer.close();
      writer = null;
    }
    CaptureWriter out = open(from);
    others(out, from);
    out.write(frame);
    packets++;
  }

  /** Writes what came after the last packet: counts of what was dropped. */
  synchronized void finish(CaptureReader from) throws IOException {
    others(open(from), from);
  }

  private boolean full(CaptureWriter current) {
    return rotation.reached(current.octets(), packets)
        || rotation.seconds().isPresent()
            && clock.millis() - begunMillis >= rotation.seconds().getAsLong() * 1000;
  }

  private void others(CaptureWriter out, CaptureReader from) throws IOException {
    List<CaptureInterface> known = from.interfaces();
    for (; interfaces < known.size(); interfaces++) {
      out.announce(known.get(interfaces));
    }
    List<RawBlock> others = from.otherBlocks();
    for (; blocks < others.size(); blocks++) {
      out.write(others.get(blocks));
    }
  }

  private CaptureWriter open(CaptureReader from) throws IOException {
    if (writer != null) {
      return writer;
    }
    files++;
    Path next = rotation.none() ? path : numbered();
    CaptureWriter made = CaptureWriter.pcapng(maker.make(next));
    writer = made;
    packets = 0;
    interfaces = 0;
    begunMillis = clock.millis();
    made.section(from.sectionOptions().isEmpty() ? List.of() : from.sectionOptions().getFirst());
    others(made, from);
    made.flush();
    kept.addLast(next);
    if (!rotation.none() && rotation.files().isPresent()) {
      while (kept.size() > rotation.files().getAsLong()) {
        Files.deleteIfExists(kept.removeFirst());
      }
    } else if (kept.size() > 1) {
      kept.removeFirst();
    }
    return made;
  }

  /**
   * Files that are new, or replace others.
   *
   * @param force true to replace
   */
  static Maker onDisk(boolean force) {
    return file ->
        force
            ? Files.newOutputStream(file)
            : Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  /** {@code name_00001_20260102030405.pcapng}. */
  private Path numbered() {
    String name = String.valueOf(path.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot <= 0 ? name : name.substring(0, dot);
    String suffix = dot <= 0 ? "" : name.substring(dot);
    String stamp = STAMP.format(LocalDateTime.now(clock));
    return path.resolveSibling(
        String.format(Locale.ROOT, "%s_%05d_%s%s", stem, files, stamp, suffix));
  }

  /** Octets of the file being written. */
  synchronized long octets() {
    return writer == null ? 0 : writer.octets();
  }

  /** Files begun. */
  synchronized long files() {
    return files;
  }

  /** Hands to the system what is held back. */
  synchronized void flush() throws IOException {
    if (writer != null) {
      writer.flush();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
