package org.roamscope.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.stream.Stream;
import org.roamscope.audit.rule.UeRules;
import org.roamscope.track.At;
import org.roamscope.track.CaptureQuality;
import org.roamscope.track.Correlation;

/**
 * The outcome of an audit.
 *
 * @param profile whose text decided
 * @param correlation facts
 * @param handovers judged handovers of all UEs, ordered by UE, then time
 * @param findings in the order of their primary frames
 * @param suppressed findings that do not count, in the same order
 * @param strictness how hard the findings were weighed
 */
public record Audit(
    Profile profile,
    Correlation correlation,
    List<Handover> handovers,
    List<Finding> findings,
    List<Suppressed> suppressed,
    Strictness strictness) {
  /** What comes from one rule stays in its order; only which of them comes first is settled. */
  private static final Comparator<Finding> ORDER =
      Comparator.<Finding, At>comparing(finding -> finding.primary().at())
          .thenComparing(finding -> finding.rule().id());

  /** How many findings do not count, by what keeps them from it. */
  public Map<Suppressed.By, Integer> suppressedBy() {
    Map<Suppressed.By, Integer> counts = new EnumMap<>(Suppressed.By.class);
    suppressed.forEach(one -> counts.merge(one.by(), 1, Integer::sum));
    return counts;
  }

  /** Judges every handover and lets every rule look, on all processors: UEs are independent. */
  public static Audit of(Correlation correlation, Profile profile) {
    List<Handover> handovers =
        correlation.histories().parallelStream()
            .flatMap(history -> judged(correlation, history))
            .toList();
    AuditContext context = new AuditContext(profile, correlation, handovers);
    List<Rule> rules =
        RuleCatalog.all().stream().filter(rule -> profile.covers(rule.info())).toList();
    UeRules ueRules = new UeRules(rules);
    Stream<Finding> ofUes =
        correlation.histories().parallelStream()
            .flatMap(history -> ueRules.check(context, history).stream());
    Stream<Finding> ofAll =
        rules.parallelStream()
            .filter(rule -> !(rule instanceof UeRule))
            .flatMap(rule -> found(context, rule));
    List<Finding> findings = new ArrayList<>(ofUes.toList());
    findings.addAll(ofAll.toList());
    CaptureQuality quality = correlation.observation().quality();
    findings.replaceAll(finding -> weighed(quality, finding));
    findings.sort(ORDER);
    return new Audit(
        profile, correlation, handovers, List.copyOf(findings), List.of(), Strictness.REGULAR);
  }

  private static Stream<Handover> judged(Correlation correlation, Correlation.History history) {
    return history.movements().stream()
        .map(movement -> HandoverJudge.judge(correlation, history, movement))
        .map(handover -> weighed(correlation, handover));
  }

  /**
   * What is missing may contradict: between the movement and what shows it nothing may be lost, and
   * the order has to be known.
   */
  private static Handover weighed(Correlation correlation, Handover handover) {
    long begin = handover.movement().begin().timeNanos();
    List<At> evidence = handover.evidence();
    long end = evidence.isEmpty() ? begin : evidence.getLast().timeNanos();
    return correlation.observation().quality().doubtful(begin, Math.max(begin, end))
        ? handover.lessSure()
        : handover;
  }

  /**
   * What was measured while a clock was set is less sure; what is said of keys rests on the order
   * alone.
   */
  private static Finding weighed(CaptureQuality quality, Finding finding) {
    if (quality.setBacks().isEmpty() || finding.rule().family().equals("K")) {
      return finding;
    }
    LongSummaryStatistics times = finding.times();
    return quality.unmeasured(times.getMin(), times.getMax()) ? finding.lessSure() : finding;
  }

  private static Stream<Finding> found(AuditContext context, Rule rule) {
    List<Finding> findings = new ArrayList<>();
    rule.check(context, findings::add);
    return findings.stream();
  }
}
