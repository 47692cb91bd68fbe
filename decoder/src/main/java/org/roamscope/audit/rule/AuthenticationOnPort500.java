package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import java.util.function.Consumer;
import org.roamscope.audit.AuditContext;
import org.roamscope.audit.Confidence;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.field.IpAddress;
import org.roamscope.track.IkeExchange;
import org.roamscope.track.IkeSa;
import org.roamscope.track.IkeTracker;
import org.roamscope.track.Ue;

/** IPv4 and port 500 after IKE_SA_INIT. */
public final class AuthenticationOnPort500 extends PatternRule {
  /** The rule. */
  public AuthenticationOnPort500() {
    super(
        new RuleInfo(
            "IKE006",
            "authentication-on-port-500",
            Severity.NOTE,
            "IKE_AUTH over IPv4 goes on port 500.",
            List.of(rfc(5555, "5"))));
  }

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    for (IkeSa sa : context.correlation().ikeSas()) {
      Ue owner = context.correlation().owner(sa);
      IpAddress ue = owner == null ? null : owner.homeAddress();
      if (sa.version() != 2) {
        continue;
      }
      for (IkeExchange exchange : sa.exchanges()) {
        IkeSa.Endpoints first = exchange.first();
        if (exchange.type() == IkeTracker.IKE_AUTH
            && first.initiator().v4()
            && first.initiatorPort() == IKE_PORT
            && first.responderPort() == IKE_PORT) {
          findings.accept(
              finding(
                  Confidence.LOW,
                  ue,
                  new Evidence(first.at(), "udp.dstport", "IKE_AUTH"),
                  List.of(),
                  "IKE SA "
                      + sa
                      + " between "
                      + first.initiator()
                      + " and "
                      + first.responder()
                      + " stays on port 500; where both sides can, it belongs on port 4500."));
          break;
        }
      }
    }
  }

  private static final int IKE_PORT = 500;
}
