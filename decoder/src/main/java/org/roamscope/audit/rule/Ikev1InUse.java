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
import org.roamscope.track.IkeSa;
import org.roamscope.track.Ue;

/** An SA of IKEv1 with a home agent. */
public final class Ikev1InUse extends PatternRule {
  /** The rule. */
  public Ikev1InUse() {
    super(
        new RuleInfo(
            "IKE007",
            "ikev1-in-use",
            Severity.NOTE,
            "A mobile node uses IKEv1.",
            List.of(rfc(4877, "7.4"), rfc(3776, "4.4"))));
  }

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    for (IkeSa sa : context.correlation().ikeSas()) {
      Ue owner = context.correlation().owner(sa);
      IpAddress ue = owner == null ? null : owner.homeAddress();
      if (sa.version() == 1 && sa.stood() && ue != null) {
        findings.accept(
            finding(
                Confidence.HIGH,
                ue,
                new Evidence(sa.first(), "isakmp.version", "the first message"),
                List.of(),
                "UE " + ue + " uses IKEv1; DSMIPv6 of 3GPP and RFC 4877 build on IKEv2."));
      }
    }
  }
}
