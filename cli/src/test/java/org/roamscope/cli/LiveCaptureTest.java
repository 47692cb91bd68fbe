package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamscope.capture.CaptureReader;
import org.roamscope.live.Programs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Live capture on a pair of interfaces in a network namespace of its own. */
@Timeout(180)
@EnabledOnOs(OS.LINUX)
class LiveCaptureTest {
  private static final String SAMPLE = CommandRun.sample("needless-rerun-cookie");
  private static final int PACKETS = packets(Path.of(SAMPLE));

  /** No chatter of the kernel's own: only what is replayed is on the wire. */
  private static final String PAIR =
      """
      set -e
      echo 1 >/proc/sys/net/ipv6/conf/default/disable_ipv6
      ip link add va type veth peer name vb
      ip link set va up
      ip link set vb up
      set +e
      until_there() { i=0; until [ -s "$1" ] || [ $i -ge 300 ]; do i=$((i+1)); sleep 0.1; done; }
      """;

  @TempDir private Path folder;

  @BeforeAll
  static void aNamespaceCanBeMade() throws Exception {
    Process process =
        new ProcessBuilder("sh", "-c", "unshare -rn sh -c '" + PAIR.replace("'", "") + "'")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assumeTrue(process.waitFor() == 0, "no network namespace with a veth pair: " + said);
  }

  private record Run(int code, String said) {}

