package org.roamscope.audit.rule;

import java.util.function.Consumer;
import org.roamscope.audit.AuditContext;
import org.roamscope.audit.Confidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.UeRule;
import org.roamscope.track.Correlation;
import org.roamscope.track.Registration;

/** A rule about the order and the times of one UE's signalling. */
abstract class HistoryRule extends PatternRule implements UeRule {
  HistoryRule(RuleInfo info) {
    super(info);
  }

  /** Looks at one UE. */
  abstract void check(
      AuditContext context, Correlation.History history, Consumer<Finding> findings);

  @Override
  public final void checkUe(
      AuditContext context, Correlation.History history, Consumer<Finding> findings) {
    check(context, history, findings);
  }

  /** True when the capture holds at least one acknowledgement for the UE. */
  static boolean bothDirections(Correlation.History history) {
    return history.ue().registrations().stream().anyMatch(Registration::answered);
  }

  /** Medium; low for a UE whose signalling began before the capture. */
  static Confidence startConfidence(Correlation.History history) {
    return history.lateStart() ? Confidence.LOW : Confidence.MEDIUM;
  }
}
