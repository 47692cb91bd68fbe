package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.Clause.ts24303;

import java.util.List;
import org.roamscope.audit.Handover;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;

/** K agreed, home agent still at the old care-of address (SHOULD move, RFC 6275 section 10.3.1). */
public final class StaleHomeAgentEndpoint extends VerdictRule {
  /** The rule. */
  public StaleHomeAgentEndpoint() {
    super(
        new RuleInfo(
            "K006",
            "stale-home-agent-endpoint",
            Severity.WARNING,
            "After its acknowledgement with K=1 the home agent still sends IKE requests to the old"
                + " care-of address.",
            List.of(rfc(6275, "10.3.1"), ts24303("5.2.3"), rfc(5555, "5.1"))),
        Verdict.STALE_HOME_AGENT_ENDPOINT,
        "mip6.ba.k_flag");
  }

  @Override
  String message(Handover handover) {
    return "UE "
        + handover.movement().ue().homeAddress()
        + " moved to "
        + handover.movement().to()
        + " with K agreed, but the home agent did not move its IKE endpoint: its requests still go"
        + " to the old care-of address.";
  }
}
