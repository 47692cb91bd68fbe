package org.roamscope.samples.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.bytes.Slice;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.decode.DecodeCatalog;
import org.roamscope.decode.DecodedFrame;
import org.roamscope.decode.FrameDecoder;
import org.roamscope.decode.FrameNotes;
import org.roamscope.decrypt.Coverage;
import org.roamscope.decrypt.Outcome;
import org.roamscope.dissect.DecodeAs;
import org.roamscope.field.FieldCatalog;
import org.roamscope.keys.KeyFiles;
import org.roamscope.keys.KeyRing;
import org.roamscope.samples.decrypt.KeyTables;
import org.roamscope.samples.decrypt.SealSuite.Peer;
import org.roamscope.samples.differential.Sealed.Inside;

/**
 * Seeded encrypted packets under every pair of algorithms. What is inside is read exactly as the
 * same octets in the clear; and where tshark can open it too, every shared field is equal, or a
 * line of {@code tshark-differences.txt} says why not.
 */
class EncryptedDifferentialTest {
  private static final int ROUNDS = Integer.getInteger("roamscope.differential.rounds", 1);
  private static final long SEED = Long.getLong("roamscope.differential.seed", 20_261_125);
  private static final int SHOWN = Integer.getInteger("roamscope.differential.shown", 40);

  /** What follows from where a packet stands in its frame and in its capture. */
  private static final List<String> PLACES =
      List.of("frame.", "eth.", "esp.", "data.", "udpencap.", "roam.", "_ws.");

  private static final List<String> NAMES =
      DecodeCatalog.fields().all().stream().map(FieldCatalog.Entry::name).distinct().toList();

  @TempDir private Path work;

  @Test
  void insideIsWhatWasSealed() throws IOException {
    for (Peer peer : Peer.values()) {
      KeyTables tables = new KeyTables();
      List<Sealed> packets = SealedGenerator.packets(SEED, peer, tables, ROUNDS);
      Path folder = work.resolve("keys-" + peer);
      tables.write(folder);
      KeyRing keys = KeyFiles.read(folder);
      assertThat(keys.problems()).isEmpty();
      Coverage[] coverage = new Coverage[1];
      List<DecodedFrame> sealed =
          decode(write(packets, packet -> Optional.of(packet.frame())), keys, coverage);
      Coverage opened = coverage[0];
      List<DecodedFrame> clear = decode(write(packets, Sealed::clear), KeyRing.EMPTY, coverage);
      int next = 0;
      List<String> different = new ArrayList<>();
      for (int i = 0; i < packets.size(); i++) {
        if (packets.get(i).clear().isPresent()) {
          compare(packets.get(i), sealed.get(i), clear.get(next++), different);
        }
      }
      System.out.println(packets.size() + " packets opened for " + peer);
      assertThat(different.stream().limit(SHOWN)).as("%s", peer).isEmpty();
      assertThat(opened.rows().stream().filter(row -> row.closed() > 0))
          .as("inside ESP are IKE messages that nobody has keys for")
          .allMatch(
              row -> row.subject() instanceof Coverage.Ike && row.packets(Outcome.OPENED) == 0);
    }
  }

  private static void compare(
      Sealed packet, DecodedFrame sealed, DecodedFrame clear, List<String> different) {
    Predicate<String> wanted = name -> inside(packet.inside(), name);
    for (String name : NAMES) {
      if (wanted.test(name)) {
        List<String> expected = values(clear, name);
        if (packet.inside() == Inside.IKE && name.equals("isakmp.nextpayload")) {
          expected = expected.subList(1, expected.size()); // the header tells of what is around it
        }
        List<String> found = values(sealed, name);
        int before = found.size() - expected.size();
        if (before < 0 || !found.subList(before, found.size()).equals(expected)) {
          different.add(
              packet.what()
                  + ", frame "
                  + sealed.frame().number()
                  + ": "
                  + name
                  + " "
                  + found
                  + " in the clear "
                  + expected);
        }
      }
    }
  }

