package org.roamscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.roamscope.audit.Audit;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Strictness;
import org.roamscope.audit.Suppressed;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Text from packets and file names stays text in every form. */
class HostileFormsTest {
  private static final String HOME = "2001:db8:100::a1";
  private static final String A = "2001:db8:a::a1";
  private static final String B = "2001:db8:b::a1";
  private static final long SPI = 0x1111111111111111L;
  private static final String EVIL =
      "=cmd|'/c'!A1,\"x\" @somebody #12 ABC-7 <b>&amp;</b> `c` [l](http://evil) www.evil {0}"
          + " ]]>\u0000\u0007\u001b[2J\u202e\u2028\r\n\ud800 end";

  private static Trace needless() {
    return new Trace()
        .run(A, SPI)
        .update(HOME, A, 1, 150, true)
        .answer(HOME, A, 1, 0, 150, true)
        .update(HOME, B, 2, 150, true)
        .answer(HOME, B, 2, 0, 150, true)
        .run(B, SPI + 16);
  }

  /** A report whose file name, problem and messages are hostile. */
  private static Report hostile() {
    Report report = Trace.report(needless().cutShort(EVIL));
    Audit audit = report.audit();
    List<Finding> findings =
        audit.findings().stream()
            .map(finding ->
                new Finding(
                    finding.rule(),
                    finding.severity(),
                    finding.confidence(),
                    finding.ue(),
                    finding.primary(),
                    finding.related(),
                    EVIL,
                    Map.of("text", EVIL)))
            .toList();
    assertThat(findings).isNotEmpty();
    Audit changed =
        new Audit(
            audit.profile(),
            audit.correlation(),
            audit.handovers(),
            findings,
            List.of(new Suppressed(findings.getFirst(), Suppressed.By.CONFIGURATION, EVIL)),
            Strictness.REGULAR);
    return new Report(
        report.version(),
        report.captures(),
        changed,
        report.complete(),
        report.limits(),
        report.coverage());
  }

  private static void harmless(String text) {
    assertThat(text.codePoints().filter(c -> c != '\n' && c != '\r').boxed())
        .allMatch(c -> c >= ' ' && c != 0x202e && c != 0x2028 && (c < 0xd800 || c > 0xdfff));
  }

  @Test
  void csvHoldsNoFormula() {
    for (Table table : Tables.of(hostile()).all()) {
      String csv = CsvTable.text(table);
      harmless(csv);
      assertThat(csv.replace("\r\n", "\n")).doesNotContain("\r");
      assertThat(csv.lines()).hasSize(table.rows().size() + 1);
    }
    String findings = CsvTable.text(Tables.of(hostile()).findings());
    assertThat(findings).contains(",\"'=cmd|'/c'!A1,\"\"x\"\" @somebody").doesNotContain(",=cmd");
  }

  @Test
  void csvQuotesWhatAReaderWouldSplit() {
    Table table =
        new Table(
            "t",
            List.of("a", "b", "c", "d", "e"),
            List.of("a"),
            List.of(
                List.of(
                    Cell.of("x,y"),
                    Cell.of(" -1"),
                    Cell.of(Integer.valueOf(-1)),
                    Cell.of((Boolean) null),
                    Cell.of("+49 30 1"))));
    assertThat(CsvTable.text(table))
        .isEqualTo("a,b,c,d,e\r\n\"x,y\",\"' -1\",-1,,\"'+49 30 1\"\r\n");
  }

  @Test
  void markdownLinksNothing() {
    String markdown = MarkdownReport.text(hostile());
    harmless(markdown);
    assertThat(markdown)
        .contains("@<!-- -->somebody #<!-- -->12 ABC-<!-- -->7 &lt;b&gt;&amp;amp;&lt;/b&gt;")
        .contains("\\[l\\](http:<!-- -->//evil) www.<!-- -->evil")
        .doesNotContain("<b>")
        .contains("1 does not count (configuration 1)");
  }

