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
import org.roamscope.track.At;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Ue;

/** Begun, not authenticated, and silent for ten seconds. */
public final class SetUpUnfinished extends PatternRule {
  /** The rule. */
  public SetUpUnfinished() {
    super(
        new RuleInfo(
            "IKE002",
            "set-up-unfinished",
            Severity.NOTE,
            "An IKE SA was begun and never finished.",
            List.of(rfc(7296, "2.4"), rfc(7296, "1.2"))));
  }

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    long end = context.correlation().observation().lastNanos();
    for (IkeSa sa : context.correlation().ikeSas()) {
      Ue owner = context.correlation().owner(sa);
      IpAddress ue = owner == null ? null : owner.homeAddress();
      if (sa.startSeen()
          && sa.state() == IkeSa.State.HALF_OPEN
          && end - sa.last().timeNanos() >= PATIENCE_NANOS) {
        boolean answered = sa.responderSpi() != 0;
        findings.accept(
            finding(
                Confidence.MEDIUM,
                ue,
                new Evidence(sa.first(), "isakmp.ispi", "the first message"),
                List.of(),
                "IKE SA "
                    + sa
                    + " was begun and "
                    + (answered ? "stopped before authentication" : "never answered")
                    + ", "
                    + sa.messages()
                    + " messages in all.",
                "messages",
                sa.messages()));
      }
    }
  }

  /** Nothing more comes after that. */
  private static final long PATIENCE_NANOS = 10 * At.SECOND;
}
