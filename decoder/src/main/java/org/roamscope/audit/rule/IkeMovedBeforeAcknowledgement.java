package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import java.util.function.Consumer;
import org.roamscope.audit.AuditContext;
import org.roamscope.audit.Confidence;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.track.At;
import org.roamscope.track.IkeExchange;
import org.roamscope.track.Registration;

/**
 * IKE from an IPv4 place before the acknowledgement (RFC 5555 section 5.1: MUST come after, MOBIKE
 * excepted).
 */
public final class IkeMovedBeforeAcknowledgement extends PatternRule {
  /** The rule. */
  public IkeMovedBeforeAcknowledgement() {
    super(
        new RuleInfo(
            "IKE009",
            "ike-moved-before-acknowledgement",
            Severity.NOTE,
            "The IKE SA was used from an IPv4 care-of address before the binding was acknowledged.",
            List.of(rfc(5555, "5.1"))));
  }

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    for (Handover handover : context.handovers()) {
      Registration registration = handover.movement().registration();
      At accepted = registration == null ? null : registration.acceptedAt();
      if (registration == null || accepted == null || !registration.access().overIpv4()) {
        continue;
      }
      for (IkeExchange exchange : handover.movement().ike().ueFromNew()) {
        At used = exchange.first().at();
        if (used.timeNanos() < accepted.timeNanos() && !exchange.movesSa()) {
          findings.accept(
              finding(
                  Confidence.LOW,
                  handover.movement().ue().homeAddress(),
                  new Evidence(used, "isakmp.messageid", "IKE from the new place"),
                  List.of(new Evidence(accepted, "mip6.ba", "the acknowledgement")),
                  "UE "
                      + handover.movement().ue().homeAddress()
                      + " used its IKE SA from "
                      + handover.movement().to()
                      + " before its Binding Update was acknowledged."));
          break;
        }
      }
    }
  }
}
