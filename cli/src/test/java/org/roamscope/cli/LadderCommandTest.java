package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ladder on the command line. */
class LadderCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private static String sample(String name) {
    return Path.of(System.getProperty("roamscope.root", ".."), "samples/captures", name).toString();
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void drawsTheUeWithTheMostTrouble() {
    assertThat(run("ladder", sample("two-behind-one-nat.pcapng"))).isZero();
    assertThat(out.toString())
        .startsWith("UE 2001:db8:100::a2, home agent 2001:db8:100::1\n")
        .contains("HANDOVER 1 CoA1 -> CoA2: NEEDLESS_RERUN");
    assertThat(err.toString()).contains("2 UEs here, this is 2001:db8:100::a2; --ue chooses");
  }

  @Test
  void drawsTheUeThatIsAskedFor() {
    String capture = sample("two-behind-one-nat.pcapng");
    assertThat(run("ladder", "--ue", "2001:db8:100::a1", capture)).isZero();
    assertThat(out.toString()).startsWith("UE 2001:db8:100::a1,");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void anUnknownUeIsAUsageErrorThatNamesTheOthers() {
    assertThat(run("ladder", "--ue", "x\u001b[2J", sample("k-honoured.pcapng"))).isEqualTo(2);
    assertThat(err.toString())
        .contains("no UE 'x\\u{1b}[2J' here; there is 2001:db8:100::a1")
        .doesNotContain("\u001b");
  }

  @Test
  void drawsInEveryForm() {
    String capture = sample("k-honoured.pcapng");
    assertThat(run("ladder", "--format", "svg", capture)).isZero();
    assertThat(out.toString()).startsWith("<svg ").endsWith("</svg>\n");
    assertThat(run("ladder", "--format", "timeline", capture)).isZero();
    assertThat(out.toString()).startsWith("<svg ").contains("attachment").endsWith("</svg>\n");
    assertThat(run("ladder", "--format", "mermaid", capture)).isZero();
    assertThat(out.toString()).startsWith("sequenceDiagram\n");
    assertThat(run("ladder", "--glyphs", "unicode", capture)).isZero();
    assertThat(out.toString()).contains("\u25cf\u2500");
    assertThat(run("ladder", "--format", "poster", capture)).isEqualTo(2);
  }

  @Test
  void outputIsWrittenOnceAndReplacedOnlyWhenAsked() throws IOException {
    Path file = folder.resolve("ladder.txt");
    String capture = sample("k-honoured.pcapng");
    assertThat(run("ladder", "-o", file.toString(), capture)).isZero();
    assertThat(Files.readString(file)).startsWith("UE 2001:db8:100::a1");
    assertThat(run("ladder", "-o", file.toString(), capture)).isEqualTo(2);
    assertThat(run("ladder", "--force", "-o", file.toString(), capture)).isZero();
    String nowhere = folder.resolve("no/such/place").toString();
    assertThat(run("ladder", "-o", nowhere, capture)).isEqualTo(4);
  }

  @Test
  void theOutputIsNeverTheInput() throws IOException {
    Path own = Files.copy(Path.of(sample("k-honoured.pcapng")), folder.resolve("own.pcapng"));
    for (String input : List.of(own.toString(), folder.toString())) {
      assertThat(run("ladder", "--force", "-o", own.toString(), input)).isEqualTo(2);
      assertThat(err.toString()).contains("is an input and stays as it is");
    }
    assertThat(own).hasSameBinaryContentAs(Path.of(sample("k-honoured.pcapng")));
  }

  @Test
  void whatCannotBeReadIsThree() {
    assertThat(run("ladder", folder.resolve("missing.pcap").toString())).isEqualTo(3);
    assertThat(err.toString()).contains("missing.pcap").contains("no UE");
  }
}
