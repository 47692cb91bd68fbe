package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * Whatever kind of key file, whatever is wrong in it and whatever command reads it: no octet of a
 * key comes out, except in the tables that {@code keys convert} writes.
 */
class KeyLeakTest {
  private static final Path SAMPLES =
      Path.of("../decoder/src/test/resources/org/roamscope/decrypt");
  private static final List<String> NAMES = List.of("esp", "mobike", "ikev1");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private KeyLeaks leaks = new KeyLeaks(List.of());

  @BeforeEach
  void keys() throws IOException {
    List<byte[]> keys = new ArrayList<>();
    for (String name : NAMES) {
      keys.addAll(KeyFileKinds.keysIn(SAMPLES.resolve(name).resolve("keys.json")));
    }
    assertThat(keys).hasSizeGreaterThan(20);
    leaks = new KeyLeaks(keys);
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    String what = String.join(" ", arguments);
    leaks.noneIn("the output of " + what, out.toString());
    leaks.noneIn("the errors of " + what, err.toString());
    return code;
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  private static String capture(String name) {
    return SAMPLES.resolve(name).resolve("capture.pcap").toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"esp", "mobike", "ikev1"})
  void everyCommandWithEveryKindOfFile(String name) throws IOException {
    String capture = capture(name);
    for (Map.Entry<String, String> kind : KeyFileKinds.of(SAMPLES.resolve(name)).entrySet()) {
      String keys = file(kind.getKey(), kind.getValue()).toString();
      assertThat(run("keys", "check", capture, "--keys", keys)).as(keys).isBetween(0, 1);
      assertThat(out.toString()).as(keys).contains("opened");
      for (String format : List.of("text", "json")) {
        Path report = folder.resolve(kind.getKey() + "." + format);
        String[] audit = {
          "audit", "--keys", keys, "--fail-on", "never", "--format", format, capture
        };
        assertThat(run(audit)).isZero();
        List<String> more = new ArrayList<>(List.of(audit));
        more.addAll(List.of("-o", report.toString()));
        assertThat(run(more.toArray(String[]::new))).isZero();
        leaks.noneIn("a report", Files.readString(report));
      }
      for (String form : List.of("text", "tabs", "json", "jsonraw", "ek", "pdml", "psml")) {
        assertThat(run("decode", capture, "--keys", keys, "-T", form)).as(form).isZero();
      }
      assertThat(run("decode", capture, "--keys", keys, "-V")).isZero();
      assertThat(run("decode", capture, "--keys", keys, "-x")).isZero();
      assertThat(run("decode", capture, "--keys", keys, "-V", "-x")).isZero();
      Path copy = folder.resolve(kind.getKey() + ".copy");
      assertThat(run("decode", capture, "--keys", keys, "-w", copy.toString())).isZero();
      leaks.noneIn("a copy", Files.readString(copy, StandardCharsets.ISO_8859_1));
      Path tables = folder.resolve(kind.getKey() + ".tables");
      assertThat(
              run("keys", "convert", "--to", "wireshark", "--keys", keys, "-o", tables.toString()))
          .isZero();
    }
  }

  /** A digit less, a letter that is no digit, a comma: in every column of every line. */
  @Test
  void filesThatAreWrongInAnyColumn() throws IOException {
    int problems = 0;
    for (Map.Entry<String, String> kind : KeyFileKinds.of(SAMPLES.resolve("esp")).entrySet()) {
      String[] lines = kind.getValue().split("\n", -1);
      Path bad = folder.resolve(kind.getKey());
      for (int line = 0; line < Math.min(lines.length, 24); line++) {
        for (int column = 0; column < lines[line].length(); column += 5) {
          for (String wrong : List.of("", "!", ",", "\"")) {
            String[] changed = lines.clone();
            changed[line] =
                lines[line].substring(0, column) + wrong + lines[line].substring(column + 1);
            Files.writeString(bad, String.join("\n", changed));
            problems += read(bad) ? 0 : 1;
          }
        }
      }
      assertThat(run("audit", capture("esp"), "--keys", bad.toString())).isBetween(0, 2);
    }
    assertThat(problems).isGreaterThan(500);
  }

  /** What every command does first with {@code --keys}. True when nothing is wrong. */
  private boolean read(Path keys) {
    err.getBuffer().setLength(0);
    KeyOptions options = new KeyOptions();
    CommandLine line = new CommandLine(new Main()).setErr(new PrintWriter(err, true));
    CommandLine.populateCommand(options, "--keys", keys.toString());
    boolean right = options.read(line.getCommandSpec(), Map.of(), folder).isPresent();
    leaks.noneIn("the errors for " + keys, err.toString());
    return right;
  }

  /** One line whose key stands in the wrong column: each command says where, and no more. */
  @Test
  void everyCommandWithAKeyInTheWrongColumn() throws IOException {
    String row = Files.readAllLines(SAMPLES.resolve("esp").resolve("esp_sa")).getFirst();
    String[] fields = row.split(",", -1);
    String key = fields[5];
    for (int column = 0; column < 8; column++) {
      String[] changed = fields.clone();
      changed[column] = key;
      String bad = file("esp_sa", String.join(",", changed) + "\n").toString();
      for (List<String> command :
          List.of(
              List.of("audit", capture("esp")),
              List.of("audit", "--format", "json", capture("esp")),
              List.of("decode", capture("esp"), "-V", "-x"),
              List.of("keys", "check", capture("esp")),
              List.of("keys", "convert", "--to", "wireshark", "-o", folder.toString()))) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of("--keys", bad));
        int code = run(whole.toArray(String[]::new));
        if (column != 5 && column != 7) {
          assertThat(code).as("column %d", column).isEqualTo(2);
          assertThat(err.toString()).contains("esp_sa:1:");
        }
      }
    }
  }

  /** A program of its own: what it is started with, and what it leaves behind. */
  @Test
  void argumentsAndTemporaryFiles() throws IOException, InterruptedException {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    String keys = SAMPLES.resolve("esp").resolve("keys.json").toString();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                "decode",
                "-r",
                "-",
                "--keys",
                keys,
                "--audit",
                "-V")
            .redirectInput(SAMPLES.resolve("esp").resolve("capture.pcap").toFile())
            .redirectErrorStream(true)
            .start();
    leaks.noneIn("the arguments", process.info().toString());
    while (process.isAlive() && process.getInputStream().available() == 0) {
      look(temporary);
      Thread.sleep(5);
    }
    leaks.noneIn(
        "the output", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    assertThat(process.waitFor()).isZero();
    look(temporary);
  }

  private void look(Path temporary) throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        leaks.noneIn("a temporary file", Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    } catch (NoSuchFileException e) {
      // The program removed it between the two looks.
      assertThat(e.getFile()).startsWith(temporary.toString());
    }
  }
}
