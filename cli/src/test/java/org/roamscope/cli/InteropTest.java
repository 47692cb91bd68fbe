package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roamscope.capture.BlockOption;
import org.roamscope.capture.CaptureInterface;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;

/**
 * Every kind of capture that a command writes is read by Wireshark's own tools, packet by packet as
 * it is read here, and what the original said of its packets is still said. Left out where those
 * tools are not.
 */
class InteropTest {
  private static final long HOUR = 3_600_000_000_000L;

  @TempDir private Path folder;

  /** A command that writes {@code OUT} from {@code ONE} and perhaps {@code TWO}. */
  record Kind(String name, boolean comments, List<String> arguments) {
    Kind(String name, boolean comments, String... arguments) {
      this(name, comments, List.of(arguments));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        new Kind("pcapng", true, "decode", "ONE", "-q", "-w", "OUT"),
        new Kind("pcap", false, "decode", "ONE", "-q", "-w", "OUT", "-F", "pcap"),
        new Kind(
            "pcap in nanoseconds", false, "decode", "ONE", "-q", "-w", "OUT", "-F", "nsecpcap"),
        new Kind("filtered", true, "decode", "ONE", "-q", "-w", "OUT", "-Y", "mipv6"),
        new Kind("annotated", true, "annotate", "ONE", "-o", "OUT"),
        new Kind("report", true, "audit", "ONE", "--format", "pcapng", "-o", "OUT"),
        new Kind("anonymized", false, "anonymize", "ONE", "-o", "OUT"),
        new Kind("slice", true, "slice", "ONE", "-o", "OUT", "--handover", "1"),
        new Kind("slice of two", true, "slice", "ONE", "TWO", "-o", "OUT", "--from", "0"));
  }

  @BeforeEach
  void wiresharkIsInstalled() {
    for (String tool : List.of("capinfos", "editcap", "mergecap", "tshark")) {
      assumeTrue(
          Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
              .anyMatch(place -> Files.isExecutable(Path.of(place, tool))),
          tool + " is not installed");
    }
  }

  /** A sample, told about in every place that pcapng has for it, in two sections. */
  private Path told(String sample, String what, long later) throws IOException {
    Path file = folder.resolve(what + ".pcapng");
    List<Frame> frames = read(Path.of(CommandRun.sample(sample))).frames();
    try (CaptureWriter out = CaptureWriter.pcapng(Files.newOutputStream(file))) {
      for (int section = 0; section < 2; section++) {
        out.section(List.of(BlockOption.comment(what + " section " + section)));
        out.describe(
            new CaptureInterface(
                section,
                section,
                1,
                0,
                what + section,
                List.of(
                    new BlockOption(2, (what + section).getBytes(StandardCharsets.UTF_8)),
                    BlockOption.comment(what + " interface"))));
        int half = frames.size() / 2;
        for (Frame frame : frames.subList(section * half, section == 0 ? half : frames.size())) {
          out.write(
              new Frame(
                  frame.number(),
                  frame.timeNanos() + later,
                  frame.linkType(),
                  section,
                  frame.originalLength(),
                  frame.data(),
                  List.of(
                      BlockOption.comment(what + " packet " + frame.number()),
                      BlockOption.comment("Größe \"quoted\""),
                      new BlockOption(2, new byte[] {1, 0, 0, 0}, ByteOrder.LITTLE_ENDIAN))));
        }
      }
    }
    return file;
  }

  private record Read(List<Frame> frames, List<String> sectionComments) {}

