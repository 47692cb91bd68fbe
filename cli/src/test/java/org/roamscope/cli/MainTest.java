package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

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

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
