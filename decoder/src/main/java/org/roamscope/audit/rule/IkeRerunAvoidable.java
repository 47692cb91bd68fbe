package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.Clause.ts24303;

import java.util.List;
import org.roamscope.audit.Handover;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;

/** K not asked for and IKE run again: K would have saved it. */
public final class IkeRerunAvoidable extends VerdictRule {
  /** The rule. */
  public IkeRerunAvoidable() {
    super(
        new RuleInfo(
            "K002",
            "ike-rerun-avoidable",
            Severity.WARNING,
            "K was not asked for and IKE was run again.",
            List.of(ts24303("5.2.2"), rfc(6275, "11.7.1"), rfc(4877, "7.4"))),
        Verdict.RERUN_AVOIDABLE,
        "mip6.bu.k_flag");
  }

  @Override
  String message(Handover handover) {
    return "UE "
        + handover.movement().ue().homeAddress()
        + " moved to "
        + handover.movement().to()
        + " with K=0 in its Binding Update and ran IKE again. If it can move its IKE endpoint it"
        + " should set K.";
  }
}
