package org.roamscope.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
  /** Judges every handover and lets every rule look. */
  public static Audit of(Correlation correlation, Profile profile) {
    List<Handover> handovers = new ArrayList<>();
    for (Correlation.History history : correlation.histories()) {
      HandoverJudge judge = new HandoverJudge(correlation, history);
      history.movements().forEach(movement -> handovers.add(judge.judge(movement)));
    }
    AuditContext context = new AuditContext(profile, correlation, List.copyOf(handovers));
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : RuleCatalog.all()) {
      if (profile.covers(rule.info())) {
        rule.check(context, findings::add);
      }
    }
    findings.sort(
        Comparator.<Finding>comparingLong(finding -> finding.primary().at().timeNanos())
            .thenComparingInt(finding -> finding.primary().at().capture())
            .thenComparingInt(finding -> finding.primary().at().frame())
            .thenComparing(finding -> finding.rule().id()));
    return new Audit(
        profile,
        correlation,
        context.handovers(),
        List.copyOf(findings),
        List.of(),
        Strictness.REGULAR);
  }
}
