package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roamscope.Analysis;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Profile;
import org.roamscope.audit.Severity;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.capture.RawBlock;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.Report;
import org.roamscope.report.Told;
import org.roamscope.track.At;
import org.roamscope.track.EventWindow;
import picocli.CommandLine;

/** An audit of the file that a watch writes for a finding says what the watch said. */
class WatchEvidenceTest {
  private static final int MOST_ALIKE = 3;

  @TempDir private Path folder;
  @TempDir private Path inputs;

  static List<String> samples() throws IOException {
    return WatchCommandTest.samples();
  }

  private static List<Finding> findings(Path file) {
    return Analysis.run(
            List.of(new Analysis.Source.File(file, "capture")),
            Profile.TS24303,
            "",
            (name, bytes, frames) -> {},
            () -> false)
        .audit()
        .findings();
  }

  /** What a finding says, but for numbers of frames. */
  private static String said(Finding finding) {
    return String.join(
        " ",
        finding.rule().id(),
        finding.severity().json(),
        finding.confidence().json(),
        String.valueOf(finding.ue()),
        Long.toString(finding.primary().at().timeNanos()),
        finding.arguments().toString());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private CommandRun watch(String file, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("watch", "-r", file, "--evidence", folder.toString()));
    arguments.addAll(List.of(options));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyFileSaysOfItselfWhatTheWatchSaid(String sample) throws IOException {
    String capture = CommandRun.sample(sample.replace(".pcapng", ""));
    CommandRun run = watch(capture, "--evidence-severity", "warning");
    assertThat(run.err()).doesNotContain("does not say all").doesNotContain("no longer at hand");
    Map<String, Integer> alike = new HashMap<>();
    List<String> wanted =
        findings(Path.of(capture)).stream()
            .filter(finding -> finding.severity().atLeast(Severity.WARNING))
            .filter(finding ->
                alike.merge(finding.rule().id() + finding.ue(), 1, Integer::sum) <= MOST_ALIKE)
            .map(WatchEvidenceTest::said)
            .toList();
    List<Path> files = files();
    assertThat(files).hasSameSizeAs(wanted).allMatch(file -> file.toString().endsWith(".pcapng"));
    List<String> said = new ArrayList<>();
    for (Path file : files) {
      findings(file).stream().map(WatchEvidenceTest::said).forEach(said::add);
    }
    assertThat(said).containsAll(wanted);
  }

  @Test
  void theFileIsNamedAndSaysWhatItIs() throws IOException {
    String capture = CommandRun.sample("needless-rerun-after");
    CommandRun run = watch(capture, "--evidence-severity", "warning");
    Path file = files().getFirst();
    assertThat(file.getFileName()).hasToString("20260101T000010.020Z-K001-2001-db8-100--a1.pcapng");
    assertThat(run.err()).contains("evidence " + file + ", ");
    try (CaptureReader reader = CaptureReader.open(file)) {
      List<String> comments = new ArrayList<>();
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        frame.options().forEach(option -> comments.add(option.text()));
      }
      assertThat(reader.sectionOptions().getFirst().getFirst().text())
          .startsWith(
              "Roamscope watch of " + capture + ": warning K001 needless-ike-rerun, frame ");
      assertThat(comments).anyMatch(comment -> comment.startsWith("Roamscope: warning F1 K001"));
    }
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    String capture = CommandRun.sample("needless-rerun-after");
    watch(capture, "--evidence-severity", "warning");
    Path first = files().getFirst();
    Files.writeString(first, "as it was");
    watch(capture, "--evidence-severity", "warning");
    assertThat(files()).hasSize(2);
    assertThat(first).hasContent("as it was");
  }

  /**
   * What is told in other words is no withdrawal; what is taken back is one, and the file stays.
   */
  @Test
  void aFindingThatIsTakenBackLeavesItsFile() throws IOException {
    StringWriter said = new StringWriter();
    CommandLine line = Main.commandLine().setErr(new PrintWriter(said, true));
    EvidenceOptions options = new EvidenceOptions();
    CommandLine.populateCommand(
        options, "--evidence", folder.toString(), "--evidence-severity", "warning");
    WatchRun run = new WatchRun(line.getCommandSpec());
    WatchEvidence evidence = new WatchEvidence(options, run, KeyRing.EMPTY, Profile.TS24303);
    run.begin(List.of(evidence));
    Report report =
        Analysis.watch(
            new Analysis.Source.File(Path.of(CommandRun.sample("needless-rerun-after")), "it"),
            KeyRing.EMPTY,
            Profile.TS24303,
            "",
            new EventWindow(1_000),
            run.looks(),
            () -> false);
    assertThat(run.end(report)).isZero();
    Finding finding = report.audit().findings().getFirst();
    Told.Change again = new Told.OfFinding(Told.Kind.NEW, finding, 1);
    Told.Change back = new Told.OfFinding(Told.Kind.WITHDRAWN, finding, 2);
    evidence.told(report, List.of(again, back), new Told());
    assertThat(said.toString()).doesNotContain("withdrawn");
    evidence.told(report, List.of(back), new Told());
    assertThat(said.toString()).contains("the watch has withdrawn this finding; the file stays");
    assertThat(files()).hasSize(1);
  }

