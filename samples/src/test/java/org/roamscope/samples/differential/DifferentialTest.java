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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.bytes.Slice;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.keys.KeyRing;

/**
 * Every field that this program and tshark both have, in every sample and in seeded packets made
 * from our own layouts: the values are equal, or a line of {@code tshark-differences.txt} says why
 * not.
 */
class DifferentialTest {
  private static final int PACKETS = Integer.getInteger("roamscope.differential.packets", 20_000);
  private static final long SEED = Long.getLong("roamscope.differential.seed", 20_261_125);

  @TempDir private Path work;

  @Test
  void everySharedFieldEqualsTshark() throws Exception {
    Optional<Tshark> found = Tshark.find();
    assumeTrue(found.isPresent(), "tshark is not installed: nothing to compare with");
    FieldComparison comparison = new FieldComparison(found.get(), Differences.read());
    for (Path capture : captures()) {
      comparison.compare(capture, KeyRing.EMPTY);
    }
    comparison.compare(generated(work.resolve("generated.pcap"), PACKETS), KeyRing.EMPTY);
    System.out.println("Differential run: " + comparison);
    assertThat(comparison.different())
        .as("differences that no line of tshark-differences.txt explains, by field")
        .isEmpty();
  }

  static List<Path> captures() throws IOException {
    Path samples = Path.of(System.getProperty("roamscope.root", "..")).resolve("samples");
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("captures", "recorded")) {
      try (DirectoryStream<Path> list =
          Files.newDirectoryStream(samples.resolve(folder), "*.{pcap,pcapng}")) {
        list.forEach(files::add);
      }
    }
    files.sort(null);
    return files;
  }

  static Path generated(Path file, int packets) throws IOException {
    PacketGenerator generator = new PacketGenerator(SEED);
    try (OutputStream out = Files.newOutputStream(file);
        CaptureWriter writer = CaptureWriter.pcap(out, 1)) {
      for (int number = 1; number <= packets; number++) {
        Slice packet = generator.next();
        writer.write(
            new Frame(
                number,
                1_767_225_600_000_000_000L + number * 1_000_000L,
                1,
                0,
                packet.claimedLength(),
                packet.bytes(),
                List.of()));
      }
    }
    return file;
  }
}