  @Test
  void junitIsXml() throws Exception {
    String xml = JunitReport.text(hostile(), Severity.CHAT);
    harmless(xml);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("b").getLength()).isZero();
    var suites = document.getDocumentElement();
    assertThat(suites.getAttribute("tests"))
        .isEqualTo(Integer.toString(document.getElementsByTagName("testcase").getLength()));
    assertThat(suites.getAttribute("failures"))
        .isEqualTo(Integer.toString(document.getElementsByTagName("failure").getLength()))
        .isNotEqualTo("0");
    assertThat(suites.getAttribute("errors")).isEqualTo("1");
  }

  @Test
  void junitFailsFromTheThresholdOn() {
    Report report = needless().report();
    assertThat(JunitReport.text(report, Severity.WARNING)).contains("<failure message=");
    assertThat(JunitReport.text(report, Severity.ERROR))
        .doesNotContain("<failure")
        .contains("warning K001");
    assertThat(JunitReport.text(report, null)).doesNotContain("<failure");
  }

  @Test
  void jsonLinesAreLines() throws Exception {
    StringBuilder lines = new StringBuilder();
    EventLines.write(hostile(), List.of(), lines);
    assertThat(lines.toString().chars()).allMatch(c -> c == '\n' || c >= ' ' && c < 127);
    JsonMapper mapper = new JsonMapper();
    for (String line : lines.toString().split("\n", -1)) {
      if (!line.isEmpty()) {
        JsonNode node = mapper.readTree(line);
        assertThat(node.get("type").asString()).isIn("run", "handover", "finding");
      }
    }
  }

  @Test
  void sarifHoldsOnlyWhatItMeans() {
    String text = SarifReport.text(hostile(), 3);
    JsonNode run = new JsonMapper().readTree(text).get("runs").get(0);
    JsonNode result = run.get("results").get(0);
    assertThat(result.get("message").get("text").asString())
        .contains("\\[l\\](http://evil)")
        .contains("{{0}}");
    assertThat(run.get("artifacts").get(0).get("location").get("uri").asString())
        .matches("[A-Za-z0-9%._~/-]+");
    assertThat(run.get("results").get(1).get("suppressions").get(0).get("kind").asString())
        .isEqualTo("external");
    assertThat(run.get("invocations").get(0).get("executionSuccessful").asBoolean()).isFalse();
    assertThat(run.get("invocations").get(0).get("exitCode").asInt()).isEqualTo(3);
  }

  /** What a server needs to know a result again: no frame, no time, and no two alike. */
  @Test
  void fingerprintsSurviveNewFramesAndTimes() {
    Trace later = new Trace().pause(1000).use(B, SPI + 64, 1);
    Report one = needless().report();
    Report other =
        later
            .run(A, SPI)
            .update(HOME, A, 1, 150, true)
            .answer(HOME, A, 1, 0, 150, true)
            .update(HOME, B, 2, 150, true)
            .answer(HOME, B, 2, 0, 150, true)
            .run(B, SPI + 16)
            .report();
    assertThat(marks(one)).isNotEmpty().doesNotHaveDuplicates();
    assertThat(marks(other)).containsAll(marks(one));
    assertThat(
            marks(
                needless()
                    .pause(50)
                    .update(HOME, A, 3, 150, true)
                    .answer(HOME, A, 3, 0, 150, true)
                    .run(A, SPI + 32)
                    .report()))
        .hasSizeGreaterThan(marks(one).size())
        .doesNotHaveDuplicates();
  }

  private static List<String> marks(Report report) {
    JsonNode results =
        new JsonMapper().readTree(SarifReport.text(report, 0)).get("runs").get(0).get("results");
    return results
        .valueStream()
        .map(result ->
            result.get("ruleId").asString()
                + result.get("partialFingerprints").get("roamscope/v1").asString())
        .toList();
  }

  @Test
  void textTablesDriveNoTerminal() {
    harmless(TextTable.text(Tables.of(hostile()).all()));
  }

  @Test
  void commentsAreOneLineAndBounded() {
    FrameComments comments = FrameComments.of(hostile());
    for (int frame = 1; frame < 12; frame++) {
      assertThat(comments.at(0, frame)).hasSizeLessThanOrEqualTo(17);
      comments.at(0, frame).forEach(text -> assertThat(text).hasLineCount(1));
      comments.at(0, frame).forEach(HostileFormsTest::harmless);
    }
    assertThat(comments.at(0, 7)).anyMatch(text -> text.contains("NEEDLESS_RERUN"));
  }
}
