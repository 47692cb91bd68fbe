package org.roamscope.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A capture with the packets that match, written whole or not at all. Sections of the capture that
 * they come from stay sections, with their comments.
 */
public final class CaptureFile implements AutoCloseable {
  /** Formats by their names in tshark. */
  public enum Format {
    pcapng,
    pcap,
    nsecpcap
  }

  private final Path path;
  private final Format format;
  private final Set<Integer> leftOut;
  private @Nullable WholeFile file;
  private @Nullable CaptureWriter writer;
  private @Nullable CaptureReader reader;
  private int interfaces;
  private int blocks;
  private int sections;

  /** Nothing is made before the first packet. */
  public CaptureFile(Path path, Format format) {
    this(path, format, Set.of());
  }

  /**
   * The same without some blocks.
   *
   * @param leftOut types of blocks that are not copied
   */
  public CaptureFile(Path path, Format format, Set<Integer> leftOut) {
    this.path = path;
    this.format = format;
    this.leftOut = leftOut;
  }

  /** Writes a packet, its interface and what other blocks stood before it. */
  public void write(Frame frame, CaptureReader from) throws IOException {
    CaptureWriter out = open(frame.linkType());
    reader = from;
    List<List<BlockOption>> begun = from.sectionOptions();
    for (; sections < begun.size(); sections++) {
      others(out, sections);
      out.section(begun.get(sections));
    }
    List<CaptureInterface> known = from.interfaces();
    for (; interfaces < known.size(); interfaces++) {
      out.describe(known.get(interfaces));
    }
    others(out, sections);
    out.write(frame);
  }

  /** Writes a packet and its interface, and nothing else of the capture it comes from. */
  public void write(Frame frame, List<CaptureInterface> known) throws IOException {
    CaptureWriter out = open(frame.linkType());
    for (; interfaces < known.size(); interfaces++) {
      out.describe(known.get(interfaces));
    }
    out.write(frame);
  }

  /** Ends writing: where the capture can be read before it is put into its place. */
  public Path written() throws IOException {
    CaptureWriter out = open(LinkType.ETHERNET);
    others(out, Integer.MAX_VALUE);
    out.close();
    return file == null ? path : file.written();
  }

  /** Names, secrets and statistics of sections before one that are not written yet. */
  private void others(CaptureWriter out, int before) throws IOException {
    List<RawBlock> others = reader == null ? List.of() : reader.otherBlocks();
    for (; blocks < others.size() && others.get(blocks).section() < before; blocks++) {
      int type = others.get(blocks).type();
      if (type != RawBlock.CUSTOM_NO_COPY && !leftOut.contains(type)) {
        out.write(others.get(blocks));
      }
    }
  }

  private CaptureWriter open(int linkType) throws IOException {
    if (writer != null) {
      return writer;
    }
    WholeFile whole = WholeFile.open(path);
    file = whole;
    CaptureWriter made =
        switch (format) {
          case pcapng -> CaptureWriter.pcapng(whole.out());
          case pcap -> CaptureWriter.pcap(whole.out(), linkType);
          case nsecpcap -> CaptureWriter.pcapNanos(whole.out(), linkType);
        };
    writer = made;
    return made;
  }

  /** Puts the file into its place; an empty capture when nothing was written. */
  public void finish() throws IOException {
    written();
    if (file != null) {
      file.finish();
    }
  }

  /** Removes what is not in its place. */
  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