  private static Read read(Path file) throws IOException {
    List<Frame> frames = new ArrayList<>();
    try (CaptureReader reader = CaptureReader.open(file)) {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        frames.add(frame);
      }
      assertThat(reader.damaged()).isFalse();
      return new Read(
          frames, reader.sectionOptions().stream().flatMap(InteropTest::comments).toList());
    }
  }

  private static Stream<String> comments(List<BlockOption> options) {
    return options.stream()
        .filter(option -> option.code() == BlockOption.COMMENT)
        .map(BlockOption::text);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void wiresharksToolsReadWhatIsWritten(Kind kind) throws Exception {
    Path one = told("needless-rerun-after", "one", 0);
    Path two = told("k-honoured", "two", HOUR);
    Path out = folder.resolve("out");
    String[] arguments =
        kind.arguments().stream()
            .map(argument ->
                switch (argument) {
                  case "ONE" -> one.toString();
                  case "TWO" -> two.toString();
                  case "OUT" -> out.toString();
                  default -> argument;
                })
            .toArray(String[]::new);
    CommandRun run = CommandRun.of(arguments);
    assertThat(run.code()).as(run.err()).isIn(0, 1);
    Read written = read(out);
    assertThat(written.frames()).isNotEmpty();

    assertThat(tool("tshark", "-n", "-r", out.toString(), "-T", "jsonraw", "-j", "frame", "-x"))
        .as("octets")
        .satisfies(json -> {
          for (Frame frame : written.frames()) {
            assertThat(json).contains(HexFormat.of().formatHex(frame.data()));
          }
        });
    assertThat(fields(out, "frame.number", "frame.time_epoch", "frame.len", "frame.cap_len"))
        .isEqualTo(written.frames().stream().map(InteropTest::fields).toList());
    assertThat(fields(out, "frame.comment"))
        .isEqualTo(
            written.frames().stream()
                .map(frame -> comments(frame.options()).collect(Collectors.joining("\r")))
                .toList());
    assertThat(tool("capinfos", "-M", "-c", "-k", out.toString()))
        .contains("Number of packets:   " + written.frames().size())
        .satisfies(
            text -> written.sectionComments().forEach(said -> assertThat(text).contains(said)));

    Path edited = folder.resolve("edited.pcapng");
    tool("editcap", out.toString(), edited.toString());
    assertThat(read(edited).frames())
        .extracting(Frame::timeNanos, frame -> HexFormat.of().formatHex(frame.data()))
        .isEqualTo(
            written.frames().stream()
                .map(frame -> tuple(frame.timeNanos(), HexFormat.of().formatHex(frame.data())))
                .toList());
    Path merged = folder.resolve("merged.pcapng");
    tool("mergecap", "-w", merged.toString(), out.toString(), two.toString());
    assertThat(read(merged).frames()).hasSize(written.frames().size() + read(two).frames().size());

    if (kind.comments()) {
      keepsWhatWasSaid(written, one);
    }
  }

  /** Of each packet that is still there its comments and flags, of the sections theirs. */
  private static void keepsWhatWasSaid(Read written, Path one) throws IOException {
    List<Frame> originals = read(one).frames();
    for (Frame original : originals) {
      written.frames().stream()
          .filter(frame -> frame.timeNanos() == original.timeNanos())
          .forEach(frame -> assertThat(frame.options()).containsAll(original.options()));
    }
    List<String> said = new ArrayList<>(written.sectionComments());
    written.frames().forEach(frame -> comments(frame.options()).forEach(said::add));
    assertThat(said).contains("one section 0");
  }

  private static String fields(Frame frame) {
    return String.join(
        "\t",
        Long.toString(frame.number()),
        frame.timeNanos() / 1_000_000_000
            + "."
            + String.format(Locale.ROOT, "%09d", frame.timeNanos() % 1_000_000_000),
        Long.toString(frame.originalLength()),
        Integer.toString(frame.data().length));
  }

  private static List<String> fields(Path file, String... names) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of("tshark", "-n", "-r", file.toString(), "-T", "fields", "-E", "aggregator=\r"));
    for (String name : names) {
      arguments.addAll(List.of("-e", name));
    }
    String text = tool(arguments.toArray(String[]::new));
    return text.isEmpty()
        ? List.of()
        : List.of(text.substring(0, text.length() - 1).split("\n", -1));
  }

  private static String tool(String... command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("TZ", "UTC");
    Process process = builder.start();
    String text;
    try (var out = process.getInputStream()) {
      text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    return text;
  }
}
