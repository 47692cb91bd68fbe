package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"K001", "k001", "needless-ike-rerun", "Needless-IKE-Rerun"})
  void ruleByIdOrNameInAnyCase(String name) {
    assertThat(run("explain", name)).isZero();
    assertThat(out.toString())
        .startsWith("K001 needless-ike-rerun\n  Severity: warning\n")
        .contains("\nWhat to do\n")
        .doesNotContain("#", "`");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NEEDLESS_RERUN", "needless_rerun", "dead_peer", "encrypted_no_key"})
  void verdictCauseAndReason(String name) {
    assertThat(run("explain", name)).isZero();
    assertThat(out.toString()).startsWithIgnoringCase(name + "\n");
  }

  @Test
  void aVerdictThatSharesItsNameWithARuleShowsBoth() {
    assertThat(run("explain", "K_REFUSED")).isZero();
    assertThat(out.toString()).startsWith("K_REFUSED\n").contains("K003 k-refused\n");
  }

  @Test
  void unknownNameIsAUsageErrorWithASuggestion() {
    assertThat(run("explain", "K0O6")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("'K0O6'", "K006");
    assertThat(run("explain", "x\u001b[2J")).isEqualTo(2);
    assertThat(err.toString()).contains("x\\u{1b}[2J").doesNotContain("\u001b");
  }

  @Test
  void rulesAreListedAsTextAndAsJson() {
    assertThat(run("rules")).isZero();
    assertThat(out.toString()).contains("K001    warning  needless-ike-rerun\n");
    assertThat(run("rules", "--format", "json")).isZero();
    assertThat(out.toString())
        .contains("\"schema\" : \"roamscope.rules/1\"", "\"id\" : \"DSM008\"");
    assertThat(run("rules", "--format", "xml")).isEqualTo(2);
  }

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }
}
