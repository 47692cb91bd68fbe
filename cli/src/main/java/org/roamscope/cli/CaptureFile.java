package org.roamscope.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.capture.CaptureInterface;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.capture.RawBlock;

/** A capture that is written whole or not at all: a temporary file, moved into place at the end. */
final class CaptureFile {
  /** Formats by their names in tshark. */
  enum Format {
    pcapng,
    pcap,
    nsecpcap
  }

  private final Path path;
  private final Format format;
  private @Nullable Path temporary;
  private @Nullable CaptureWriter writer;
  private @Nullable CaptureReader reader;
  private int interfaces;
  private int blocks;

  /** Nothing is made before the first packet. */
  CaptureFile(Path path, Format format) {
    this.path = path;
    this.format = format;
  }

  /** Writes a packet, its interface and what other blocks stood before it. */
  void write(Frame frame, CaptureReader from) throws IOException {
    CaptureWriter out = open(frame.linkType());
    List<CaptureInterface> known = from.interfaces();
    for (; interfaces < known.size(); interfaces++) {
      out.describe(known.get(interfaces));
    }
    reader = from;
    others(out);
    out.write(frame);
  }

  /** Names, secrets and statistics that stood before here and are not written yet. */
  private void others(CaptureWriter out) throws IOException {
    List<RawBlock> others = reader == null ? List.of() : reader.otherBlocks();
    for (; blocks < others.size(); blocks++) {
      out.write(others.get(blocks));
    }
  }

  private CaptureWriter open(int linkType) throws IOException {
    CaptureWriter known = writer;
    if (known != null) {
      return known;
    }
    if (Files.isSymbolicLink(path)) {
      throw new IOException(path + " is a symbolic link");
    }
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new IOException("the folder " + folder + " does not exist");
    }
    Path file = Files.createTempFile(folder, ".roamscope-", ".part");
    temporary = file;
    OutputStream out = Files.newOutputStream(file);
    CaptureWriter made =
        switch (format) {
          case pcapng -> CaptureWriter.pcapng(out);
          case pcap -> CaptureWriter.pcap(out, linkType);
          case nsecpcap -> CaptureWriter.pcapNanos(out, linkType);
        };
    writer = made;
    return made;
  }

  /** Puts the file into its place; an empty capture when nothing was written. */
  void finish() throws IOException {
    CaptureWriter out = open(1);
    others(out);
    out.close();
    Path file = temporary;
    if (file == null) {
      throw new IOException("nothing was written");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(file, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    temporary = null;
  }

  /** Removes what is not in its place. */
  void discard() {
    Path file = temporary;
    if (file != null && !file.toFile().delete()) {
      file.toFile().deleteOnExit();
    }
  }
}
