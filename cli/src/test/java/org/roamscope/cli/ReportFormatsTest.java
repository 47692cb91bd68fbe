package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.roamscope.cli.CommandRun.sample;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.capture.BlockOption;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.capture.RawBlock;

/** Many forms of a report at once. */
class ReportFormatsTest {
  private static final String ALL = "text,json,html,markdown,sarif,junit,jsonl,csv,pcapng";

  @TempDir private Path folder;

  private List<String> names(Path in) throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      return files.map(path -> String.valueOf(path.getFileName())).sorted().toList();
    }
  }

  @Test
  void everyFormatHasItsFiles() throws IOException {
    Path reports = folder.resolve("new/reports");
    CommandRun run =
        CommandRun.of(
            "audit", "--format", ALL, "--output-dir", reports.toString(), sample("k-refused"));
    assertThat(run.code()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(names(reports))
        .containsExactly(
            "annotated.pcapng",
            "bindings.csv",
            "events.jsonl",
            "findings.csv",
            "handovers.csv",
            "ike_sas.csv",
            "report.html",
            "report.json",
            "report.junit.xml",
            "report.md",
            "report.sarif",
            "report.txt");
    assertThat(Files.readString(reports.resolve("report.json")))
        .isEqualTo(CommandRun.of("audit", "--format", "json", sample("k-refused")).out());
    assertThat(Files.readString(reports.resolve("events.jsonl")))
        .isEqualTo(CommandRun.of("audit", "--format", "jsonl", sample("k-refused")).out())
        .contains("\"type\":\"binding_update\"");
    assertThat(Files.readString(reports.resolve("report.html"))).startsWith("<!DOCTYPE html>");
  }

  @Test
  void nothingIsReplacedUnlessForced() throws IOException {
    Files.writeString(folder.resolve("handovers.csv"), "mine");
    String[] arguments = {
      "audit", "--format", "json,csv", "--output-dir", folder.toString(), sample("k-honoured")
    };
    CommandRun refused = CommandRun.of(arguments);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("handovers.csv exists; --force replaces it");
    assertThat(names(folder)).containsExactly("handovers.csv");
    String[] forced =
        Stream.concat(Stream.of(arguments), Stream.of("--force")).toArray(String[]::new);
    assertThat(CommandRun.of(forced).code()).isZero();
    assertThat(Files.readString(folder.resolve("handovers.csv"))).contains("K_HONOURED");
  }

  @Test
  void anInputIsNeverReplaced() throws IOException {
    Path input = folder.resolve("annotated.pcapng");
    Files.copy(Path.of(sample("k-honoured")), input);
    CommandRun run =
        CommandRun.of(
            "audit",
            "--force",
            "--format",
            "pcapng",
            "--output-dir",
            folder.toString(),
            input.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("is an input and stays as it is");
  }

  @Test
  void whatCannotBePutAnywhereIsUsage() {
    String capture = sample("k-honoured");
    assertThat(CommandRun.of("audit", "--format", "json,html", capture).err())
        .contains("several formats need --output-dir");
    assertThat(CommandRun.of("audit", "--format", "csv", capture).err())
        .contains("roamscope handovers --format csv");
    assertThat(CommandRun.of("audit", "--format", "pcapng", capture).code()).isEqualTo(2);
    assertThat(
            CommandRun.of("audit", "--format", "pcapng", "-o", folder.resolve("x").toString(), "-")
                .err())
        .contains("standard input cannot be read twice");
    assertThat(CommandRun.of("audit", "-o", "x", "--output-dir", folder.toString(), capture).code())
        .isEqualTo(2);
  }

  /** Comments and blocks that were there stay. */
  @Test
  void annotatedKeepsWhatWasThere() throws IOException {
    Path input = folder.resolve("input.pcapng");
    try (CaptureReader reader = CaptureReader.open(Path.of(sample("needless-rerun-after")));
        CaptureWriter writer = CaptureWriter.pcapng(Files.newOutputStream(input))) {
      writer.write(
          new RawBlock(RawBlock.CUSTOM, 0, ByteOrder.LITTLE_ENDIAN, new byte[] {1, 2, 3, 4}));
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        writer.write(
            new Frame(
                frame.number(),
                frame.timeNanos(),
                frame.linkType(),
                frame.interfaceId(),
                frame.originalLength(),
                frame.data(),
                List.of(BlockOption.comment("mine " + frame.number()))));
      }
    }
    Path copy = folder.resolve("copy.pcapng");
    assertThat(
            CommandRun.of("audit", "--format", "pcapng", "-o", copy.toString(), input.toString())
                .code())
        .isZero();
    List<String> comments = new ArrayList<>();
    try (CaptureReader before = CaptureReader.open(input);
        CaptureReader after = CaptureReader.open(copy)) {
      for (Frame frame = before.next(); frame != null; frame = before.next()) {
        Frame annotated = Objects.requireNonNull(after.next());
        assertThat(annotated.data()).isEqualTo(frame.data());
        assertThat(annotated.timeNanos()).isEqualTo(frame.timeNanos());
        assertThat(annotated.options()).startsWith(frame.options().getFirst());
        for (BlockOption option : annotated.options()) {
          comments.add(frame.number() + " " + option.text());
        }
      }
      assertThat(after.next()).isNull();
      assertThat(after.otherBlocks().stream().map(RawBlock::type)).containsExactly(RawBlock.CUSTOM);
    }
    assertThat(comments)
        .anyMatch(text -> text.contains("NEEDLESS_RERUN"))
        .anyMatch(text -> text.contains("warning F1 K001 needless-ike-rerun"));
    assumeTrue(tsharkIsThere(), "tshark is not installed");
    String shown = tshark("-r", copy.toString(), "-T", "fields", "-e", "frame.comment");
    // A custom block is a record without packet there.
    assertThat(shown.lines().filter(line -> !line.isEmpty()))
        .hasSize((int) comments.stream().filter(c -> c.contains(" mine ")).count());
    assertThat(shown).contains("mine 1").contains("Roamscope: warning F1 K001");
  }

  private static boolean tsharkIsThere() {
    try {
      return !tshark("--version").isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static String tshark(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("tshark"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void ofSeveralCapturesEachHasItsCopy() throws IOException {
    Path reports = folder.resolve("reports");
    Path text = folder.resolve("notes.txt");
    Files.writeString(text, "no packets");
    assertThat(
            CommandRun.of(
                    "audit",
                    "--format",
                    "pcapng,csv",
                    "--output-dir",
                    reports.toString(),
                    sample("k-honoured"),
                    text.toString(),
                    sample("needless-rerun-after"))
                .code())
        .isEqualTo(3);
    assertThat(names(reports))
        .contains("annotated-1.pcapng", "annotated-3.pcapng")
        .doesNotContain("annotated-2.pcapng");
    assertThat(Files.readString(reports.resolve("findings.csv")))
        .contains("k-honoured.pcapng,1:10,");
  }
}