  /** Runs a script in the namespace; $ROAMSCOPE and $REPLAY start the programs. */
  private Run run(String script) throws Exception {
    // In a file: the script splits words at spaces, and the class path may hold some.
    Path options = folder.resolve("java-options");
    Files.writeString(
        options,
        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED\n-cp \""
            + System.getProperty("java.class.path").replace("\\", "\\\\")
            + "\"\n");
    String java = Path.of(System.getProperty("java.home"), "bin", "java") + " @" + options;
    ProcessBuilder builder = new ProcessBuilder("unshare", "-rn", "sh", "-c", PAIR + script);
    builder.environment().put("ROAMSCOPE", java + " " + Main.class.getName());
    builder.environment().put("REPLAY", java + " " + ReplayMain.class.getName());
    builder.environment().put("SAMPLE", SAMPLE);
    builder.environment().put("OUT", folder.toString());
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), said);
  }

  private static int packets(Path file) {
    try (CaptureReader reader = CaptureReader.open(file)) {
      int count = 0;
      while (reader.advance()) {
        count++;
      }
      assertThat(reader.problems()).isEmpty();
      return count;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Verdicts and rules, without times and frames. */
  private static List<String> said(String lines) {
    return lines
        .lines()
        .filter(line -> line.startsWith("{"))
        .map(line -> new ObjectMapper().readTree(line))
        .filter(line -> List.of("handover", "finding").contains(line.path("type").asString()))
        .map(LiveCaptureTest::said)
        .sorted()
        .toList();
  }

  private static String said(JsonNode line) {
    return String.join(
        " ",
        line.path("verdict").asString(""),
        line.path("reason").asString(""),
        line.path("rule").asString(""),
        line.path("confidence").asString(""));
  }

  private static List<String> ofFile(Path file) {
    return said(
        CommandRun.of("audit", file.toString(), "--format", "jsonl", "--fail-on", "never").out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--no-dumpcap", ""})
  void capturesWhatTheSampleHolds(String option) throws Exception {
    assumeTrue(option.equals("--no-dumpcap") || dumpcap(), "dumpcap is not installed");
    Run run =
        run(
            """
            $ROAMSCOPE capture %s -i vb -w $OUT/live.pcapng & capture=$!
            until_there $OUT/live.pcapng
            $REPLAY "$SAMPLE" va
            sleep 1
            kill -TERM $capture
            wait $capture
            """
                .formatted(option));
    assertThat(run.said())
        .contains(PACKETS + " packets captured, 1 file; dropped: 0 by the kernel");
    assertThat(run.code()).isEqualTo(143);
    Path live = folder.resolve("live.pcapng");
    assertThat(packets(live)).isEqualTo(PACKETS);
    assertThat(ofFile(live)).isEqualTo(ofFile(Path.of(SAMPLE))).isNotEmpty();
  }

  private static boolean dumpcap() {
    return Programs.find("dumpcap", System.getenv("PATH")).isPresent();
  }

  @Test
  void watchesWhatTheSampleHolds() throws Exception {
    Run run =
        run(
            """
            $ROAMSCOPE watch --no-dumpcap --format jsonl -i vb >$OUT/lines & watch=$!
            sleep 6
            $REPLAY "$SAMPLE" va
            sleep 2
            kill -TERM $watch
            wait $watch
            cat $OUT/lines
            """);
    assertThat(said(run.said())).isEqualTo(ofFile(Path.of(SAMPLE))).isNotEmpty();
  }

  @Test
  void writesEvidenceOfWhatIsOnTheWire() throws Exception {
    Run run =
        run(
            """
            mkdir $OUT/evidence
            $ROAMSCOPE watch --no-dumpcap -i vb --evidence $OUT/evidence --evidence-severity warning \
              >$OUT/lines & watch=$!
            sleep 6
            $REPLAY "$SAMPLE" va
            sleep 2
            kill -TERM $watch
            wait $watch
            for file in $OUT/evidence/*-K001-*; do
              $ROAMSCOPE audit --format jsonl --fail-on never "$file"
            done
            """);
    assertThat(run.said()).contains("evidence " + folder.resolve("evidence"));
    assertThat(run.said()).contains("\"rule\":\"K001\"");
  }

  @Test
  void aRingKeepsTheLastFilesAndEachIsWhole() throws Exception {
    Run run =
        run(
            """
            $ROAMSCOPE capture --no-dumpcap -i vb -w $OUT/ring.pcapng -b packets:4 -b files:2 \\
              -a packets:10 & capture=$!
            i=0; until ls $OUT/ring_00001_* >$OUT/ls 2>&1 || [ $i -ge 300 ]; do i=$((i+1)); sleep 0.1; done
            $REPLAY "$SAMPLE" va 1
            wait $capture
            """);
    assertThat(run.code()).as(run.said()).isZero();
    try (var files = Files.list(folder)) {
      List<Path> ring = files.filter(file -> file.toString().endsWith(".pcapng")).sorted().toList();
      assertThat(ring).hasSize(2);
      assertThat(String.valueOf(ring.getFirst().getFileName()))
          .matches("ring_00002_\\d{14}\\.pcapng");
      assertThat(packets(ring.get(0))).isEqualTo(4);
      assertThat(packets(ring.get(1))).isEqualTo(2);
    }
  }

  @Test
  void dropsAreCountedAndMakeVerdictsLessSure() throws Exception {
    Run run =
        run(
            """
            $ROAMSCOPE capture --no-dumpcap -B 1 -i vb -w $OUT/live.pcapng & capture=$!
            until_there $OUT/live.pcapng
            $REPLAY "$SAMPLE" va 1
            helper=$(cat /proc/$capture/task/*/children)
            kill -STOP $helper
            $REPLAY "$SAMPLE" va 2000
            kill -CONT $helper
            sleep 2
            kill -TERM $capture
            wait $capture
            """);
    assertThat(run.said()).containsPattern("dropped: [1-9]\\d* by the kernel");
    CommandRun audit = CommandRun.of("audit", folder.resolve("live.pcapng").toString());
    assertThat(audit.out()).contains("DROPPED").contains("verdicts of that time are less sure");
  }

  @Test
  void aKilledHelperLosesNothingThatWasWritten() throws Exception {
    Run run =
        run(
            """
            $ROAMSCOPE capture --no-dumpcap -i vb -w $OUT/live.pcapng & capture=$!
            until_there $OUT/live.pcapng
            $REPLAY "$SAMPLE" va 1
            sleep 2
            kill -KILL $(cat /proc/$capture/task/*/children)
            wait $capture
            """);
    assertThat(run.code()).isEqualTo(ExitCode.INPUT);
    assertThat(run.said()).contains("ended by itself");
    assertThat(packets(folder.resolve("live.pcapng"))).isEqualTo(PACKETS);
  }

  @Test
  void anInterfaceThatGoesAwayEndsTheCapture() throws Exception {
    Run run =
        run(
            """
            $ROAMSCOPE capture --no-dumpcap -i vb -w $OUT/live.pcapng & capture=$!
            until_there $OUT/live.pcapng
            $REPLAY "$SAMPLE" va 1
            sleep 2
            ip link set vb down
            wait $capture
            """);
    assertThat(run.code()).as(run.said()).isEqualTo(ExitCode.INPUT);
    assertThat(run.said()).contains("capturing on vb ended");
    assertThat(packets(folder.resolve("live.pcapng"))).isEqualTo(PACKETS);
  }

  @Test
  void aFullDiskEndsTheCapture() throws Exception {
    Run run = run("$ROAMSCOPE capture --no-dumpcap -i vb -w /dev/full --force");
    assertThat(run.code()).as(run.said()).isEqualTo(ExitCode.OUTPUT);
    assertThat(run.said()).contains("No space left on device");
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    Run absent = run("$ROAMSCOPE capture --no-dumpcap -i absent -w $OUT/x.pcapng");
    assertThat(absent.code()).isEqualTo(ExitCode.INPUT);
    assertThat(absent.said()).contains("cannot capture on absent");
    assertThat(Files.exists(folder.resolve("x.pcapng"))).isFalse();
    Run filter = run("$ROAMSCOPE capture --no-dumpcap -i vb -f 'udp prt 1' -w $OUT/x.pcapng");
    assertThat(filter.code()).isEqualTo(ExitCode.INPUT);
    assertThat(filter.said()).contains("udp prt 1");
    Run warned = run("$ROAMSCOPE capture -i absent -f 'ip6 proto 135' -w $OUT/x.pcapng");
    assertThat(warned.said()).contains("ip6 protochain 135");
    CommandRun usage = CommandRun.of("capture", "-i", "vb");
    assertThat(usage.code()).isEqualTo(ExitCode.USAGE);
    assertThat(usage.err()).contains("-w is missing");
    assertThat(CommandRun.of("capture", "-i", "vb", "-w", "x", "-a", "size:3").err())
        .contains("-a takes")
        .contains("size:3");
  }
}
