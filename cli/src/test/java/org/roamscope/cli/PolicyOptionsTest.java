package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roamscope.cli.CommandRun.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamscope.audit.Policy.Suppression;
import org.roamscope.audit.Severity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which findings count. The sample has one, K001, a warning. */
class PolicyOptionsTest {
  private static final String CAPTURE = sample("needless-rerun-after");

  @TempDir private Path folder;

  private static CommandRun audit(String... options) {
    List<String> arguments = new ArrayList<>(List.of("audit", "--fail-on", "warning"));
    arguments.addAll(List.of(options));
    arguments.add(CAPTURE);
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  private static JsonNode json(CommandRun run) {
    return new JsonMapper().readTree(run.out());
  }

  private Path config(String text) throws IOException {
    Path file = folder.resolve("roamscope.toml");
    Files.writeString(file, text);
    return file;
  }

  @ParameterizedTest
  @CsvSource({
    "--select K, 1",
    "--select k001, 1",
    "--select needless-ike-rerun, 1",
    "--select DSM;K00, 1",
    "--select DSM, 0",
    "--ignore K001, 0",
    "--ignore K, 0",
    "--ignore DSM, 1",
    "--ignore DSM;K001, 0",
    "--severity K001=note, 0",
    "--severity K001=error, 1",
    "--severity K=chat, 0",
    "--strictness strict, 1",
    "--strictness forensic, 0",
    "--strictness regular, 1",
    "--strictness lax, 2",
    "--profile rfc3775, 1",
  })
  void optionsDecideWhatCounts(String option, int code) {
    String[] words = option.replace(';', ',').split(" ", 2);
    assertThat(audit(words).code()).isEqualTo(code);
  }

  @Test
  void whatDoesNotCountIsSaidAndVerdictsStay() {
    CommandRun run = audit("--ignore", "K001", "--format", "json");
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("1 finding does not count: ignore 1");
    JsonNode report = json(run);
    assertThat(report.get("findings").size()).isZero();
    assertThat(report.get("summary").get("suppressed").asInt()).isEqualTo(1);
    assertThat(report.get("summary").get("verdicts").has("NEEDLESS_RERUN")).isTrue();
    JsonNode suppressed = report.get("suppressed").get(0);
    assertThat(suppressed.get("rule").asString()).isEqualTo("K001");
    assertThat(suppressed.get("suppressed_by").asString()).isEqualTo("ignore");
  }

  @Test
  void anUnknownRuleIsUsageAndNamesNearOnes() {
    CommandRun run = audit("--select", "K0O1");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no rule is called 'K0O1'; near are K001, ");
    assertThat(audit("--ignore", "needles-ike-rerun").err())
        .contains("near are needless-ike-rerun");
    assertThat(audit("--severity", "K001=bad").err()).contains("'bad' is no severity");
    assertThat(audit("--severity", "X=note").code()).isEqualTo(2);
    assertThat(audit("--select", "").code()).isEqualTo(2);
  }

  @Test
  void aBaselineForgivesWhatWasThere() throws IOException {
    Path file = folder.resolve("baseline.json");
    CommandRun made = audit("--write-baseline", file.toString());
    assertThat(made.code()).isZero();
    assertThat(Files.readString(file))
        .contains("\"rule\" : \"K001\"")
        .contains("\"from\" : ")
        .doesNotContain("frame")
        .endsWith("}\n");
    CommandRun forgiven = audit("--baseline", file.toString(), "--format", "json");
    assertThat(forgiven.code()).isZero();
    assertThat(json(forgiven).get("suppressed").get(0).get("suppressed_by").asString())
        .isEqualTo("baseline");
    assertThat(audit("--write-baseline", file.toString()).code()).isEqualTo(2);
    String before = Files.readString(file);
    assertThat(
            audit("--force", "--baseline", file.toString(), "--write-baseline", file.toString())
                .code())
        .isZero();
    assertThat(Files.readString(file)).isEqualTo(before);

    Files.writeString(file, before.replace("K001", "K002"));
    assertThat(audit("--baseline", file.toString()).code()).isEqualTo(1);
    Files.writeString(file, "{\n  nonsense");
    CommandRun broken = audit("--baseline", file.toString());
    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.err()).contains("baseline.json:2: is not JSON");
    Files.writeString(file, "{}");
    assertThat(audit("--baseline", file.toString()).err()).contains("--write-baseline makes one");
    assertThat(audit("--baseline", folder.resolve("none").toString()).code()).isEqualTo(2);
  }

  @Test
  void theConfigurationSaysTheSame() throws Exception {
    Path file =
        config(
            """
            fail_on = "note"
            profile = "rfc5555"
            strictness = "strict"
            ignore = ["DSM", "K003"]
            keys = ["keys"]

            [severity]
            K001 = "note"

            [[suppressions]]
            rule = "K001"
            ue = "2001:db8:100::a1"
            reason = "the lab's UE, ticket 7"
            expires = 2999-12-31
            """);
    Config config = ConfigFile.read(file);
    assertThat(config.failOn()).isEqualTo("note");
    assertThat(config.profile()).isEqualTo("rfc5555");
    assertThat(config.strictness()).isEqualTo("strict");
    assertThat(config.ignore()).contains("K003", "DSM001").doesNotContain("K001");
    assertThat(config.severities()).containsEntry("K001", Severity.NOTE);
    assertThat(config.keys()).containsExactly(folder.resolve("keys"));
    assertThat(config.suppressions()).hasSize(1);
    assertThat(ConfigFile.find(folder)).contains(file);
    assertThat(ConfigFile.find(folder.resolve("none"))).isEmpty();
  }

