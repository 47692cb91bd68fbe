package org.roamscope.decode.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamscope.capture.BlockOption;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;

/** The outputs beside those of tshark 4.0, byte by byte; skipped where there is none. */
class TsharkTest {
  private static final Path SAMPLES = Path.of("..", "samples", "captures");
  private static final long SECOND = 1_000_000_000L;
  private static final long NEW_YEAR = 1_767_225_600L * SECOND;
  private static final long[] TIMES = {
    0,
    5 * SECOND + 7_000,
    75 * SECOND + 5_000,
    3_700 * SECOND + 5_000,
    90_061 * SECOND,
    90_000 * SECOND - 5_000,
    -5 * SECOND - 7_000,
    -7_000,
    -65 * SECOND,
    -3_700 * SECOND,
  };

  @TempDir private static Path directory;
  private static Path capture = Path.of("");

  /** An IKE_SA_INIT request at many times, the first with comments. */
  @BeforeAll
  static void tsharkAndCapture() throws IOException {
    String version = "";
    try {
      version = run(List.of("tshark", "--version"));
    } catch (IOException e) {
      version = "none: " + e.getMessage();
    }
    assumeTrue(version.startsWith("TShark (Wireshark) 4.0."), "no tshark 4.0: " + version);
    byte[] packet = Outputs.decoded(SAMPLES.resolve("k-honoured.pcapng")).getFirst().frame().data();
    capture = directory.resolve("times.pcapng");
    try (CaptureWriter writer = CaptureWriter.pcapng(Files.newOutputStream(capture))) {
      int number = 1;
      for (long time : TIMES) {
        List<BlockOption> comments =
            number == 1
                ? List.of(
                    BlockOption.comment("quote \" ' back \\ \n \t \r \b \f , ; & <a>"),
                    BlockOption.comment("second"))
                : List.of();
        writer.write(new Frame(number++, NEW_YEAR + time, 1, 0, packet.length, packet, comments));
      }
    }
  }

  private static String run(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("TZ", "UTC");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    process.getInputStream().transferTo(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String tshark(Path file, String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", file.toString()));
    command.addAll(Arrays.asList(options));
    return run(command);
  }

  private static Stream<List<String>> times() {
    return Stream.concat(
        Stream.of("a", "ad", "adoy", "d", "dd", "e", "r", "u", "ud", "udoy")
            .map(kind -> List.of(kind, "s")),
        Stream.of("d", "e", "r").map(kind -> List.of(kind, "hms")));
  }

  @ParameterizedTest
  @MethodSource("times")
  void timesInTheList(List<String> time) throws IOException {
    TimeFormat format = TimeFormat.of(time.getFirst(), time.getLast());
    assertThat(Outputs.whole(ListOutput.text(Columns.WIRESHARK, format), capture))
        .isEqualTo(tshark(capture, "-t", time.getFirst(), "-u", time.getLast()));
    assertThat(Outputs.whole(ListOutput.tabs(Columns.WIRESHARK, format), capture))
        .isEqualTo(tshark(capture, "-T", "tabs", "-t", time.getFirst(), "-u", time.getLast()));
  }

  @Test
  void psml() throws IOException {
    assertThat(Outputs.whole(new PsmlOutput(Columns.WIRESHARK, TimeFormat.DEFAULT), capture))
        .isEqualTo(
            tshark(capture, "-T", "psml")
                .replaceAll("creator=\"[^\"]*\"", "creator=\"roamscope\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"k-honoured", "nat-ok", "encrypted-signalling", "icmp-errors"})
  void octets(String sample) throws IOException {
    Path file = SAMPLES.resolve(sample + ".pcapng");
    // More than one source of octets is another layout in tshark.
    assertThat(Outputs.whole(new HexOutput(), file)).isEqualTo(tshark(file, "-x"));
  }

  @Test
  void lineAndOctets() throws IOException {
    ListOutput list = ListOutput.text(Columns.WIRESHARK, TimeFormat.DEFAULT);
    assertThat(Outputs.whole(new TextOutput(list, null, new HexOutput()), capture))
        .isEqualTo(tshark(capture, "-P", "-x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "header=y",
        "quote=d",
        "quote=s separator=,",
        "quote=n separator=/s aggregator=;",
        "occurrence=f",
        "occurrence=l quote=d",
        "aggregator=/s separator=/t",
        "separator=ab",
        "bom=y header=y quote=d"
      })
  void fields(String options) throws IOException {
    List<String> names =
        List.of(
            "frame",
            "frame.number",
            "frame.comment",
            "frame.marked",
            "esp.spi",
            "frame.time",
            "frame.time_delta",
            "frame.time_epoch",
            "frame.len",
            "frame.interface_name",
            "_ws.short",
            "_ws.col.Info");
    List<String> command = new ArrayList<>(List.of("-T", "fields"));
    names.forEach(name -> command.addAll(List.of("-e", name)));
    FieldsOptions chosen = FieldsOptions.DEFAULT;
    for (String option : options.split(" ", -1)) {
      if (!option.isEmpty()) {
        chosen = chosen.with(option);
        command.addAll(List.of("-E", option));
      }
    }
    assertThat(Outputs.whole(new FieldsOutput(names, chosen), capture))
        .isEqualTo(tshark(capture, command.toArray(String[]::new)));
  }

  @Test
  void fieldsAsJsonAndEk() throws IOException {
    String[] options = {"-e", "frame.number", "-e", "frame.comment", "-e", "esp.spi"};
    List<String> names = List.of("frame.number", "frame.comment", "esp.spi");
    assertThat(Outputs.whole(JsonOutput.fields(names), capture))
        .isEqualTo(tshark(capture, with(options, "-T", "json")));
    assertThat(Outputs.whole(EkOutput.fields(names), capture))
        .isEqualTo(tshark(capture, with(options, "-T", "ek")));
  }

  private static String[] with(String[] options, String... more) {
    return Stream.concat(Arrays.stream(more), Arrays.stream(options)).toArray(String[]::new);
  }

  @Test
  void frameBlock() throws IOException {
    List<String> ours = block(Outputs.whole(TreeOutput.whole(), capture));
    List<String> theirs = block(tshark(capture, "-V"));
    assertThat(ours).hasSize(TIMES.length * 15).isEqualTo(theirs);
  }

  /** The frame's lines without those that depend on which protocols are understood. */
  private static List<String> block(String tree) {
    List<String> lines = new ArrayList<>();
    boolean inside = false;
    for (String line : tree.split("\n", -1)) {
      inside = line.startsWith("Frame ") || inside && line.startsWith("    ");
      if (inside && !line.contains("Protocols in frame") && !line.contains("first frame")) {
        lines.add(line);
      }
    }
    return lines;
  }
}
