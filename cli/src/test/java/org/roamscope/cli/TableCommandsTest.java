package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.roamscope.cli.CommandRun.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tables of the report, folders of captures, completion, help. */
class TableCommandsTest {
  private static final String CAPTURE = sample("two-behind-one-nat");

  @TempDir private Path folder;

  @Test
  void handovers() {
    CommandRun text = CommandRun.of("handovers", CAPTURE);
    assertThat(text.code()).isZero();
    assertThat(text.out().lines().toList())
        .hasSize(3)
        .first()
        .asString()
        .startsWith("ue ")
        .contains("verdict");
    assertThat(text.out()).contains("NEEDLESS_RERUN");
    CommandRun csv = CommandRun.of("handovers", "--format", "csv", CAPTURE);
    assertThat(csv.out()).startsWith("ue,home_agent,from_care_of_address,").hasLineCount(3);
    JsonNode json =
        new JsonMapper().readTree(CommandRun.of("handovers", "--format", "json", CAPTURE).out());
    assertThat(json.get("schema").asString()).isEqualTo("roamscope.tables/1");
    assertThat(json.get("handovers").get(1).get("k_granted").asBoolean()).isTrue();
    assertThat(CommandRun.of("handovers", sample("no-such-sample")).code()).isEqualTo(3);
    assertThat(CommandRun.of("handovers", "--profile", "x", CAPTURE).code()).isEqualTo(2);
  }

  @Test
  void ikeSas() {
    CommandRun text = CommandRun.of("ike", CAPTURE);
    assertThat(text.code()).isZero();
    assertThat(text.out()).contains("ead5677b45bd091c").contains("established");
  }

  @Test
  void oneUe() {
    String home = "2001:db8:100::a2";
    CommandRun all = CommandRun.of("ue", home, CAPTURE);
    assertThat(all.code()).isZero();
    assertThat(all.out())
        .contains("bindings (2)", "handovers (1)", "IKE SAs (2)", "findings (1)", "K001")
        .doesNotContain("2001:db8:100::a1");
    assertThat(CommandRun.of("ue", home, "--format", "csv", CAPTURE).out()).hasLineCount(2);
    assertThat(CommandRun.of("ue", home, "--format", "csv", "--table", "bindings", CAPTURE).out())
        .hasLineCount(3);
    CommandRun other = CommandRun.of("ue", "x\u001b", CAPTURE);
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err())
        .contains("no UE 'x\\u{1b}' here; there is 2001:db8:100::a2, 2001:db8:100::a1");
    assertThat(CommandRun.of("ue", home).code()).isEqualTo(2);
  }

  /** What is a capture shows in its content. */
  @Test
  void aFolderStandsForTheCapturesInIt() throws IOException {
    Files.copy(Path.of(sample("k-honoured")), folder.resolve("b.txt"));
    Files.copy(Path.of(sample("needless-rerun-after")), folder.resolve("a"));
    Files.copy(Path.of(sample("no-ike")), folder.resolve(".hidden"));
    Files.writeString(folder.resolve("notes.pcap"), "no packets");
    Files.createDirectory(folder.resolve("deeper"));
    CommandRun run = CommandRun.of("audit", "--format", "json", folder.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("no captures: notes.pcap").hasLineCount(1);
    JsonNode report = new JsonMapper().readTree(run.out());
    assertThat(report.get("captures").valueStream().map(c -> c.get("file").asString()))
        .containsExactly(folder.resolve("a").toString(), folder.resolve("b.txt").toString());
    Path reports = folder.resolve("reports");
    CommandRun forms =
        CommandRun.of(
            "audit",
            "--format",
            "markdown,sarif,junit,csv,jsonl,pcapng",
            "--output-dir",
            reports.toString(),
            folder.toString());
    assertThat(forms.code()).isZero();
    for (String name :
        List.of("report.md", "report.sarif", "report.junit.xml", "findings.csv", "events.jsonl")) {
      assertThat(Files.readString(reports.resolve(name)))
          .as(name)
          .contains("K001", folder.resolve("a").toString());
    }
    assertThat(reports.resolve("annotated-1.pcapng")).exists();
    assertThat(reports.resolve("annotated-2.pcapng")).exists();
    assertThat(CommandRun.of("ladder", folder.toString()).code()).isZero();
    assertThat(CommandRun.of("handovers", folder.resolve("deeper").toString()).code()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completionIsAScript(String shell) throws Exception {
    CommandRun run = CommandRun.of("completion", shell);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("handovers", "--output-dir");
    Path script = folder.resolve("script");
    Files.writeString(script, run.out());
    assumeTrue(there(shell), shell + " is not installed");
    assertThat(new ProcessBuilder(shell, "-n", script.toString()).start().waitFor()).isZero();
  }

  private static boolean there(String shell) throws InterruptedException {
    try {
      return new ProcessBuilder(shell, "-c", "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void anotherShellIsUsage() {
    assertThat(CommandRun.of("completion", "fish").code()).isEqualTo(2);
    assertThat(CommandRun.of("completion").code()).isEqualTo(2);
  }

  private static List<String> commands() {
    return Main.commandLine().getSubcommands().entrySet().stream()
        .filter(command -> !command.getValue().getCommandSpec().usageMessage().hidden())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpFitsEightyColumns(String command) {
    CommandRun run = CommandRun.of(command, "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out().lines())
        .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 80);
    assertThat(run.out()).startsWith("Usage: roamscope " + command);
  }
}
