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
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.IkeExchange;
import org.roamscope.track.IkeSa;

/**
 * A new IKE_SA_INIT from the address of an SA that was used within the last minute:
 * reauthentication, or a lost state.
 */
public final class IkeSetUpAgainInPlace extends PatternRule {
  /** The rule. */
  public IkeSetUpAgainInPlace() {
    super(
        new RuleInfo(
            "IKE010",
            "ike-set-up-again-in-place",
            Severity.NOTE,
            "A mobile node that did not move set up IKE again while its IKE SA was in use.",
            List.of(rfc(7296, "2.8.3"))));
  }

  /** An SA that was silent for longer may have been given up long before. */
  private static final long RECENT_NANOS = 60 * At.SECOND;

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    for (Correlation.History history : context.correlation().histories()) {
      IkeSa before = null;
      for (IkeSa sa : history.ikeSas()) {
        if (!sa.stood()
            || !context.correlation().ueInitiated(sa)
            || context.correlation().ownerGuessed(sa)) {
          continue;
        }
        if (before != null
            && sa.startSeen()
            && before.predecessor() != sa
            && sa.predecessor() == null
            && inPlace(before, sa)) {
          findings.accept(
              finding(
                  Confidence.MEDIUM,
                  history.ue().homeAddress(),
                  new Evidence(sa.first(), "isakmp.ispi", "the new IKE SA"),
                  List.of(new Evidence(before.first(), "isakmp.ispi", "the one before")),
                  "UE "
                      + history.ue().homeAddress()
                      + " set up IKE again at "
                      + sa.endpoints().getFirst().initiator()
                      + " where it had an IKE SA; CREATE_CHILD_SA renews one with less effort."));
        }
        before = sa;
      }
    }
  }

  /** True when the new SA begins where the old one is, within a minute of its last request. */
  private static boolean inPlace(IkeSa old, IkeSa sa) {
    At used = null;
    for (IkeExchange exchange : old.exchanges()) {
      At at = exchange.last().at();
      used = at.timeNanos() <= sa.first().timeNanos() ? at : used;
    }
    return used != null
        && sa.first().since(used) <= RECENT_NANOS
        && old.endpoints().getLast().initiator().equals(sa.endpoints().getFirst().initiator());
  }
}
