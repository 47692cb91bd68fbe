package org.roamscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamscope.audit.RuleCatalog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What SARIF 2.1.0 (OASIS) requires of a log. */
class SarifReportTest {
  private static void has(JsonNode node, String... properties) {
    for (String property : properties) {
      assertThat(node.has(property)).as(property).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-behind-one-nat", "refused-then-rerun", "nat-detection-missing"})
  void holdsWhatTheStandardRequires(String name) {
    Report report = Goldens.sample("captures/" + name + ".pcapng");
    JsonNode log = new JsonMapper().readTree(SarifReport.text(report, 1));
    assertThat(log.get("version").asString()).isEqualTo("2.1.0"); // 3.13.2
    assertThat(log.get("runs").size()).isEqualTo(1); // 3.13.4
    JsonNode run = log.get("runs").get(0);
    JsonNode driver = run.get("tool").get("driver"); // 3.14.6, 3.18.2
    has(driver, "name", "version", "rules");
    List<String> ids =
        driver.get("rules").valueStream().map(rule -> rule.get("id").asString()).toList();
    assertThat(ids)
        .isEqualTo(RuleCatalog.all().stream().map(rule -> rule.info().id()).toList())
        .doesNotHaveDuplicates();
    driver
        .get("rules")
        .valueStream()
        .forEach(rule -> {
          has(rule, "shortDescription", "help", "defaultConfiguration");
          assertThat(rule.get("help").get("text").asString()).contains("## What to do");
          level(rule.get("defaultConfiguration"));
        });
    has(run.get("invocations").get(0), "executionSuccessful"); // 3.20.14
    JsonNode artifacts = run.get("artifacts");
    assertThat(run.get("results").size()).isEqualTo(report.audit().findings().size()).isPositive();
    run.get("results")
        .valueStream()
        .forEach(result -> {
          has(result, "ruleId", "message", "locations", "partialFingerprints");
          assertThat(ids.get(result.get("ruleIndex").asInt())) // 3.27.6
              .isEqualTo(result.get("ruleId").asString());
          level(result);
          assertThat(result.get("message").get("text").asString()).isNotEmpty(); // 3.11.8
          Stream.concat(
                  result.get("locations").valueStream(),
                  result.get("relatedLocations").valueStream())
              .forEach(location -> {
                JsonNode artifact = location.get("physicalLocation").get("artifactLocation");
                JsonNode known = artifacts.get(artifact.get("index").asInt());
                assertThat(artifact.get("uri")).isEqualTo(known.get("location").get("uri"));
                assertThat(location.get("properties").get("frame").asInt()).isPositive();
              });
          List<Integer> numbers =
              result
                  .get("relatedLocations")
                  .valueStream()
                  .map(related -> related.get("id").asInt())
                  .toList();
          assertThat(numbers).doesNotHaveDuplicates(); // 3.28.2
        });
  }

  private static void level(JsonNode node) {
    String level = node.get("level").asString();
    assertThat(level)
        .isIn("none", "note", "warning", "error")
        .isEqualTo(level.toLowerCase(Locale.ROOT));
  }
}
