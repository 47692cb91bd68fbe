package org.roamscope;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSON report held against what is known to be true: handovers with their verdicts, rules, IKE
 * SAs, deregistrations. Every frame number is one of the home agent's side.
 */
final class LabComparison {
  /** What the audit was given beside the capture. */
  enum Given {
    /** Its keys: everything that is known must be found. */
    KEYS,
    /** No keys: some verdicts are out of reach, and the truth says which may stand instead. */
    NOTHING
  }

  /**
   * s13b, UE 2001:db8:100::1012: IKE_SA_INIT in frame 868 from 2001:db8:b::cdca with no Binding
   * Update, no use of the old SA and no message of the home agent to the old address. 21 other UEs
   * are as silent from then on: whose it is cannot be told without keys, and K010 says so.
   */
  private static final Set<String> UNDECIDABLE = Set.of("2001:db8:100::1012 2001:db8:b::cdca");

  /**
   * Faults that the captures really have and the truth, which knows the rules of K and NAT, does
   * not list: s09a sends Binding Updates faster than RFC 6275 section 12 lets it and tries a
   * refused home address again, s09e jumps out of the sequence window, s13b has damaged messages on
   * purpose.
   */
  private static final Map<String, Set<String>> BESIDE_THE_TRUTH =
      Map.of(
          "captures/s09a", Set.of("BND009", "BND017"),
          "captures/s09e", Set.of("BND005"),
          "captures/s13b", Set.of("DEC002", "DEC003", "DEC005"));

  /** A rule that fires, and the frames or the UE it is about. */
  private record Wanted(String rule, Set<Integer> frames, @Nullable String ue) {
    boolean met(JsonNode finding) {
      Set<Integer> at = framesOf(finding);
      return finding.get("rule").asString().equals(rule)
          && (frames.isEmpty()
              || at.stream().anyMatch(frames::contains)
              || (ue != null && ue.equals(text(finding, "ue"))));
    }
  }

  private final JsonNode expected;
  private final JsonNode report;
  private final Given given;
  private final List<String> differences = new ArrayList<>();
  private final List<Wanted> wanted = new ArrayList<>();
  private final List<Wanted> possible = new ArrayList<>();

  /** Signalling inside ESP. */
  private final boolean hidden;

  private final LabScores scores;

  private LabComparison(JsonNode expected, JsonNode report, Given given, LabScores scores) {
    this.scores = scores;
    this.expected = expected;
    this.report = report;
    this.given = given;
    hidden =
        given == Given.NOTHING && expected.get("capture").asString().startsWith("captures/s12");
  }

  /** What differs, one line each. */
  static List<String> differences(JsonNode expected, JsonNode report, Given given) {
    return differences(expected, report, given, new LabScores());
  }

  /** The same; counts every verdict and finding in {@code scores}. */
  static List<String> differences(
      JsonNode expected, JsonNode report, Given given, LabScores scores) {
    LabComparison comparison = new LabComparison(expected, report, given, scores);
    comparison.handovers();
    comparison.findings();
    if (!comparison.hidden) {
      comparison.ikeSas();
      comparison.deregistrations();
    }
    return comparison.differences;
  }

  // ---- handovers -----------------------------------------------------------------------------

  private void handovers() {
    List<JsonNode> left = new ArrayList<>();
    report.get("ues").forEach(ue -> ue.get("handovers").forEach(left::add));
    for (JsonNode truth : expected.get("handovers")) {
      String home = truth.get("home_address").asString();
      String who = home + " " + truth.get("to").asString();
      JsonNode found =
          left.stream().filter(candidate -> same(candidate, truth)).findFirst().orElse(null);
      if (found != null) {
        left.remove(found);
      }
      boolean judged =
          truth.get("judgeable").asBoolean() && (given == Given.KEYS || !UNDECIDABLE.contains(who));
      if (!judged) {
        continue;
      }
      if (found == null) {
        scores.missed(truth.get("verdict").asString());
        differences.add("no handover " + who + " at " + numbers(truth.get("bu_frames")));
      } else {
        handover(truth, found);
        rules(truth, home);
      }
    }
    for (JsonNode extra : left) {
      scores.wrong(extra.get("verdict").asString());
      differences.add("a handover that was none: " + extra);
    }
  }

  private static boolean same(JsonNode candidate, JsonNode truth) {
    Set<Integer> known = numbers(truth.get("bu_frames"));
    known.addAll(numbers(truth.get("ba_frames")));
    Set<Integer> frames = new TreeSet<>();
    for (String name : List.of("bu_frame", "ba_frame")) {
      if (candidate.hasNonNull(name)) {
        frames.add(candidate.get(name).asInt());
      }
    }
    return known.isEmpty() || frames.isEmpty()
        ? candidate.get("to_care_of_address").equals(truth.get("to"))
            && candidate.get("from_care_of_address").equals(truth.get("from"))
        : frames.stream().anyMatch(known::contains);
  }

  private void handover(JsonNode truth, JsonNode found) {
    Set<String> verdicts = new TreeSet<>();
    if (given == Given.KEYS) {
      verdicts.add(truth.get("verdict").asString());
    } else {
      truth.get("verdict_without_keys").forEach(verdict -> verdicts.add(verdict.asString()));
    }
    String said = found.get("verdict").asString();
    if (verdicts.contains(said)) {
      scores.right(said);
    } else {
      scores.wrong(said);
      verdicts.forEach(scores::missed);
      differences.add(about(truth) + "verdict " + found + " instead of " + verdicts);
    }
    if (given == Given.KEYS) {
      for (String name : List.of("cause", "k_requested", "k_granted")) {
        equal(truth, found, name);
      }
      if (truth.hasNonNull("ike")) {
        equal(truth, found, "ike");
      }
    }
  }

