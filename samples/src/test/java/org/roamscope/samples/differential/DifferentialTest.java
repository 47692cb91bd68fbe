package org.roamscope.samples.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
import org.roamscope.dissect.DecodeAs;
import org.roamscope.field.FieldCatalog;
import org.roamscope.field.FieldSource.Occurrence;
import org.roamscope.field.FieldType;

/**
 * Every field that this program and tshark both have, in every sample and in seeded packets made
 * from our own layouts: the values are equal, or a line of {@code tshark-differences.txt} says why
 * not.
 */
class DifferentialTest {
  private static final int PACKETS = Integer.getInteger("roamscope.differential.packets", 20_000);
  private static final long SEED = Long.getLong("roamscope.differential.seed", 20_261_125);
  private static final int SHOWN = Integer.getInteger("roamscope.differential.shown", 40);
  private static final int EXAMPLES = Integer.getInteger("roamscope.differential.examples", 1);

  /** What tshark prints for octets that are none; here such a field has no value. */
  private static final Set<String> EMPTY = Set.of("<none>", "<MISSING>");

  @TempDir private Path work;

  private final Map<String, Integer> compared = new TreeMap<>();
  private final Map<String, List<String>> different = new TreeMap<>();
  private long values;
  private long equal;
  private long listed;

  @Test
  void everySharedFieldEqualsTshark() throws Exception {
    Optional<Tshark> found = Tshark.find();
    assumeTrue(found.isPresent(), "tshark is not installed: nothing to compare with");
    Tshark tshark = found.get();
    Differences differences = Differences.read();
    List<String> shared = shared(tshark.fields());
    for (Path capture : captures()) {
      compare(tshark, capture, shared, differences);
    }
    compare(tshark, generated(), shared, differences);
    System.out.printf(
        "Differential run against %s: %d fields shared, %d of them met; %d values compared,"
            + " %d equal, %d listed, %d different%n",
        tshark.version(), shared.size(), compared.size(), values, equal, listed, different.size());
    assertThat(different.values().stream().flatMap(List::stream).limit(SHOWN).toList())
        .as("differences that no line of tshark-differences.txt explains, by field")
        .isEmpty();
    System.out.printf(
        "%d lines of the list explain nothing in these packets%n", differences.unused().size());
  }

  /** Fields of one name have one type. */
  private static List<String> shared(Map<String, String> theirs) {
    List<String> names = new ArrayList<>();
    List<String> types = new ArrayList<>();
    for (FieldCatalog.Entry entry : DecodeCatalog.fields().all()) {
      String type = theirs.get(entry.name());
      if (type == null || entry.name().startsWith("_ws.")) {
        continue;
      }
      FieldType ours = entry.info().type();
      if (!type.equals("FT_" + tsharkName(ours))) {
        types.add(entry.name() + " is " + ours + ", in tshark " + type);
      } else if (ours != FieldType.PROTOCOL && ours != FieldType.NONE) {
        names.add(entry.name());
      }
    }
    assertThat(types).as("types").isEmpty();
    return names;
  }

  private static String tsharkName(FieldType type) {
    return switch (type) {
      case FRAME_NUMBER -> "FRAMENUM";
      case IPV4 -> "IPv4";
      case IPV6 -> "IPv6";
      default -> type.name();
    };
  }

  private static List<Path> captures() throws IOException {
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

  private Path generated() throws IOException {
    PacketGenerator generator = new PacketGenerator(SEED);
    Path file = work.resolve("generated.pcap");
    try (OutputStream out = Files.newOutputStream(file);
        CaptureWriter writer = CaptureWriter.pcap(out, 1)) {
      for (int number = 1; number <= PACKETS; number++) {
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

  private void compare(Tshark tshark, Path capture, List<String> names, Differences differences)
      throws IOException {
    Set<String> wanted = new HashSet<>(names);
    wanted.addAll(differences.fields());
    List<DecodedFrame> ours = new ArrayList<>();
    try (CaptureReader reader = CaptureReader.open(capture)) {
      FrameDecoder decoder = new FrameDecoder(reader, FrameNotes.NONE, DecodeAs.NONE, wanted);
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        DecodedFrame decoded = decoder.decode(frame);
        decoder.displayed(decoded);
        ours.add(decoded);
      }
    }
    int[] next = {0};
    tshark.values(
        capture,
        names,
        theirs -> {
          assertThat(theirs).as("cells of a frame in %s", capture).hasSameSizeAs(names);
          frame(capture, ours.get(next[0]++), names, theirs, differences);
        });
    assertThat(next[0]).as("frames of " + capture).isEqualTo(ours.size());
  }

  private void frame(
      Path capture,
      DecodedFrame frame,
      List<String> names,
      List<List<String>> theirs,
      Differences differences) {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      List<String> mine = frame.occurrences(name).stream().map(DifferentialTest::plain).toList();
      List<String> yours = theirs.get(i).stream().filter(value -> !EMPTY.contains(value)).toList();
      if (mine.isEmpty() && yours.isEmpty()) {
        continue;
      }
      compared.merge(name, 1, Integer::sum);
      values += Math.max(mine.size(), yours.size());
      if (mine.equals(yours)) {
        equal += mine.size();
      } else if (differences.listed(name, frame, yours, mine)) {
        listed += Math.max(mine.size(), yours.size());
      } else {
        List<String> examples = different.computeIfAbsent(name, any -> new ArrayList<>());
        if (examples.size() >= EXAMPLES) {
          continue;
        }
        examples.add(
            String.format(
                "%s in frame %d of %s: tshark %s, ours %s",
                name, frame.frame().number(), capture.getFileName(), yours, mine));
      }
    }
  }

  /** As {@code -T fields} writes it: backslashes stand as sent. */
  private static String plain(Occurrence occurrence) {
    return occurrence
        .info()
        .plain(occurrence.value())
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t")
        .replace("\b", "\\b")
        .replace("\f", "\\f");
  }
}
