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

  @Test
  void anInputThatCannotBeReadIsThree() {
    assertThat(run("diff", GOOD, folder.resolve("none.pcapng").toString())).isEqualTo(3);
    assertThat(err.toString()).contains("none.pcapng");
  }
}
