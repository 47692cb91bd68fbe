package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roamscope.Analysis;
import org.roamscope.audit.Profile;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.CaptureWriter;
import org.roamscope.capture.Frame;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.CaptureSummary;
import org.roamscope.report.EventLines;
import org.roamscope.report.Report;
import org.roamscope.report.Told;
import org.roamscope.track.At;
import org.roamscope.track.EventWindow;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What a watch has told at the end is what the audit of the same capture says. */
class WatchCommandTest {
  private static final Path CAPTURES =
      Path.of(System.getProperty("roamscope.root", ".."), "samples/captures");

  /** Of a capture in parts; any other is its own first part. */
  private static final int FRAMES_IN_PART = 5;

  @TempDir private Path folder;

  static List<String> samples() throws IOException {
    try (Stream<Path> files = Files.list(CAPTURES)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".pcapng"))
          .sorted()
          .toList();
    }
  }

  /** Handovers and findings by what and where, with what is said of them last. */
  private static Map<String, String> said(String lines) {
    Map<String, String> said = new TreeMap<>();
    lines
        .lines()
        .forEach(line -> {
          JsonNode node = new ObjectMapper().readTree(line);
          String type = node.path("type").asString();
          if (!type.equals("handover") && !type.equals("finding")) {
            return;
          }
          boolean handover = type.equals("handover");
          String key =
              String.join(
                  " ",
                  type,
                  Integer.toString(
                      node.path("capture").asInt() * FRAMES_IN_PART + node.path("frame").asInt()),
                  node.path("from_care_of_address").asString(""),
                  node.path("to_care_of_address").asString(""),
                  node.path("rule").asString(""),
                  node.path("message").asString(""),
                  handover ? "" : node.path("ue").asString(""));
          String value =
              String.join(
                  " ",
                  node.path("verdict").asString(""),
                  node.path("reason").asString(""),
                  node.path("severity").asString(""),
                  node.path("confidence").asString());
          if (node.path("change").asString("").equals("withdrawn")) {
            said.remove(key);
          } else {
            said.put(key, value);
          }
        });
    return said;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void tellsInTheEndWhatTheAuditSays(String sample) {
    String file = CAPTURES.resolve(sample).toString();
    CommandRun watch = CommandRun.of("watch", "-r", file, "--format", "jsonl");
    CommandRun audit = CommandRun.of("audit", file, "--format", "jsonl", "--fail-on", "never");
    assertThat(said(watch.out())).isEqualTo(said(audit.out()));
    assertThat(watch.code()).isEqualTo(audit.code());
  }

  /** The same with a look after every packet: what falls early is revised or withdrawn. */
  @ParameterizedTest
  @MethodSource("samples")
  void looksOnTheWayChangeNothingInTheEnd(String sample) {
    Path file = CAPTURES.resolve(sample);
    assertThat(saidOnTheWay(new Analysis.Source.File(file, sample)))
        .isEqualTo(saidByTheAudit(file));
  }

  /** The numbers of frames are used up again and again: only the numbers are others. */
  @ParameterizedTest
  @MethodSource("samples")
  void partsChangeNothingButNumbers(String sample) {
    Path file = CAPTURES.resolve(sample);
    Analysis.Source inParts =
        new Analysis.Source.Limited(
            new Analysis.Source.File(file, sample),
            CaptureReader.Limits.DEFAULT.withFrames(FRAMES_IN_PART));
    assertThat(saidOnTheWay(inParts)).isEqualTo(saidByTheAudit(file));
  }

  private static Map<String, String> saidByTheAudit(Path file) {
    return said(
        CommandRun.of("audit", file.toString(), "--format", "jsonl", "--fail-on", "never").out());
  }

  /** With a look after every packet. */
  private static Map<String, String> saidOnTheWay(Analysis.Source source) {
    Told told = new Told();
    StringBuilder lines = new StringBuilder();
    Report last =
        Analysis.watch(
            source,
            KeyRing.EMPTY,
            Profile.TS24303,
            "",
            new EventWindow(100_000),
            new Analysis.Watch() {
              @Override
              public boolean due() {
                return true;
              }

              @Override
              public void soFar(Report report, boolean shortened) {
                tell(told, report, false, lines);
              }
            },
            () -> false);
    tell(told, last, true, lines);
    return said(lines.toString());
  }

  /** Each part is counted by itself and stands in the report as a capture. */
  @Test
  void aPartBeginsWhenTheNumbersAreUsedUp() throws IOException {
    StringWriter said = new StringWriter();
    CommandLine line =
        Main.commandLine()
            .setErr(new PrintWriter(said, true))
            .setOut(new PrintWriter(Writer.nullWriter()));
    Path file = CAPTURES.resolve("needless-rerun-after.pcapng");
    List<Report> reports = new ArrayList<>();
    for (int most : new int[] {Integer.MAX_VALUE, 6}) {
      try (WatchRun run = new WatchRun(line.getCommandSpec())) {
        run.begin(List.of());
        reports.add(
            Analysis.watch(
                new Analysis.Source.Limited(
                    new Analysis.Source.File(file, "it"),
                    CaptureReader.Limits.DEFAULT.withFrames(most)),
                KeyRing.EMPTY,
                Profile.TS24303,
                "",
                new EventWindow(1_000),
                run.looks(),
                () -> false));
      }
    }
    CaptureSummary whole = reports.getFirst().captures().getFirst();
    List<CaptureSummary> parts = reports.getLast().captures();
    assertThat(parts).extracting(CaptureSummary::file).startsWith("it", "it, part 2");
    assertThat(parts).extracting(CaptureSummary::packets).startsWith(6L, 6L);
    assertThat(parts.stream().mapToLong(CaptureSummary::packets).sum()).isEqualTo(whole.packets());
    assertThat(parts.stream().mapToLong(CaptureSummary::signallingPackets).sum())
        .isEqualTo(whole.signallingPackets());
    assertThat(reports.getLast().partial()).isFalse();
    assertThat(said.toString().lines())
        .startsWith(
            "roamscope: all numbers of frames are used: part 2 begins, its frames are 2:1 and so"
                + " on")
        .hasSize(parts.size() - 1);
  }

  /** The same packets so many times, once a minute. */
  static Path again(Path sample, int times, Path file) throws IOException {
    List<Frame> frames = new ArrayList<>();
    try (CaptureReader reader = CaptureReader.open(sample)) {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        frames.add(frame);
      }
    }
    try (CaptureWriter out = CaptureWriter.pcapng(Files.newOutputStream(file))) {
      for (int i = 0; i < times; i++) {
        for (Frame frame : frames) {
          long time = frame.timeNanos() + i * 60L * At.SECOND;
          out.write(new Frame(0, time, frame.linkType(), 0, 0, frame.data(), List.of()));
        }
      }
    }
    return file;
  }

  /** What a look showed: how much was read, and whether earlier events were given up before it. */
  private record Seen(long packets, boolean shortened) {}

  /** What has settled is told before what it rests on is given up, however seldom one looks. */
  @Test
  void nothingIsGivenUpBeforeItIsTold() throws IOException {
    EventWindow window = new EventWindow(1_000);
    List<Seen> seen = new ArrayList<>();
    Analysis.watch(
        new Analysis.Source.File(
            again(CAPTURES.resolve("k-honoured.pcapng"), 7_000, folder.resolve("again.pcapng")),
            "days"),
        KeyRing.EMPTY,
        Profile.TS24303,
        "",
        window,
        new Analysis.Watch() {
          @Override
          public boolean due() {
            return false;
          }

          @Override
          public void soFar(Report report, boolean shortened) {
            // A block is half of those held back: it may be on its way while it is asked.
            assertThat(window.size()).isLessThan(Analysis.MAX_EVENTS_OF_ONE * 3 / 2 + 2_002);
            seen.add(new Seen(report.captures().getFirst().packets(), shortened));
          }
        },
        () -> false);
    assertThat(seen).hasSizeBetween(2, 100);
    for (int i = 0; i < seen.size(); i++) {
      assertThat(seen.get(i).shortened()).isEqualTo(i % 2 == 1);
      assertThat(seen.get(i).packets()).isEqualTo(seen.get(i / 2 * 2).packets());
    }
  }

  private static void tell(Told told, Report report, boolean end, StringBuilder lines) {
    for (Told.Change change : told.changes(report, end)) {
      lines.append(EventLines.line(change, report)).append('\n');
    }
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(CommandRun.of("watch").code()).isEqualTo(ExitCode.USAGE);
    assertThat(CommandRun.of("watch").err()).contains("-i").contains("-r");
    assertThat(CommandRun.of("watch", "-r", "x", "--window", "5").err()).contains("--window");
    assertThat(CommandRun.of("watch", "-i", "lo", "--follow").err()).contains("--follow");
    CommandRun noTerminal =
        CommandRun.of("watch", "-r", CommandRun.sample("k-honoured"), "--board");
    assertThat(noTerminal.code()).isEqualTo(ExitCode.USAGE);
    assertThat(noTerminal.err()).contains("--board needs a terminal");
    assertThat(CommandRun.of("watch", "-r", "x", "--board", "--format", "jsonl").err())
        .contains("--board shows no lines");
    CommandRun absent = CommandRun.of("watch", "-r", folder.resolve("absent").toString());
    assertThat(absent.code()).isEqualTo(ExitCode.INPUT);
    assertThat(absent.err()).contains("absent");
  }

  @Test
  void linesForPeopleNameVerdictAndUe() {
    CommandRun run = CommandRun.of("watch", "-r", CommandRun.sample("needless-rerun-cookie"));
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains(" HANDOVER 2001:db8:").contains(" NEEDLESS_RERUN ");
    assertThat(run.err()).contains("1 handover judged");
  }
}
