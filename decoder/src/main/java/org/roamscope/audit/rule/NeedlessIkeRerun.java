package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.Clause.ts24303;

import java.util.List;
import org.roamscope.audit.Handover;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;

/** K agreed, IKE run again without another cause (SHOULD of RFC 6275 section 11.7.3). */
public final class NeedlessIkeRerun extends VerdictRule {
  /** The rule. */
  public NeedlessIkeRerun() {
    super(
        new RuleInfo(
            "K001",
            "needless-ike-rerun",
            Severity.WARNING,
            "K was agreed, and yet IKE was run again for the move.",
            List.of(rfc(6275, "10.3.1"), rfc(6275, "11.7.3"), rfc(4877, "7.4"), ts24303("5.2.2"))),
        Verdict.NEEDLESS_RERUN,
        "mip6.ba.k_flag");
  }

  @Override
  String message(Handover handover) {
    return "UE "
        + handover.movement().ue().homeAddress()
        + " moved to "
        + handover.movement().to()
        + " with K agreed (BU K=1, BA K=1) and ran IKE again all the same. Check the UE's handling"
        + " of K=1 in the acknowledgement.";
  }
}
