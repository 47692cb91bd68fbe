package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own shows: signals, pipes, devices, the machine's locale and zone. */
@Timeout(120)
@EnabledOnOs({OS.LINUX, OS.MAC})
class ProcessTest {
  private static final String SAMPLE = CommandRun.sample("needless-rerun-after");

  private static final String SHORTAGE =
      "roamscope: the heap of \\d+ MiB is too small for this: give more, for example"
          + " ROAMSCOPE_JAVA_OPTS=-Xmx128m";

  @TempDir private static Path folder;
  private static String whole = "";

  @BeforeAll
  static void whatItSaysUndisturbed() throws Exception {
    Run run = run(List.of(), List.of("audit", SAMPLE));
    assertThat(run.code()).isZero();
    whole = run.out();
  }

  private record Run(int code, String out, String err) {}

  private static ProcessBuilder builder(List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(options);
    command.add(Main.class.getName());
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
  }

  private static Run run(List<String> options, List<String> arguments) throws Exception {
    Process process = builder(options, arguments).start();
    process.getOutputStream().close();
    return end(process);
  }

  private static Run end(Process process) throws Exception {
    String out = text(process.getInputStream());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), out, Files.readString(folder.resolve("err")));
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void signal(Process process, String name) throws Exception {
    int code =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    assertThat(code).isZero();
  }

  /** A capture comes in through a pipe that stays open; the signal ends it. */
  private static Run interrupted(String signal) throws Exception {
    Process process = builder(List.of(), List.of("audit", "--format", "json", "-")).start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(Files.readAllBytes(Path.of(SAMPLE)));
      in.flush();
      TimeUnit.SECONDS.sleep(3); // until it waits for more: there is nothing else to see of that
      signal(process, signal);
      return end(process);
    }
  }

  @Test
  void controlCEndsWith130AndAPartialReport() throws Exception {
    Run run = interrupted("INT");
    assertThat(run.code()).isEqualTo(130);
    assertThat(run.out()).contains("\"complete\" : false").contains("NEEDLESS_RERUN");
  }

  @Test
  void termEndsWith143AndAPartialReport() throws Exception {
    Run run = interrupted("TERM");
    assertThat(run.code()).isEqualTo(143);
    assertThat(run.out()).contains("\"complete\" : false").contains("NEEDLESS_RERUN");
  }

  @Test
  void aReaderThatGoesAwayIs141AndNoNoise() throws Exception {
    Process process = builder(List.of(), List.of("decode", SAMPLE, "-V")).start();
    process.getInputStream().close();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(141);
    assertThat(Files.readString(folder.resolve("err"))).isEmpty();
  }

  @Test
  void aFullDiskIsFour() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "a system without /dev/full");
    Process process =
        builder(List.of(), List.of("audit", SAMPLE)).redirectOutput(full.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(4);
    assertThat(Files.readString(folder.resolve("err"))).contains("could not be written");
  }

  @Test
  void aNamedPipeIsReadLikeAFile() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Process process =
        builder(List.of(), List.of("audit", "--format", "json", pipe.toString())).start();
    try (OutputStream in = Files.newOutputStream(pipe)) {
      in.write(Files.readAllBytes(Path.of(SAMPLE)));
    }
    Run run = end(process);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("\"complete\" : true").contains("NEEDLESS_RERUN");
  }

  @Test
  void localeAndZoneChangeNoByte() throws Exception {
    for (Locale locale : List.of(Locale.of("tr", "TR"), Locale.of("ar", "EG"), Locale.of("th"))) {
      for (String zone : List.of("Asia/Kolkata", "America/St_Johns")) {
        Run run =
            run(
                List.of(
                    "-Duser.language=" + locale.getLanguage(),
                    "-Duser.country=" + locale.getCountry(),
                    "-Duser.timezone=" + zone),
                List.of("audit", SAMPLE));
        assertThat(run.out()).as("%s, %s", locale, zone).isEqualTo(whole);
      }
    }
  }

  /** One processor, eight of them, little memory: the same bytes. */
  @Test
  void processorsAndMemoryChangeNoByte() throws Exception {
    List<List<String>> machines =
        List.of(
            List.of("-XX:ActiveProcessorCount=1"),
            List.of("-XX:ActiveProcessorCount=8"),
            List.of("-Xmx64m"));
    for (List<String> options : machines) {
      assertThat(run(options, List.of("audit", SAMPLE)).out()).as("%s", options).isEqualTo(whole);
    }
  }

  @Test
  void versionIsTheSameWithAndWithoutTheModelOfCommands() throws Exception {
    Run run = run(List.of(), List.of("--version"));
    assertThat(run).isEqualTo(new Run(0, CommandRun.of("--version").out(), ""));
  }

  @Test
  void theOutputIsNeverTheInput() throws Exception {
    Path copy = Files.copy(Path.of(SAMPLE), folder.resolve("copy.pcapng"));
    byte[] before = Files.readAllBytes(copy);
    Run run = run(List.of(), List.of("audit", copy.toString(), "--force", "-o", copy.toString()));
    assertThat(run.code()).isEqualTo(2);
    assertThat(Files.readAllBytes(copy)).isEqualTo(before);
  }

  @Test
  void anOutputThatIsALinkIsNotFollowed() throws Exception {
    Path victim = Files.writeString(folder.resolve("victim"), "mine");
    Path link = Files.createSymbolicLink(folder.resolve("link"), victim);
    CommandRun run = CommandRun.of("audit", SAMPLE, "--force", "-o", link.toString());
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains("symbolic link");
    assertThat(Files.readString(victim)).isEqualTo("mine");
  }

  /** Events of so many packets do not fit: they run out on the thread that reads or on another. */
  @Test
  void tooLittleMemoryIsASentenceAndThreeAndNoFile() throws Exception {
    Path capture = WatchCommandTest.again(Path.of(SAMPLE), 20_000, folder.resolve("long"));
    Path out = Files.createDirectory(folder.resolve("reports"));
    Run run =
        run(
            List.of("-Xmx32m"),
            List.of(
                "audit",
                capture.toString(),
                "--format",
                "jsonl,json",
                "--output-dir",
                out.toString()));
    assertThat(lastWords(run)).matches(SHORTAGE);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    try (Stream<Path> files = Files.list(out)) {
      // The first of the two may have been written before.
      assertThat(files).extracting(Path::getFileName).isSubsetOf(Path.of("events.jsonl"));
    }
  }

  @Test
  void aWatchThatDoesNotFitSaysThatItsWindowMayBeSmaller() throws Exception {
    Path capture = WatchCommandTest.again(Path.of(SAMPLE), 5_000, folder.resolve("watched"));
    Run run =
        run(List.of("-Xmx32m"), List.of("watch", "--window", "500000", "-r", capture.toString()));
    assertThat(lastWords(run)).matches(SHORTAGE + ", or a smaller --window");
    assertThat(run.code()).isEqualTo(3);
  }

  /** What a JVM calls its heap is less than what it was given. */
  @Test
  void aWindowThatDoesNotFitIsSaidAndTheAdviceHelps() throws Exception {
    List<String> watch = List.of("watch", "--window", "700000", "-r", SAMPLE);
    String warning = run(List.of("-Xmx256m"), watch).err();
    assertThat(warning).startsWith("roamscope: --window 700000 needs a heap of 811 MiB");
    String asked = warning.replaceAll("(?s).*ROAMSCOPE_JAVA_OPTS=(-Xmx\\d+m).*", "$1");
    assertThat(run(List.of(asked), watch).err()).isEqualTo("roamscope: 1 handover judged\n");
  }

  /** The last line of standard error; a stack trace is nowhere in it. */
  private static String lastWords(Run run) {
    assertThat(run.err()).doesNotContain("at org.roamscope", "java.lang");
    return run.err().lines().reduce((one, next) -> next).orElseThrow();
  }
}