  @Test
  void optionsGoBeforeTheConfiguration() throws IOException {
    String file = config("fail_on = \"never\"\nignore = [\"K001\"]\n").toString();
    assertThat(CommandRun.of("audit", "--config", file, CAPTURE).code()).isZero();
    assertThat(audit("--config", file).code()).isZero();
    assertThat(audit("--config", file, "--ignore", "K002").code()).isEqualTo(1);
    assertThat(audit("--config", file, "--no-config").code()).isEqualTo(2);
  }

  @Test
  void theReportSaysHowHardItWeighs() throws IOException {
    Path strict = config("strictness = 'strict'\n");
    CommandRun run = audit("--format", "json", "--config", strict.toString());
    assertThat(json(run).get("strictness").asString()).isEqualTo("strict");
    assertThat(json(run).get("summary").get("findings").get("error").asInt()).isEqualTo(1);
    assertThat(audit("--config", strict.toString()).out()).contains("profile ts24303, strict;");
    CommandRun regular =
        audit("--format", "json", "--config", strict.toString(), "--strictness", "regular");
    assertThat(json(regular).get("strictness").asString()).isEqualTo("regular");
  }

  @Test
  void whatDoesNotCountIsCounted() {
    for (String format : List.of("text", "html", "markdown")) {
      assertThat(audit("--format", format, "--ignore", "K001").out().replace('\u00a0', ' '))
          .as(format)
          .contains("no findings; 1 does not count (ignore 1).");
    }
  }

  @Test
  void aSuppressionHoldsUntilItsDate() throws IOException {
    String table = "[[suppressions]]\nrule = \"K001\"\nreason = \"known\"\nexpires = ";
    CommandRun holds =
        audit("--format", "json", "--config", config(table + "2999-01-01").toString());
    assertThat(holds.code()).isZero();
    assertThat(json(holds).get("suppressed").get(0).get("reason").asString()).isEqualTo("known");
    CommandRun expired = audit("--config", config(table + "2001-01-01\n").toString());
    assertThat(expired.code()).isEqualTo(1);
    assertThat(expired.err())
        .contains("roamscope.toml:1: this suppression expired on 2001-01-01 and no longer applies");
    Path other =
        config(
            "[[suppressions]]\nrule = \"K001\"\nreason = \"known\"\nue = \"2001:db8:ffff::1\"\n");
    assertThat(audit("--config", other.toString()).code()).isEqualTo(1);
  }

  @Test
  void theLastDayCounts() {
    Config.Dated dated =
        new Config.Dated(
            new Suppression(Set.of("K001"), null, "x"), LocalDate.of(2026, 5, 1), "f:1");
    assertThat(dated.expired(LocalDate.of(2026, 5, 1))).isFalse();
    assertThat(dated.expired(LocalDate.of(2026, 5, 2))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\nselekt = ['K']|:2: 'selekt' is unknown here; known are select, ignore",
        "select = ['K999']|:1: no rule is called 'K999'; near are ",
        "select = 7|:1: select is a list of texts",
        "fail_on = 'bad'|:1: fail_on is error, warning, note, chat or never",
        "fail_on = true|:1: fail_on is text",
        "strictness = 'lax'|:1: strictness is regular, strict or forensic",
        "\\n[severity]\\nK001 = 'bad'|:3: a severity is error, warning, note or chat",
        "severity = 'x'|:1: severity is a table",
        "\\n[[suppressions]]\\nrule = 'K001'|:2: a suppression says why",
        "[[suppressions]]\\nreason = 'x'|:1: a suppression names its rule",
        "[[suppressions]]\\nrule='K001'\\nreason='x'\\nue='x'|:1: ue is a home address",
        "[[suppressions]]\\nrule='K001'\\nreason='x'\\nexpires='soon'|:1: expires is a date",
        "[[suppressions]]\\nrule='K001'\\nreason='x'\\n[[suppressions]]\\nrule='K9'|:4: a"
            + " suppression says why",
        "[[suppressions]]\\nrule='K001'\\nreason='x'\\nwhy='x'|:1: 'why' is unknown here",
        "suppressions = 7|:1: suppressions are tables",
        "select = [|:1: is not TOML",
        "a = 1\\n\\nb = = 2|:3: is not TOML",
      })
  void whatIsWrongIsSaidWithItsLine(String text, String message) throws IOException {
    Path file = config(text.replace("\\n", "\n"));
    assertThatThrownBy(() -> ConfigFile.read(file))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("roamscope.toml" + message);
    CommandRun run = audit("--config", file.toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aConfigurationThatIsNotThereIsUsage() {
    CommandRun run = audit("--config", folder.resolve("none.toml").toString());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("none.toml: cannot be read");
  }

  @Test
  void anUnknownProfileOfTheConfigurationIsUsage() throws IOException {
    assertThat(audit("--config", config("profile = 'x'").toString()).code()).isEqualTo(2);
  }
}
