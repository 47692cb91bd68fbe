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

/** An error notification in place of an SA. */
public final class SetUpFailed extends PatternRule {
  /** The rule. */
  public SetUpFailed() {
    super(
        new RuleInfo(
            "IKE003",
            "set-up-failed",
            Severity.NOTE,
            "The set-up of an IKE SA was answered with an error.",
            List.of(rfc(7296, "2.21"))));
  }

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    for (IkeSa sa : context.correlation().ikeSas()) {
      Ue owner = context.correlation().owner(sa);
      IpAddress ue = owner == null ? null : owner.homeAddress();
      if (sa.state() == IkeSa.State.FAILED) {
        findings.accept(
            finding(
                Confidence.HIGH,
                ue,
                new Evidence(sa.last(), "isakmp.notify.msgtype", "the last message"),
                sa.first().equals(sa.last())
                    ? List.of()
                    : List.of(new Evidence(sa.first(), "isakmp.ispi", "the first message")),
                "IKE SA " + sa + " could not be set up: its peer answered with an error."));
      }
    }
  }
}
