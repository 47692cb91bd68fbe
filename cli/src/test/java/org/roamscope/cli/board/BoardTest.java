package org.roamscope.cli.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The board on a terminal of its own, which {@code script} of util-linux makes. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
class BoardTest {
  private static final String BEGIN = "\033[?1049h";
  private static final String END = "\033[?1049l";

  @TempDir private Path folder;

  /** What a terminal shows while keys are typed into it. */
  private final class Terminal implements AutoCloseable {
    private final Process process;
    private final StringBuilder shown = new StringBuilder();

    Terminal(String command) throws IOException {
      assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script of util-linux");
      String whole = "stty cols 100 rows 30; " + command + "; echo \"code=$?\"; stty -a";
      process =
          new ProcessBuilder("script", "-qfc", whole, "/dev/null")
              .redirectErrorStream(true)
              .directory(folder.toFile())
              .start();
    }

    void type(String keys) throws IOException {
      OutputStream in = process.getOutputStream();
      in.write(keys.getBytes(StandardCharsets.UTF_8));
      in.flush();
    }

    /** Reads until the text came. */
    void until(String text) throws IOException {
      int from = shown.length();
      byte[] some = new byte[1 << 16];
      InputStream out = process.getInputStream();
      while (shown.indexOf(text, from) < 0) {
        int count = out.read(some);
        assertThat(count).as("the end came before '%s': %s", text, shown).isPositive();
        shown.append(new String(some, 0, count, StandardCharsets.UTF_8));
      }
    }

    /** Everything, to the end. */
    String rest() throws IOException, InterruptedException {
      shown.append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return shown.toString();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  private static String watch(String arguments) {
    return String.join(
        " ",
        List.of(
            "TERM=xterm LC_ALL=C.UTF-8 '" + System.getProperty("java.home") + "/bin/java'",
            "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Droamscope.stdout.tty=1",
            "-Droamscope.stderr.tty=1",
            "-cp '" + System.getProperty("java.class.path") + "'",
            "org.roamscope.cli.Main watch",
            arguments));
  }

  private static String sample(String name) {
    Path root = Path.of(System.getProperty("roamscope.root", "..")).toAbsolutePath();
    return root.resolve("samples/captures/" + name + ".pcapng").toString();
  }

  private static void restored(String shown) {
    assertThat(shown.lastIndexOf(END)).isGreaterThan(shown.lastIndexOf(BEGIN));
    String after = shown.substring(shown.lastIndexOf(END));
    assertThat(after).contains(" icanon").contains(" echo ");
    assertThat(after).doesNotContain("susp = <undef>");
  }

  @Test
  void drawsAndQuitsWithTheTerminalAsItWas() throws Exception {
    try (Terminal terminal =
        new Terminal(watch("-r '" + sample("needless-rerun-after") + "' --board"))) {
      terminal.until("NEEDLESS_RERUN 1");
      terminal.type("\r");
      terminal.until("confidence medium");
      terminal.type("q");
      String shown = terminal.rest();
      restored(shown);
      assertThat(shown).contains("code=0");
    }
  }

  @Test
  void keysComeFromTheTerminalWhenTheCaptureComesThroughAPipe() throws Exception {
    try (Terminal terminal =
        new Terminal(
            "(cat '"
                + sample("needless-rerun-after")
                + "'; sleep 60) | "
                + watch("-r - --board"))) {
      terminal.until("NEEDLESS_RERUN 1");
      terminal.type("q");
      terminal.until(END);
    }
  }

  @Test
  void controlCIs130AndTheTerminalIsAsItWas() throws Exception {
    Path file = folder.resolve("growing.pcapng");
    Files.copy(Path.of(sample("needless-rerun-after")), file);
    try (Terminal terminal =
        new Terminal("trap : INT; " + watch("-r '" + file + "' --follow --board --color never"))) {
      terminal.until("NEEDLESS_RERUN 1");
      terminal.type("\003");
      String shown = terminal.rest();
      restored(shown);
      assertThat(shown).contains("code=130").doesNotContain("\033[1;31m");
    }
  }
}