  /** Fields that follow from the inside alone; what is around it comes before them. */
  private static boolean inside(Inside inside, String name) {
    boolean problem = name.startsWith("roam.problem");
    return switch (inside) {
      case PACKET -> problem || (name.contains(".") && PLACES.stream().noneMatch(name::startsWith));
      case UPPER ->
          problem
              || Stream.of("mip6.", "isakmp.", "eap.", "udp.", "nemo.").anyMatch(name::startsWith);
      case IKE ->
          (name.startsWith("isakmp.") || name.startsWith("eap."))
              && !Set.of("isakmp.length", "isakmp.flags", "isakmp.flag_e").contains(name);
    };
  }

  private static List<String> values(DecodedFrame frame, String name) {
    return frame.occurrences(name).stream().map(FieldComparison::plain).toList();
  }

  @Test
  void everySharedFieldEqualsTshark() throws Exception {
    Optional<Tshark> found = Tshark.find();
    assumeTrue(found.isPresent(), "tshark is not installed: nothing to compare with");
    KeyTables tables = new KeyTables();
    List<Sealed> packets = SealedGenerator.packets(SEED, Peer.BOTH, tables, ROUNDS);
    Path folder = work.resolve("profile");
    tables.write(folder);
    FieldComparison comparison =
        new FieldComparison(found.get().with(folder), Differences.withKeys());
    comparison.compare(
        write(packets, packet -> Optional.of(packet.frame())),
        KeyFiles.read(folder),
        number -> packets.get(number - 1).what());
    System.out.println("Differential run with keys: " + comparison);
    assertThat(comparison.different())
        .as("differences that no line of tshark-differences.txt explains, by field")
        .isEmpty();
    assertThat(comparison.met("mip6.mhtype")).isGreaterThan(500);
  }

  @Test
  void recordedOnesEqualTshark() throws Exception {
    Optional<Tshark> found = Tshark.find();
    assumeTrue(found.isPresent(), "tshark is not installed: nothing to compare with");
    Path recorded =
        Path.of(System.getProperty("roamscope.root", "..")).resolve("samples").resolve("recorded");
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> list = Files.newDirectoryStream(recorded, "*.keys")) {
      list.forEach(folders::add);
    }
    assertThat(folders).isNotEmpty();
    for (Path folder : folders) {
      FieldComparison comparison =
          new FieldComparison(found.get().with(folder), Differences.withKeys());
      String name = folder.getFileName().toString();
      Path capture = folder.resolveSibling(name.replace(".keys", ".pcap"));
      comparison.compare(capture, KeyFiles.read(folder));
      assertThat(comparison.different()).as(name).isEmpty();
      assertThat(comparison.met("isakmp.enc.pad_length")).as(name).isPositive();
    }
  }

  private Path write(List<Sealed> packets, Function<Sealed, Optional<Slice>> which)
      throws IOException {
    Path file = Files.createTempFile(work, "sealed", ".pcapng");
    try (OutputStream out = Files.newOutputStream(file);
        CaptureWriter writer = CaptureWriter.pcapng(out)) {
      int number = 0;
      for (Sealed packet : packets) {
        Optional<Slice> frame = which.apply(packet);
        if (frame.isPresent()) {
          number++;
          writer.write(
              new Frame(
                  number,
                  1_767_225_600_000_000_000L + number * 1_000_000L,
                  1,
                  0,
                  frame.get().length(),
                  frame.get().bytes(),
                  List.of()));
        }
      }
    }
    return file;
  }

  private static List<DecodedFrame> decode(Path capture, KeyRing keys, Coverage[] coverage)
      throws IOException {
    try (CaptureReader reader = CaptureReader.open(capture)) {
      FrameDecoder decoder =
          new FrameDecoder(reader, FrameNotes.NONE::of, DecodeAs.NONE, Set.copyOf(NAMES), keys);
      List<DecodedFrame> frames = new ArrayList<>();
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        frames.add(decoder.decode(frame));
      }
      coverage[0] = decoder.coverage();
      return frames;
    }
  }
}
