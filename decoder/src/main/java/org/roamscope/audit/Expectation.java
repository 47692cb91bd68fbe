package org.roamscope.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.IkeExchange;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Registration;

/**
 * What a UE or its home agent has to send next, as far as the capture shows.
 *
 * @param what which message
 * @param since the packet that makes it due
 * @param byNanos when it is due at the latest
 * @param overdue true when the capture goes on after that and does not hold it
 */
public record Expectation(What what, At since, long byNanos, boolean overdue) {
  /** RFC 6275 section 12: INITIAL_BINDACK_TIMEOUT and MAX_BINDACK_TIMEOUT. */
  private static final long FIRST_TIMEOUT_NANOS = At.SECOND;

  private static final long LAST_TIMEOUT_NANOS = 32 * At.SECOND;

  /** An IKE request is repeated or given up within this time by the daemons that there are. */
  private static final long IKE_ANSWER_NANOS = 4 * At.SECOND;

  /** Which message. */
  public enum What {
    /** An acknowledgement, or the Binding Update again (RFC 6275 section 11.8). */
    BINDING_ACKNOWLEDGEMENT("binding_acknowledgement"),
    /** A Binding Update before the binding runs out (RFC 6275 section 11.7.1). */
    BINDING_REFRESH("binding_refresh"),
    /** The response to an IKE request, or the request again (RFC 7296 section 2.1). */
    IKE_RESPONSE("ike_response"),
    /** Authentication anew, before the time that the home agent told (RFC 4478 section 3). */
    IKE_REAUTHENTICATION("ike_reauthentication");

    private final String json;

    What(String json) {
      this.json = json;
    }

    /** Spelling in reports. */
    public String json() {
      return json;
    }
  }

  /** What is expected of a UE at the end of the capture, the earliest first. */
  public static List<Expectation> of(Correlation correlation, Correlation.History history) {
    long end = correlation.observation().lastNanos();
    List<Expectation> all = new ArrayList<>();
    List<Registration> registrations = history.ue().registrations();
    if (!registrations.isEmpty()) {
      binding(registrations, end, all);
    }
    history.ikeSas().stream().filter(sa -> open(sa)).forEach(sa -> ike(sa, end, all));
    all.sort(Comparator.comparingLong(Expectation::byNanos));
    return List.copyOf(all);
  }

  private static Expectation due(What what, At since, long byNanos, long endNanos) {
    return new Expectation(what, since, byNanos, byNanos < endNanos);
  }

  private static void binding(List<Registration> registrations, long end, List<Expectation> all) {
    Registration last = registrations.getLast();
    if (last.outcome() == Registration.Outcome.UNANSWERED && !last.updates().isEmpty()) {
      At sent = last.updates().getLast().at();
      int times = Math.min(last.updates().size() - 1, 5);
      long timeout = Math.min(FIRST_TIMEOUT_NANOS << times, LAST_TIMEOUT_NANOS);
      all.add(due(What.BINDING_ACKNOWLEDGEMENT, sent, sent.timeNanos() + timeout, end));
    }
    for (int i = registrations.size() - 1; i >= 0; i--) {
      Registration stands = registrations.get(i);
      if (stands.effective()) {
        if (!stands.deregistration() && !stands.opaque()) {
          all.add(due(What.BINDING_REFRESH, stands.begun(), stands.expiresNanos(), end));
        }
        return;
      }
    }
  }

  private static boolean open(IkeSa sa) {
    return sa.state() == IkeSa.State.HALF_OPEN || sa.state() == IkeSa.State.ESTABLISHED;
  }

  private static void ike(IkeSa sa, long end, List<Expectation> all) {
    IkeExchange last = sa.exchanges().isEmpty() ? null : sa.exchanges().getLast();
    if (last != null && !last.answered() && sa.version() == 2) {
      At sent = last.last().at();
      all.add(due(What.IKE_RESPONSE, sent, sent.timeNanos() + IKE_ANSWER_NANOS, end));
    }
    IkeSa.Lifetime lifetime = sa.lifetime();
    if (lifetime != null && lifetime.endNanos() < Long.MAX_VALUE) {
      all.add(due(What.IKE_REAUTHENTICATION, lifetime.told(), lifetime.endNanos(), end));
    }
  }
}
