package org.roamscope.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.roamscope.Analysis;
import org.roamscope.audit.Profile;
import org.roamscope.audit.Severity;
import org.roamscope.capture.BlockOption;
import org.roamscope.keys.KeyFiles;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.CsvTable;
import org.roamscope.report.EventLines;
import org.roamscope.report.FrameComments;
import org.roamscope.report.HtmlReport;
import org.roamscope.report.JsonReport;
import org.roamscope.report.JunitReport;
import org.roamscope.report.Ladder;
import org.roamscope.report.LadderMermaid;
import org.roamscope.report.LadderSvg;
import org.roamscope.report.LadderText;
import org.roamscope.report.MarkdownReport;
import org.roamscope.report.Report;
import org.roamscope.report.SarifReport;
import org.roamscope.report.Table;
import org.roamscope.report.Tables;
import org.roamscope.report.TextReport;
import org.roamscope.samples.Samples.Sample;
import org.roamscope.track.Correlation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every report of every sample, as it was when somebody last looked at it. The text is kept whole
 * in {@code samples/reports}, of the other forms the SHA-256 in {@code forms.sha256}; some of each
 * are kept whole in the decoder's tests. {@code -Droamscope.rewrite=true} writes them anew. What
 * differs is written to {@code samples/target/reports}, to be looked at.
 */
class ReportsTest {
  private static final TextReport.Terminal TERMINAL = new TextReport.Terminal(100, false);
  private static final JsonMapper MAPPER = new JsonMapper();

  private static Path folder() {
    return Samples.folder().resolve("reports");
  }

  /** A sample, and once more with its keys. */
  private static Map<String, Map<String, String>> reports() throws IOException {
    Map<String, Map<String, String>> reports = new TreeMap<>();
    for (Sample sample : Samples.all()) {
      String name = sample.page().name();
      reports.put(name, forms(sample, KeyRing.EMPTY));
      if (Files.exists(sample.keyFolder())) {
        reports.put(name + ".keys", forms(sample, KeyFiles.read(sample.keyFolder())));
      }
    }
    return reports;
  }

  private static Map<String, String> forms(Sample sample, KeyRing keys) throws IOException {
    String file = sample.capture().getFileName().toString();
    Analysis.Outcome found =
        Analysis.run(
            List.of(new Analysis.Source.File(sample.capture(), file)),
            keys,
            Profile.TS24303,
            "1.2.3",
            (name, bytes, frames) -> {},
            () -> false,
            true);
    Report report = found.report();
    Map<String, String> forms = new LinkedHashMap<>();
    forms.put("txt", TextReport.text(report, TERMINAL));
    forms.put("json", JsonReport.text(report));
    StringBuilder lines = new StringBuilder();
    EventLines.write(report, found.events(), lines);
    forms.put("jsonl", lines.toString());
    forms.put("html", HtmlReport.text(report));
    forms.put("md", MarkdownReport.text(report));
    forms.put("sarif", withoutRules(SarifReport.text(report, 0)));
    forms.put("junit.xml", withoutSilentRules(JunitReport.text(report, Severity.WARNING)));
    for (Table table : Tables.of(report).all()) {
      forms.put(table.name() + ".csv", CsvTable.text(table));
    }
    int ue = 0;
    for (Correlation.History history : report.audit().correlation().histories()) {
      Ladder ladder = Ladder.of(report, history.ue());
      String name = "ladder" + ++ue;
      forms.put(name + ".txt", LadderText.text(ladder, TERMINAL));
      forms.put(name + ".svg", LadderSvg.text(ladder));
      forms.put(name + ".mmd", LadderMermaid.text(ladder));
    }
    forms.put("comments", comments(sample, report));
    return forms;
  }

  /** A new rule changes no report of which it says nothing. */
  private static String withoutRules(String sarif) {
    JsonNode log = MAPPER.readTree(sarif);
    ((ObjectNode) log.at("/runs/0/tool/driver")).remove("rules");
    log.at("/runs/0/results").forEach(result -> ((ObjectNode) result).remove("ruleIndex"));
    return MAPPER.writeValueAsString(log);
  }

  private static String withoutSilentRules(String junit) {
    return junit
        .replaceAll("    <testcase classname=\"roamscope.rules.[^>]*>\n    </testcase>\n", "")
        .replaceAll("tests=\"\\d+\"", "");
  }

  /** What annotated pcapng adds. */
  private static String comments(Sample sample, Report report) throws IOException {
    FrameComments comments = FrameComments.of(report);
    return sample.frames().stream()
        .flatMap(frame ->
            comments.annotated(0, frame).options().stream()
                .filter(option -> option.code() == BlockOption.COMMENT)
                .map(option -> frame.number() + " " + option.text()))
        .collect(Collectors.joining("\n"));
  }

  private static String digest(String text) throws NoSuchAlgorithmException {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
  }

  @Test
  void areAsTheyWereLookedAt() throws IOException, NoSuchAlgorithmException {
    Map<String, Map<String, String>> reports = reports();
    Map<String, String> digests = new TreeMap<>();
    for (Map.Entry<String, Map<String, String>> report : reports.entrySet()) {
      for (Map.Entry<String, String> form : report.getValue().entrySet()) {
        digests.put(report.getKey() + "." + form.getKey(), digest(form.getValue()));
      }
    }
    Path list = folder().resolve("forms.sha256");
    if (Boolean.getBoolean("roamscope.rewrite")) {
      Files.createDirectories(folder());
      for (Map.Entry<String, Map<String, String>> report : reports.entrySet()) {
        Files.writeString(
            folder().resolve(report.getKey() + ".txt"), report.getValue().getOrDefault("txt", ""));
      }
      Files.writeString(
          list,
          digests.entrySet().stream()
              .map(entry -> entry.getValue() + "  " + entry.getKey() + "\n")
              .collect(Collectors.joining()));
    }
    for (Map.Entry<String, Map<String, String>> report : reports.entrySet()) {
      assertThat(report.getValue().get("txt"))
          .as(report.getKey())
          .isEqualTo(Files.readString(folder().resolve(report.getKey() + ".txt")));
    }
    Map<String, String> kept = new TreeMap<>();
    for (String line : Files.readAllLines(list)) {
      kept.put(line.substring(66), line.substring(0, 64));
    }
    for (Map.Entry<String, Map<String, String>> report : reports.entrySet()) {
      for (Map.Entry<String, String> form : report.getValue().entrySet()) {
        String name = report.getKey() + "." + form.getKey();
        if (!digests.getOrDefault(name, "").equals(kept.get(name))) {
          Path looked = Samples.folder().resolve("target/reports");
          Files.createDirectories(looked);
          Files.writeString(looked.resolve(name), form.getValue());
        }
      }
    }
    assertThat(digests).as("see samples/target/reports").isEqualTo(kept);
  }
}
