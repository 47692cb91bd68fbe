package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.roamscope.audit.Handover;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;

/** K not agreed, old IKE SA used on (SHOULD discard, RFC 6275 sections 10.3.1 and 11.7.3). */
public final class SaKeptWithoutK extends VerdictRule {
  /** The rule. */
  public SaKeptWithoutK() {
    super(
        new RuleInfo(
            "K005",
            "sa-kept-without-k",
            Severity.WARNING,
            "K was not agreed, and yet the old IKE SA is used after the move.",
            List.of(rfc(6275, "10.3.1"), rfc(6275, "11.7.3"), rfc(4877, "7.4"))),
        Verdict.SA_KEPT_WITHOUT_K,
        "mip6.ba.k_flag");
  }

  @Override
  String message(Handover handover) {
    return "UE "
        + handover.movement().ue().homeAddress()
        + " moved to "
        + handover.movement().to()
        + " without K, and the old IKE SA is used on. Without K (or MOBIKE) a new IKE SA has to be"
        + " set up.";
  }
}
