package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void versionIsPrintedAndSucceeds() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).matches("roamscope \\d+\\.\\d+\\.\\d+\\S*\\R");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void helpIsPrintedAndSucceeds() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: roamscope");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void anythingElseIsAUsageError() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("--no-such-option")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("Missing command", "--no-such-option");
  }

  /** As it comes from a thread of a pool. */
  @Test
  void memoryThatRanOutElsewhereIsASentenceToo() throws Exception {
    CommandLine line = Main.commandLine().setErr(new PrintWriter(err, true));
    var elsewhere = new CompletionException(new OutOfMemoryError("Java heap space"));
    int code =
        line.getExecutionExceptionHandler()
            .handleExecutionException(elsewhere, line.getSubcommands().get("watch"), parsed());
    assertThat(code).isEqualTo(3);
    assertThat(err.toString())
        .matches("roamscope: the heap of .* MiB is too small .*, or a smaller --window\\R");
  }

  @Test
  void anyOtherFailureIsAFaultOfTheProgram() throws Exception {
    CommandLine line = Main.commandLine().setErr(new PrintWriter(err, true));
    int code =
        line.getExecutionExceptionHandler()
            .handleExecutionException(new IllegalStateException("odd"), line, parsed());
    assertThat(code).isEqualTo(3);
    assertThat(err.toString()).contains("please report it", "odd", "at org.roamscope");
  }

  private static CommandLine.ParseResult parsed() {
    return Main.commandLine().parseArgs("rules");
  }

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
