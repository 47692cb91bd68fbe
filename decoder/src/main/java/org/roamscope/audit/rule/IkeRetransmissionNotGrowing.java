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
import org.roamscope.track.IkeExchange;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Ue;

/**
 * Two waits of the same length (RFC 7296 section 2.4: they MUST increase exponentially). A
 * transmission lost before the tap makes a wait longer and the next one look short, hence no error.
 */
public final class IkeRetransmissionNotGrowing extends PatternRule {
  /** The rule. */
  public IkeRetransmissionNotGrowing() {
    super(
        new RuleInfo(
            "IKE004",
            "ike-retransmission-not-growing",
            Severity.WARNING,
            "The time between retransmissions of an IKE request does not grow.",
            List.of(rfc(7296, "2.4"))));
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
        List<IkeSa.Endpoints> sent = exchange.requests();
        // Only whole messages repeated octet for octet: fragments of one message come together.
        boolean plain = sent.size() == exchange.retransmissions() + 1;
        for (int i = 2; plain && i < sent.size(); i++) {
          long before = sent.get(i - 1).at().since(sent.get(i - 2).at());
          long now = sent.get(i).at().since(sent.get(i - 1).at());
          IkeSa.Endpoints response = exchange.response();
          boolean open =
              response == null || response.at().timeNanos() > sent.get(i).at().timeNanos();
          if (open
              && now <= before + TOLERATED_NANOS
              && now >= LEAST_NANOS
              && !oneMissing(before, now)) {
            findings.accept(
                finding(
                    Confidence.MEDIUM,
                    ue,
                    new Evidence(sent.get(i).at(), "isakmp.messageid", "Retransmission"),
                    List.of(
                        new Evidence(sent.get(i - 2).at(), "isakmp.messageid", "Request"),
                        new Evidence(sent.get(i - 1).at(), "isakmp.messageid", "Retransmission")),
                    "Request "
                        + exchange.messageId()
                        + " of IKE SA "
                        + sa
                        + " was repeated after "
                        + before / 1_000_000
                        + " ms and again after "
                        + now / 1_000_000
                        + " ms; the time between retransmissions has to grow.",
                    "before_ms",
                    before / 1_000_000,
                    "now_ms",
                    now / 1_000_000));
            break;
          }
        }
      }
    }
  }

  /**
   * The longer time may be two shorter ones that grew, with a repetition between them that the
   * capture lacks. Times that are alike are no such chance.
   */
  private static boolean oneMissing(long before, long now) {
    return now < before - before / 50 && before < 2 * now;
  }

  private static final long TOLERATED_NANOS = At.SECOND / 100;

  /** Closer ones are copies that another tap saw. */
  private static final long LEAST_NANOS = At.SECOND / 4;
}
