package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.roamscope.audit.AuditContext;
import org.roamscope.audit.Confidence;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.track.IkeExchange;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Ue;

/** Message ids of IKEv2 count up by one in each direction (RFC 7296 section 2.2). */
public final class IkeMessageIdsMissing extends PatternRule {
  /** The rule. */
  public IkeMessageIdsMissing() {
    super(
        new RuleInfo(
            "CAP003",
            "ike-message-ids-missing",
            Severity.NOTE,
            "Requests are missing from an IKE SA, as its message ids show.",
            List.of(rfc(7296, "2.2"))));
  }

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    Set<Long> shortened = context.correlation().observation().shortened();
    for (IkeSa sa : context.correlation().ikeSas()) {
      if (sa.version() == 2 && !shortened.contains(sa.initiatorSpi())) {
        SortedMap<Long, IkeExchange> byInitiator = new TreeMap<>();
        SortedMap<Long, IkeExchange> byResponder = new TreeMap<>();
        for (IkeExchange exchange : sa.exchanges()) {
          if (exchange.requestSeen()) {
            (exchange.byInitiator() ? byInitiator : byResponder)
                .putIfAbsent(exchange.messageId(), exchange);
          }
        }
        boolean started = sa.startSeen() && sa.exchanges().size() < TRACKED;
        gap(context, sa, byInitiator, started ? -1 : NONE, findings);
        gap(context, sa, byResponder, started ? -1 : NONE, findings);
      }
    }
  }

  /** As many exchanges as are kept of one SA, nearly: beyond it early ones are gone. */
  private static final int TRACKED = 4000;

  private static final long NONE = Long.MAX_VALUE;

  private void gap(
      AuditContext context,
      IkeSa sa,
      SortedMap<Long, IkeExchange> exchanges,
      long start,
      Consumer<Finding> findings) {
    if (sa.exchanges().size() >= TRACKED) {
      return;
    }
    long before = start;
    long missing = 0;
    IkeExchange after = null;
    for (Map.Entry<Long, IkeExchange> next : exchanges.entrySet()) {
      if (before != NONE && next.getKey() > before + 1) {
        missing += next.getKey() - before - 1;
        after = after == null ? next.getValue() : after;
      }
      before = next.getKey();
    }
    if (after != null) {
      Ue owner = context.correlation().owner(sa);
      findings.accept(
          finding(
              Confidence.HIGH,
              owner == null ? null : owner.homeAddress(),
              new Evidence(after.first().at(), "isakmp.messageid", "the first id after a gap"),
              List.of(),
              missing
                  + " requests of IKE SA "
                  + sa
                  + " are not in the capture: ids before "
                  + after.messageId()
                  + " are missing.",
              "missing",
              missing,
              "before",
              after.messageId()));
    }
  }
}
