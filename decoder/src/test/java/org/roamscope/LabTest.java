package org.roamscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.roamscope.LabComparison.Given;
import org.roamscope.audit.Gap;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Profile;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;
import org.roamscope.bytes.Hex;
import org.roamscope.decrypt.Coverage;
import org.roamscope.decrypt.Missing;
import org.roamscope.decrypt.Outcome;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.JsonReport;
import org.roamscope.report.Report;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The audit of captures of a real IKE daemon against their ground truth, with their keys and
 * without; see {@link Lab}.
 */
class LabTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static Report audit(Path capture, KeyRing keys) {
    return audit(List.of(capture), keys);
  }

  private static Report audit(List<Path> captures, KeyRing keys) {
    return Analysis.run(
        captures.stream()
            .<Analysis.Source>map(
                path -> new Analysis.Source.File(path, path.getFileName().toString()))
            .toList(),
        keys,
        Profile.TS24303,
        "test",
        (name, bytes, frames) -> {},
        () -> false);
  }

  private static Report audit(Path capture) {
    return audit(capture, KeyRing.EMPTY);
  }

  @TestFactory
  Stream<DynamicTest> everythingIsFoundWithKeys() throws IOException {
    return comparisons(Given.KEYS);
  }

  @TestFactory
  Stream<DynamicTest> whatCanBeToldWithoutKeysIsTrue() throws IOException {
    return comparisons(Given.NOTHING);
  }

  private static Stream<DynamicTest> comparisons(Given given) throws IOException {
    return Lab.files("expected").stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(), () -> compare(JSON.readTree(file), given)));
  }

  private static void compare(JsonNode expected, Given given) {
    Path capture = Lab.folder().resolve(expected.get("capture").asString());
    Report report =
        switch (given) {
          case KEYS -> audit(capture, Lab.keys(capture));
          case NOTHING -> audit(capture);
        };
    JsonNode said = JSON.readTree(JsonReport.text(report));
    assertThat(LabComparison.differences(expected, said, given)).isEmpty();
  }

  /** Precision and recall of every verdict and rule, as a table on standard output. */
  @Test
  void scores() throws IOException {
    for (Given given : Given.values()) {
      LabScores scores = new LabScores();
      for (Path file : Lab.files("expected")) {
        JsonNode expected = JSON.readTree(file);
        Path capture = Lab.folder().resolve(expected.get("capture").asString());
        KeyRing keys =
            switch (given) {
              case KEYS -> Lab.keys(capture);
              case NOTHING -> KeyRing.EMPTY;
            };
        JsonNode said = JSON.readTree(JsonReport.text(audit(capture, keys)));
        LabComparison.differences(expected, said, given, scores);
      }
      System.out.println("Given " + given + ":" + System.lineSeparator() + scores.table());
      assertThat(scores.perfect()).as(scores.table()).isTrue();
      assertThat(scores.right()).isPositive();
    }
  }

  /** Captures of both sides are one story: each packet is seen twice, a NAT may lie between. */
  @TestFactory
  Stream<DynamicTest> bothSidesAtOnce() throws IOException {
    return Lab.files("expected").stream()
        .map(JSON::readTree)
        .filter(expected -> expected.hasNonNull("other_point"))
        .map(expected ->
            DynamicTest.dynamicTest(
                expected.get("capture").asString(),
                () -> {
                  Path agent = Lab.folder().resolve(expected.get("capture").asString());
                  Path ue = Lab.folder().resolve(expected.get("other_point").asString());
                  List<String> alone = told(audit(List.of(agent), Lab.keys(agent)));
                  assertThat(told(audit(List.of(agent, ue), Lab.keys(agent)))).isEqualTo(alone);
                  assertThat(told(audit(List.of(ue, agent), Lab.keys(agent)))).isEqualTo(alone);
                }));
  }

  /** Verdicts, and rules that an engineer has to look at. */
  private static List<String> told(Report report) {
    List<String> told = new ArrayList<>(verdicts(report));
    report.audit().findings().stream()
        .filter(finding -> finding.severity().atLeast(Severity.WARNING))
        .map(finding -> finding.rule().id() + " " + finding.ue())
        .sorted()
        .forEach(told::add);
    return told;
  }

  /**
   * Without keys the report names every SA that stays closed, and which handovers wait for it. With
   * them every IKE SA opens and every SA of ESP that was negotiated in one; some captures hold ESP
   * of others besides.
   */
  @TestFactory
  Stream<DynamicTest> coverageNamesWhatStaysClosed() throws IOException {
    return Lab.files("expected").stream()
        .map(JSON::readTree)
        .map(expected ->
            DynamicTest.dynamicTest(
                expected.get("capture").asString(),
                () -> coverage(Lab.folder().resolve(expected.get("capture").asString()))));
  }

  private static void coverage(Path capture) {
    Report closed = audit(capture);
    Report opened = audit(capture, Lab.keys(capture));
    assertThat(subjects(closed)).isEqualTo(subjects(opened));
    assertThat(opened.coverage().rows())
        .filteredOn(row -> row.subject() instanceof Coverage.Ike || row.parent() != null)
        .allMatch(row -> row.closed() == 0);
    assertThat(closed.coverage().rows())
        .filteredOn(row -> row.packets(Outcome.CLEAR) == 0)
        .allMatch(row -> row.closed() > 0 && !Missing.of(row).isEmpty());
    Set<String> named = new TreeSet<>();
    closed.coverage().rows().forEach(row -> named.add(row.subject().spi()));
    for (Handover handover : closed.audit().handovers()) {
      assertThat(handover.missing().isEmpty())
          .isEqualTo(handover.verdict() != Verdict.INCONCLUSIVE);
      for (Gap gap : handover.missing()) {
        switch (gap) {
          case Gap.EspKeys esp ->
              assertThat(named).contains(String.format(Locale.ROOT, "0x%08x", esp.spi()));
          case Gap.IkeKeys ike ->
              assertThat(named)
                  .contains(
                      Hex.spi64(ike.sa().initiatorSpi())
                          + " "
                          + Hex.spi64(ike.sa().responderSpi()));
          case Gap.Packets packets ->
              assertThat(handover.reason()).isNotEqualTo("encrypted_no_key");
        }
      }
    }
  }

  private static List<String> subjects(Report report) {
    return report.coverage().rows().stream().map(row -> row.subject().toString()).toList();
  }

  /**
   * What the mobile node's side shows must give the same verdicts. In s06a it does not show what
   * counts: the home agent's requests go to an access that the mobile node has left.
   */
  @TestFactory
  Stream<DynamicTest> sameVerdictsFromTheOtherSide() throws IOException {
    return Lab.files("expected").stream()
        .filter(file -> !file.getFileName().toString().startsWith("s06a"))
        .map(JSON::readTree)
        .filter(expected -> expected.hasNonNull("other_point"))
        .map(expected ->
            DynamicTest.dynamicTest(
                expected.get("other_point").asString(), () -> compareSides(expected)));
  }

  private static void compareSides(JsonNode expected) {
    List<String> there = verdicts(audit(Lab.folder().resolve(expected.get("capture").asString())));
    List<String> here =
        verdicts(audit(Lab.folder().resolve(expected.get("other_point").asString())));
    assertThat(here).isEqualTo(there);
  }

  /** Wrapped in VLAN, SLL2, nanoseconds, gzip, two sections, doubled, cut: the same verdict. */
  @Test
  void variantsOfOneCapture() {
    Path folder = Lab.folder().resolve("captures/variants");
    for (String same :
        List.of(
            "v02_nanosecond.pcap",
            "v04_vlan.pcap",
            "v06_sll2.pcap",
            "v07_snap96.pcap",
            "v12_gzip.pcap.gz",
            "v13_cut.pcap",
            "v15_span_duplicates.pcap",
            "v17_two_sections.pcapng")) {
      Report report = audit(folder.resolve(same));
      assertThat(verdicts(report)).as(same).containsExactly("NEEDLESS_RERUN");
      assertThat(report.audit().correlation().ikeSas())
          .as(same)
          .hasSize(2)
          .allMatch(sa -> sa.retransmissions() == 0);
      assertThat(report.partial()).as(same).isEqualTo(same.equals("v13_cut.pcap"));
    }
    assertThat(verdicts(audit(folder.resolve("v08_late_start.pcap"))))
        .containsExactly("INCONCLUSIVE");
    assertThat(verdicts(audit(folder.resolve("v20_no_ike.pcap")))).containsExactly("K_AGREED");
    Report empty = audit(folder.resolve("v18_empty.pcap"));
    assertThat(verdicts(empty)).isEmpty();
    assertThat(empty.partial()).isFalse();
  }

  private static List<String> verdicts(Report report) {
    return report.audit().handovers().stream().map(handover -> handover.verdict().name()).toList();
  }

  @Test
  void sameInputSameBytes() {
    Path capture = Lab.folder().resolve("captures/s13b_bulk_40ue.ha.pcapng");
    assertThat(JsonReport.text(audit(capture))).isEqualTo(JsonReport.text(audit(capture)));
  }
}
