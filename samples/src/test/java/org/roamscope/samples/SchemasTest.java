package org.roamscope.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.roamscope.Analysis;
import org.roamscope.audit.Policy;
import org.roamscope.audit.Profile;
import org.roamscope.audit.RuleNames;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Strictness;
import org.roamscope.keys.KeyFiles;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.EventLines;
import org.roamscope.report.JsonReport;
import org.roamscope.report.JunitReport;
import org.roamscope.report.Report;
import org.roamscope.report.SarifReport;
import org.roamscope.samples.Samples.Sample;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the samples give is what the published schemas say. The schemas let further properties in,
 * as their versioning promises; here none is allowed, so that none is forgotten in them.
 */
class SchemasTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  private static Schema schema(String name) throws IOException {
    Path file = Samples.folder().resolveSibling("docs/reference").resolve(name);
    JsonNode tree = MAPPER.readTree(Files.readString(file));
    close(tree);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(tree);
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("type").asString("").equals("object")
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.values().forEach(SchemasTest::close);
  }

  private static void holds(Schema schema, String json, String what) {
    List<Error> errors = schema.validate(MAPPER.readTree(json));
    assertThat(errors).as(what).isEmpty();
  }

  private static Report report(List<Path> captures) {
    return outcome(captures, KeyRing.EMPTY).report();
  }

  private static Analysis.Outcome outcome(List<Path> captures, KeyRing keys) {
    return Analysis.run(
        captures.stream()
            .<Analysis.Source>map(path -> new Analysis.Source.File(path, path.toString()))
            .toList(),
        keys,
        Profile.TS24303,
        "1.2.3",
        (name, bytes, frames) -> {},
        () -> false,
        true);
  }

  private static void check(List<Path> captures, KeyRing keys, Schema report, Schema event)
      throws IOException {
    Analysis.Outcome outcome = outcome(captures, keys);
    Report made = outcome.report();
    holds(report, JsonReport.text(made), captures + " report");
    StringBuilder lines = new StringBuilder();
    EventLines.write(made, outcome.events(), lines);
    for (String line : lines.toString().split("\n", -1)) {
      if (!line.isEmpty()) {
        holds(event, line, captures + " " + line);
      }
    }
  }

  @Test
  void everySampleFits() throws IOException {
    Schema report = schema("report.schema.json");
    Schema event = schema("events.schema.json");
    for (Sample sample : Samples.all()) {
      check(List.of(sample.capture()), KeyRing.EMPTY, report, event);
      if (Files.exists(sample.keyFolder())) {
        check(List.of(sample.capture()), KeyFiles.read(sample.keyFolder()), report, event);
      }
    }
  }

  @Test
  void manyCapturesFit() throws IOException {
    List<Path> captures = Samples.all().stream().map(Sample::capture).toList();
    check(captures, KeyRing.EMPTY, schema("report.schema.json"), schema("events.schema.json"));
  }

  @Test
  void anUnreadableCaptureFits() throws IOException {
    Report made = report(List.of(Samples.folder().resolve("README.md")));
    holds(schema("report.schema.json"), JsonReport.text(made), "no capture");
  }

  @Test
  void whatIsSuppressedFits() throws IOException {
    for (Sample sample : Samples.all()) {
      Report made = report(List.of(sample.capture()));
      Policy policy =
          new Policy(
              RuleNames.ids("K001"),
              RuleNames.ids("K001"),
              Strictness.REGULAR,
              Map.of(),
              Set.of(),
              List.of());
      Report left = made.with(policy.apply(made.audit()));
      assertThat(left.audit().findings()).isEmpty();
      assertThat(left.audit().suppressed()).hasSameSizeAs(made.audit().findings());
      holds(schema("report.schema.json"), JsonReport.text(left), sample.page().name());
    }
  }

  /** SARIF to the schema of OASIS, JUnit XML to our own. */
  @Test
  void formsOfOthersFit() throws IOException, SAXException {
    JsonNode tree;
    try (InputStream in =
        SchemasTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      tree = MAPPER.readTree(Objects.requireNonNull(in));
    }
    Schema sarif = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(tree);
    Validator junit =
        SchemaFactory.newDefaultInstance()
            .newSchema(Samples.folder().resolveSibling("docs/reference/junit.xsd").toFile())
            .newValidator();
    List<List<Path>> inputs =
        new ArrayList<>(Samples.all().stream().map(sample -> List.of(sample.capture())).toList());
    inputs.add(inputs.stream().flatMap(List::stream).toList());
    inputs.add(List.of(Samples.folder().resolve("README.md")));
    for (List<Path> captures : inputs) {
      Report made = report(captures);
      Report left =
          made.with(
              new Policy(
                      Set.of(),
                      RuleNames.ids("K001"),
                      Strictness.STRICT,
                      Map.of(),
                      Set.of(),
                      List.of())
                  .apply(made.audit()));
      for (Report one : List.of(made, left)) {
        holds(sarif, SarifReport.text(one, 1), captures + " SARIF");
        junit.validate(source(JunitReport.text(one, Severity.WARNING)));
        junit.validate(source(JunitReport.text(one, null)));
      }
    }
    String right = JunitReport.text(report(inputs.getFirst()), null);
    assertThatThrownBy(() -> junit.validate(source(right.replace("failures=", "fails="))))
        .isInstanceOf(SAXException.class);
    String log = SarifReport.text(report(inputs.getFirst()), 1);
    assertThat(sarif.validate(MAPPER.readTree(log.replace("\"columnKind\"", "\"columns\""))))
        .isNotEmpty();
  }

  private static StreamSource source(String xml) {
    return new StreamSource(new StringReader(xml));
  }

  /** The test would notice. */
  @Test
  void whatIsMissingOrTooMuchDoesNotFit() throws IOException {
    Schema schema = schema("report.schema.json");
    Sample sample = Samples.all().getFirst();
    String json = JsonReport.text(report(List.of(sample.capture())));
    for (String name : List.of("captures", "coverage", "suppressed")) {
      ObjectNode tree = (ObjectNode) MAPPER.readTree(json);
      tree.remove(name);
      assertThat(schema.validate(tree)).as(name).isNotEmpty();
    }
    ObjectNode tree = (ObjectNode) MAPPER.readTree(json);
    ((ObjectNode) tree.get("summary")).put("unknown", 1);
    assertThat(schema.validate(tree)).isNotEmpty();
  }
}