  /** The evidence of a finding whose frames are in two parts is whole, and says where they were. */
  @Test
  void partsOfAWatchDoNotPartItsEvidence() throws IOException {
    StringWriter said = new StringWriter();
    CommandLine line = Main.commandLine().setErr(new PrintWriter(said, true));
    EvidenceOptions options = new EvidenceOptions();
    CommandLine.populateCommand(
        options, "--evidence", folder.toString(), "--evidence-severity", "warning");
    WatchRun run = new WatchRun(line.getCommandSpec());
    run.begin(List.of(new WatchEvidence(options, run, KeyRing.EMPTY, Profile.TS24303)));
    String capture = CommandRun.sample("needless-rerun-after");
    Report report =
        Analysis.watch(
            new Analysis.Source.Limited(
                new Analysis.Source.File(Path.of(capture), "it"),
                CaptureReader.Limits.DEFAULT.withFrames(4)),
            KeyRing.EMPTY,
            Profile.TS24303,
            "",
            new EventWindow(1_000),
            run.looks(),
            () -> false);
    assertThat(run.end(report)).isZero();
    At at = report.audit().findings().getFirst().primary().at();
    assertThat(at.capture()).isPositive();
    assertThat(files()).hasSize(1);
    assertThat(said.toString()).doesNotContain("no longer at hand", "does not say");
    assertThat(new String(Files.readAllBytes(files().getFirst()), StandardCharsets.UTF_8))
        .contains("frame " + (at.capture() + 1) + ":" + at.frame() + " there");
  }

  @Test
  void limitsAreKeptAndSaid() throws IOException {
    String capture = CommandRun.sample("ipv4-home-address-wrong");
    CommandRun few = watch(capture, "--evidence-files", "1");
    assertThat(few.err()).contains("--evidence-files 1 is reached");
    assertThat(files()).hasSize(1);
  }

  @Test
  void errorsAloneGetAFileUnlessToldOtherwise() throws IOException {
    watch(CommandRun.sample("needless-rerun-after"));
    assertThat(files()).isEmpty();
  }

  @Test
  void whatCannotBeDoneIsRefused() {
    Path gone = folder.resolve("gone");
    assertThat(CommandRun.of("watch", "-r", "x", "--evidence", gone.toString()).err())
        .contains("--evidence")
        .contains("make it first");
    assertThat(CommandRun.of("watch", "-r", "x", "--evidence-files", "3").err())
        .contains("--evidence-files goes with --evidence FOLDER");
    assertThat(CommandRun.of("watch", "-r", "x", "--evidence", ".", "--evidence-size", "0").err())
        .contains("--evidence-size takes 1 to");
  }

  @Test
  void secretsStayBehindUnlessAskedFor() throws IOException {
    assertThat(secrets(false)).isFalse();
    assertThat(secrets(true)).isTrue();
  }

  private static void withSecrets(Path from, Path to) throws IOException {
    RawBlock secrets = new RawBlock(RawBlock.SECRETS, 0, ByteOrder.LITTLE_ENDIAN, new byte[12]);
    try (CaptureReader reader = CaptureReader.open(from);
        CaptureWriter out = CaptureWriter.pcapng(Files.newOutputStream(to))) {
      out.write(secrets);
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        out.write(frame);
      }
    }
  }

  /** True when files of a capture with secrets have some. */
  private boolean secrets(boolean kept) throws IOException {
    Path capture = inputs.resolve("with-secrets.pcapng");
    withSecrets(Path.of(CommandRun.sample("needless-rerun-after")), capture);
    List<String> options = new ArrayList<>(List.of("--evidence-severity", "warning"));
    if (kept) {
      options.add("--keep-secrets");
    }
    watch(capture.toString(), options.toArray(String[]::new));
    boolean found = false;
    for (Path file : files()) {
      try (CaptureReader reader = CaptureReader.open(file)) {
        while (reader.advance()) {
          // To the end: blocks may stand anywhere.
        }
        found |= reader.otherBlocks().stream().anyMatch(block -> block.type() == RawBlock.SECRETS);
      }
    }
    return found;
  }
}
