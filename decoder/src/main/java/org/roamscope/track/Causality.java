package org.roamscope.track;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether messages can have been sent in the order of their times. */
public final class Causality {
  private Causality() {}

  /**
   * How often an answer has nothing before it that it answers, or a number comes after a greater
   * one: sequence numbers of Binding Updates (RFC 6275 section 9.5.1) and message IDs of IKEv2 (RFC
   * 7296 section 2.2). Packets that are missing count as well.
   */
  public static long contradictions(Correlation correlation) {
    BindingTracker bindings = correlation.tracker().bindings();
    long count = bindings.strays().size();
    for (Correlation.History history : correlation.histories()) {
      count += sequences(history.ue().registrations());
    }
    for (IkeSa sa : correlation.ikeSas()) {
      count += messageIds(sa);
    }
    return count;
  }

  private static long sequences(List<Registration> registrations) {
    long count = 0;
    Event.BindingUpdate before = null;
    for (Registration registration : registrations) {
      Event.BindingUpdate update = registration.update();
      if (update != null) {
        boolean less = before != null && (short) (update.sequence() - before.sequence()) < 0;
        count += less ? 1 : 0;
        before = update;
      }
    }
    return count;
  }

  /** Phase 1 of IKEv1 comes before everything else (RFC 2409 section 4). */
  private static boolean begins(IkeExchange exchange) {
    return exchange.type() == IkeTracker.MAIN_MODE || exchange.type() == IkeTracker.AGGRESSIVE_MODE;
  }

  private static long messageIds(IkeSa sa) {
    long count = 0;
    Map<Boolean, Long> greatest = new HashMap<>();
    for (IkeExchange exchange : sa.exchanges()) {
      count += exchange.requestSeen() ? 0 : 1;
      boolean first = exchange.equals(sa.exchanges().getFirst());
      if (sa.version() == 1 && !first && begins(exchange)) {
        count++;
      }
      if (sa.version() == 2) {
        Long before = greatest.get(exchange.byInitiator());
        if (before != null && exchange.messageId() < before) {
          count++;
        } else {
          greatest.put(exchange.byInitiator(), exchange.messageId());
        }
      }
    }
    return count;
  }
}
