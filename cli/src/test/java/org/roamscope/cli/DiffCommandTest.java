package org.roamscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Comparing two audits on the command line. */
class DiffCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private static final String GOOD = sample("k-honoured.pcapng");
  private static final String BAD = sample("needless-rerun-after.pcapng");

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

  private JsonNode json(String... arguments) {
    assertThat(run(arguments)).isZero();
    return new JsonMapper().readTree(out.toString());
  }

  @Test
  void aVerdictThatGotWorseAndItsFindingAreNamed() {
    JsonNode diff = json("diff", "--format", "json", GOOD, BAD);
    assertThat(diff.path("worse").asBoolean()).isTrue();
    JsonNode change = diff.path("handovers_changed").path(0);
    assertThat(change.path("before").path("verdict").asString()).isEqualTo("K_HONOURED");
    assertThat(change.path("after").path("verdict").asString()).isEqualTo("NEEDLESS_RERUN");
    assertThat(diff.path("new_findings").values())
        .anyMatch(finding -> finding.path("rule").asString().equals("K001"));
    assertThat(diff.path("fixed_findings").values())
        .noneMatch(finding -> finding.path("rule").asString().equals("K001"));
  }

  @Test
  void jsonIsWhatTheSchemaSays() throws IOException {
    Path file =
        Path.of(System.getProperty("roamscope.root", ".."), "docs/reference/diff.schema.json");
    JsonNode rules = new JsonMapper().readTree(Files.readString(file));
    close(rules);
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(rules);
    String several = sample("two-behind-one-nat.pcapng");
    assertThat(schema.validate(json("diff", "--format", "json", GOOD, BAD))).isEmpty();
    assertThat(schema.validate(json("diff", "--format", "json", several, BAD))).isEmpty();
    assertThat(schema.validate(json("diff", "--format", "json", BAD, several))).isEmpty();
  }

  /** The schema lets further properties in; here none is allowed, so that none is forgotten. */
  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("type").asString("").equals("object")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.values().forEach(DiffCommandTest::close);
  }

  @Test
  void theOtherWayRoundItIsFixed() {
    JsonNode diff = json("diff", "--format", "json", BAD, GOOD);
    assertThat(diff.path("worse").asBoolean()).isFalse();
    assertThat(diff.path("fixed_findings").values())
        .anyMatch(finding -> finding.path("rule").asString().equals("K001"));
    JsonNode runs = diff.path("figures").path("ike_run_ms").path("count");
    assertThat(runs.path("before").asInt()).isEqualTo(runs.path("after").asInt() + 1);
  }

  @Test
  void gatesExitWithOneOnlyForWhatTheyName() {
    assertThat(run("diff", GOOD, BAD)).isZero();
    assertThat(run("diff", "--fail-on", "worse", GOOD, BAD)).isEqualTo(1);
    assertThat(run("diff", "--fail-on", "new-findings", GOOD, BAD)).isEqualTo(1);
    assertThat(run("diff", "--fail-on", "worse", BAD, GOOD)).isZero();
    assertThat(run("diff", "--fail-on", "new-findings", BAD, BAD)).isZero();
  }

  @Test
  void aReportIsReadLikeTheCaptureThatItIsOf() throws IOException {
    Path report = folder.resolve("before.json");
    run("audit", "--format", "json", "-o", report.toString(), BAD);
    JsonNode same = json("diff", "--format", "json", report.toString(), BAD);
    assertThat(same.path("new_findings").size()).isZero();
    assertThat(same.path("fixed_findings").size()).isZero();
    assertThat(same.path("handovers_changed").size()).isZero();
    assertThat(same.path("lasting_findings").asInt()).isPositive();
    Files.writeString(report, "{\"schema\": \"other\"}");
    assertThat(run("diff", report.toString(), BAD)).isEqualTo(2);
    assertThat(err.toString()).contains(report + " is no report of schema roamscope.report/1");
  }

  @Test
  void aUeThatCameOrWentIsNoChangedHandover() {
    JsonNode diff = json("diff", "--format", "json", GOOD, sample("two-behind-one-nat.pcapng"));
    assertThat(diff.path("ues_appeared").values())
        .anyMatch(ue -> ue.asString().equals("2001:db8:100::a2"));
    assertThat(diff.path("handovers_changed").values())
        .noneMatch(change -> change.path("ue").asString().equals("2001:db8:100::a2"));
  }

  @Test
  void textIsWrittenOnceAndMarkdownHasTheTable() throws IOException {
    Path text = folder.resolve("diff.txt");
    assertThat(run("diff", "-o", text.toString(), GOOD, BAD)).isZero();
    assertThat(Files.readString(text))
        .startsWith("WORSE\n")
        .contains("K_HONOURED -> NEEDLESS_RERUN", "NEW FINDINGS\n  warning K001");
    assertThat(run("diff", "-o", text.toString(), GOOD, BAD)).isEqualTo(2);
    assertThat(err.toString()).contains("exists; --force replaces it");
    assertThat(run("diff", "--format", "markdown", GOOD, BAD)).isZero();
    assertThat(out.toString())
        .startsWith("## Roamscope: worse\n")
        .contains("| `NEEDLESS_RERUN` | 0 | 1 |");
  }

  private String config(String text) throws IOException {
    return Files.writeString(folder.resolve("roamscope.toml"), text).toString();
  }

  /** What does not count in an audit is neither new nor worse here. */
  @Test
  void theConfigurationDecidesWhatCounts() throws IOException {
    String ignoring = config("ignore = ['K001']\n");
    assertThat(run("diff", "--config", ignoring, "--fail-on", "new-findings", GOOD, BAD)).isZero();
    assertThat(err.toString()).contains(BAD + ": 1 finding does not count: ");
    assertThat(out.toString()).doesNotContain("K001");
    assertThat(run("diff", "--no-config", "--fail-on", "new-findings", GOOD, BAD)).isEqualTo(1);
  }

  @Test
  void suppressionsAndSeveritiesOfTheConfigurationApply() throws IOException {
    String noted = config("[severity]\nK001 = 'note'\n");
    JsonNode diff = json("diff", "--config", noted, "--format", "json", GOOD, BAD);
    assertThat(diff.path("new_findings").values())
        .anyMatch(finding ->
            finding.path("rule").asString().equals("K001")
                && finding.path("severity").asString().equals("note"));
    String known = config("[[suppressions]]\nrule = 'K001'\nreason = 'known'\n");
    diff = json("diff", "--config", known, "--format", "json", GOOD, BAD);
    assertThat(diff.path("new_findings").values())
        .noneMatch(finding -> finding.path("rule").asString().equals("K001"));
  }

  /** Options go before the configuration; a report is as it was written. */
  @Test
  void theProfileOfTheConfigurationIsForCaptures() throws IOException {
    String old = config("profile = 'rfc3775'\n");
    JsonNode diff = json("diff", "--config", old, "--format", "json", GOOD, BAD);
    assertThat(diff.path("before").path("profile").asString()).isEqualTo("rfc3775");
    diff = json("diff", "--config", old, "--profile", "rfc5555", "--format", "json", GOOD, BAD);
    assertThat(diff.path("before").path("profile").asString()).isEqualTo("rfc5555");
    Path report = folder.resolve("before.json");
    run("audit", "--format", "json", "-o", report.toString(), GOOD);
    assertThat(run("diff", "--config", old, report.toString(), BAD)).isZero();
    assertThat(err.toString()).contains("the profiles differ (ts24303, rfc3775)");
  }

  @Test
  void aConfigurationThatIsWrongIsTwo() throws IOException {
    assertThat(run("diff", "--config", config("ignore = ['K999']\n"), GOOD, BAD)).isEqualTo(2);
    assertThat(err.toString()).contains("roamscope.toml:1: no rule is called 'K999'");
    assertThat(out.toString()).isEmpty();
    String absent = folder.resolve("none.toml").toString();
    assertThat(run("diff", "--config", absent, GOOD, BAD)).isEqualTo(2);
    assertThat(run("diff", "--config", absent, "--no-config", GOOD, BAD)).isEqualTo(2);
    assertThat(err.toString()).contains("--config or --no-config");
  }

  @Test
  void anInputThatCannotBeReadIsThree() {
    assertThat(run("diff", GOOD, folder.resolve("none.pcapng").toString())).isEqualTo(3);
    assertThat(err.toString()).contains("none.pcapng");
  }
}
