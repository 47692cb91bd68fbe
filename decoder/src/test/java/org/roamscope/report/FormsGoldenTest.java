package org.roamscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamscope.Analysis;
import org.roamscope.audit.Severity;

/** Forms of some samples as a whole. */
class FormsGoldenTest {
  @ParameterizedTest
  @ValueSource(strings = {"two-behind-one-nat", "k-honoured", "capture-starts-late"})
  void formsOfSamples(String name) throws IOException {
    Analysis.Outcome outcome = Goldens.outcome("captures/" + name + ".pcapng");
    Report report = outcome.report();
    String place = "forms/" + name;
    Goldens.check(place + ".md", MarkdownReport.text(report));
    Goldens.check(place + ".sarif", withoutRules(SarifReport.text(report, 0)));
    Goldens.check(
        place + ".junit.xml", withoutSilentRules(JunitReport.text(report, Severity.WARNING)));
    StringBuilder lines = new StringBuilder();
    EventLines.write(report, outcome.events(), lines);
    Goldens.check(place + ".jsonl", lines.toString());
    for (Table table : Tables.of(report).all()) {
      Goldens.check(
          place + "." + table.name() + ".csv", CsvTable.text(table).replace("\r\n", "\n"));
    }
    Goldens.check(place + ".tables.txt", TextTable.text(Tables.of(report).all()));
    Goldens.check(place + ".tables.json", JsonTable.text(Tables.of(report).all()));
    assertThat(CsvTable.text(Tables.of(report).handovers())).doesNotContainPattern("[^\r]\n");
  }

  /** A new rule changes no golden: {@code rules} is held to the catalogue by SarifReportTest. */
  private static String withoutRules(String sarif) {
    return sarif
        .replaceAll("(?s)\"rules\" : \\[ .*?\n        } \\]", "\"rules\" : [ ]")
        .replaceAll("\"ruleIndex\" : \\d+", "\"ruleIndex\" : 0");
  }

  private static String withoutSilentRules(String junit) {
    return junit
        .replaceAll("    <testcase classname=\"roamscope.rules.[^>]*>\n    </testcase>\n", "")
        .replaceAll("tests=\"\\d+\"", "tests=\"N\"");
  }
}
