package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.roamscope.audit.Handover;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;

/**
 * K agreed, mobile node still at the old care-of address (SHOULD move, RFC 6275 section 11.7.3).
 */
public final class StaleUeEndpoint extends VerdictRule {
  /** The rule. */
  public StaleUeEndpoint() {
    super(
        new RuleInfo(
            "K007",
            "stale-ue-endpoint",
            Severity.WARNING,
            "After an acknowledgement with K=1 the mobile node still sends IKE requests from the"
                + " old care-of address.",
            List.of(rfc(6275, "11.7.3"), rfc(4877, "7.4"))),
        Verdict.STALE_UE_ENDPOINT,
        "mip6.ba.k_flag");
  }

  @Override
  String message(Handover handover) {
    return "UE "
        + handover.movement().ue().homeAddress()
        + " moved to "
        + handover.movement().to()
        + " with K agreed, but did not move its IKE endpoint: its requests still come from the old"
        + " care-of address.";
  }
}
