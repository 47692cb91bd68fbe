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
import org.roamscope.track.Ue;

/** Three transmissions, no response, on an SA that was answered before. */
public final class PeerUnresponsive extends PatternRule {
  /** The rule. */
  public PeerUnresponsive() {
    super(
        new RuleInfo(
            "IKE001",
            "peer-unresponsive",
            Severity.NOTE,
            "A request on an IKE SA was sent at least three times and never answered.",
            List.of(rfc(7296, "2.4"))));
  }

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    long end = context.correlation().observation().lastNanos();
    for (IkeSa sa : context.correlation().ikeSas()) {
      Ue owner = context.correlation().owner(sa);
      IpAddress ue = owner == null ? null : owner.homeAddress();
      for (IkeExchange exchange : sa.exchanges()) {
        if (!exchange.answered()
            && exchange.retransmissions() >= RETRANSMISSIONS
            && end >= exchange.last().at().timeNanos()
            && sa.exchanges().stream().anyMatch(IkeExchange::answered)) {
          findings.accept(
              finding(
                  Confidence.MEDIUM,
                  ue,
                  new Evidence(exchange.last().at(), "isakmp.messageid", "the last transmission"),
                  List.of(new Evidence(exchange.first().at(), "isakmp.messageid", "the first one")),
                  "Request "
                      + exchange.messageId()
                      + " of IKE SA "
                      + sa
                      + " was sent "
                      + (exchange.retransmissions() + 1)
                      + " times and not answered; its sender will"
                      + " take the peer for dead.",
                  "message_id",
                  exchange.messageId(),
                  "transmissions",
                  exchange.retransmissions() + 1));
        }
      }
    }
  }

  /** A lost packet or two is no dead peer. */
  private static final int RETRANSMISSIONS = 2;
}