  private void equal(JsonNode truth, JsonNode found, String name) {
    if (!truth.get(name).equals(found.get(name))) {
      differences.add(
          about(truth) + name + " " + found.get(name) + " instead of " + truth.get(name));
    }
  }

  private static String about(JsonNode truth) {
    return "handover with Binding Updates " + numbers(truth.get("bu_frames")) + ": ";
  }

  // ---- findings ------------------------------------------------------------------------------

  /** What a handover must be followed by; without keys it may be what another verdict brings. */
  private void rules(JsonNode truth, String home) {
    Set<Integer> frames = numbers(truth.get("bu_frames"));
    frames.addAll(numbers(truth.get("ba_frames")));
    JsonNode without = truth.get("verdict_without_keys");
    boolean sure =
        given == Given.KEYS || (without.size() == 1 && without.get(0).equals(truth.get("verdict")));
    for (String list : List.of("rules", "notes")) {
      truth
          .get(list)
          .forEach(
              rule -> (sure ? wanted : possible).add(new Wanted(rule.asString(), frames, home)));
    }
    if (!sure) {
      without.forEach(verdict -> possible.add(new Wanted(rule(verdict), frames, home)));
    }
  }

  private static String rule(JsonNode verdict) {
    return switch (verdict.asString()) {
      case "NEEDLESS_RERUN" -> "K001";
      case "RERUN_AVOIDABLE" -> "K002";
      case "SA_KEPT_WITHOUT_K" -> "K005";
      case "STALE_HOME_AGENT_ENDPOINT" -> "K006";
      default -> "none";
    };
  }

  private void findings() {
    if (hidden) {
      wanted.clear();
    } else {
      for (JsonNode rule : expected.get("rules")) {
        Set<Integer> frames = numbers(rule.get("bu_frames"));
        frames.addAll(numbers(rule.get("ba_frames")));
        wanted.add(new Wanted(rule.get("rule").asString(), frames, null));
      }
    }
    Set<JsonNode> explained = new HashSet<>();
    for (Wanted want : wanted) {
      List<JsonNode> met = met(want);
      if (met.isEmpty()) {
        scores.missed(want.rule());
        differences.add("no finding of " + want.rule() + " at " + want.frames());
      }
      explained.addAll(met);
      if (!met.isEmpty()) {
        scores.right(want.rule());
      }
    }
    possible.forEach(may -> explained.addAll(met(may)));
    for (JsonNode finding : report.get("findings")) {
      String severity = finding.get("severity").asString();
      if (!explained.contains(finding)
          && Set.of("warning", "error").contains(severity)
          && !besideTheTruth(finding.get("rule").asString())) {
        scores.wrong(finding.get("rule").asString());
        differences.add("a finding that nothing explains: " + finding);
      }
    }
  }

  private boolean besideTheTruth(String rule) {
    String capture = expected.get("capture").asString();
    return BESIDE_THE_TRUTH.entrySet().stream()
        .anyMatch(entry -> capture.startsWith(entry.getKey()) && entry.getValue().contains(rule));
  }

  private List<JsonNode> met(Wanted want) {
    List<JsonNode> met = new ArrayList<>();
    for (JsonNode finding : report.get("findings")) {
      if (want.met(finding)) {
        met.add(finding);
      }
    }
    return met;
  }

  private static Set<Integer> framesOf(JsonNode finding) {
    Set<Integer> frames = new TreeSet<>();
    frames.add(finding.get("primary").get("frame").asInt());
    finding.get("related").forEach(related -> frames.add(related.get("frame").asInt()));
    return frames;
  }

  // ---- IKE SAs and deregistrations -----------------------------------------------------------

  private void ikeSas() {
    Set<String> found = new TreeSet<>();
    report.get("ike_sas").forEach(sa -> found.add(text(sa, "spi_i") + " " + text(sa, "spi_r")));
    for (JsonNode sa : expected.get("ike_sas")) {
      String spis = text(sa, "spi_i") + " " + text(sa, "spi_r");
      if (sa.hasNonNull("spi_r") && !found.contains(spis)) {
        differences.add("no IKE SA " + spis);
      }
    }
  }

  private void deregistrations() {
    List<JsonNode> found = new ArrayList<>();
    report.get("ues").forEach(ue -> ue.get("deregistrations").forEach(found::add));
    for (JsonNode truth : expected.get("deregistrations")) {
      Set<Integer> frames = numbers(truth.get("bu_frames"));
      boolean told = given == Given.KEYS && truth.hasNonNull("ike");
      if (found.stream()
          .noneMatch(one ->
              one.hasNonNull("bu_frame")
                  && frames.contains(one.get("bu_frame").asInt())
                  && (!told || one.get("ike").equals(truth.get("ike"))))) {
        differences.add("no deregistration at " + frames + ", IKE " + truth.get("ike"));
      }
    }
  }

  // ---- small change --------------------------------------------------------------------------

  private static String text(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.get(name).asString() : "";
  }

  private static Set<Integer> numbers(@Nullable JsonNode array) {
    Set<Integer> numbers = new TreeSet<>();
    if (array != null) {
      array.forEach(number -> numbers.add(number.asInt()));
    }
    return numbers;
  }
}
