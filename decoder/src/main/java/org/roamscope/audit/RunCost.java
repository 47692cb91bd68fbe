package org.roamscope.audit;

import java.util.List;
import org.roamscope.track.IkeExchange;
import org.roamscope.track.IkeSa;
import org.roamscope.track.IkeTracker;

/**
 * What an IKE run cost: the exchanges that set up an IKE SA and its first CHILD SA.
 *
 * @param runs how many runs
 * @param messages on the wire, fragments and repetitions included
 * @param octets of IKE in them, without IP and UDP headers
 * @param roundTrips times that one end waited for the other
 * @param nanos from the first message to the last answer; runs that were not seen to end add
 *     nothing
 */
public record RunCost(int runs, long messages, long octets, long roundTrips, long nanos) {
  /** Nothing was run. */
  public static final RunCost NONE = new RunCost(0, 0, 0, 0, 0);

  /** The cost of setting up an SA; {@link #NONE} when the capture does not show its start. */
  public static RunCost of(IkeSa sa) {
    List<IkeExchange> run = sa.setUp();
    if (run.isEmpty()) {
      return NONE;
    }
    long messages = 0;
    long octets = 0;
    long trips = 0;
    for (IkeExchange exchange : run) {
      messages += exchange.messages();
      octets += exchange.octets();
      trips += trips(sa, exchange);
    }
    return new RunCost(1, messages, octets, trips, Math.max(0, sa.setUpNanos()));
  }

  /**
   * A request and its response are one. IKE_SA_INIT may go twice (COOKIE, INVALID_KE_PAYLOAD, RFC
   * 7296 sections 2.6 and 1.2); a phase of IKEv1 has three messages or six (RFC 2409 section 5).
   */
  private static int trips(IkeSa sa, IkeExchange exchange) {
    if (!exchange.answered()) {
      return 0;
    }
    return sa.version() == 1 || exchange.type() == IkeTracker.IKE_SA_INIT
        ? (exchange.distinctMessages() + 1) / 2
        : 1;
  }

  /** Both together. */
  public RunCost and(RunCost other) {
    return new RunCost(
        runs + other.runs,
        messages + other.messages,
        octets + other.octets,
        roundTrips + other.roundTrips,
        nanos + other.nanos);
  }
}
