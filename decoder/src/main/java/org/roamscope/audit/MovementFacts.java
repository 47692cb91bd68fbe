package org.roamscope.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Handover.IkeOutcome;
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.Event;
import org.roamscope.track.IkeEvidence;
import org.roamscope.track.IkeExchange;
import org.roamscope.track.IkeSa;
import org.roamscope.track.IkeTracker;
import org.roamscope.track.Movement;
import org.roamscope.track.Registration;

/**
 * What can be told of one movement: what its packets show, what they may be where they are closed,
 * and what seems to be missing. What it means for the verdict is decided in {@link HandoverJudge}.
 */
final class MovementFacts {
  /**
   * RFC 6275 sections 11.8 and 12: without an acknowledgement a Binding Update is repeated after 1
   * s, or 1.5 s at most. One that was not repeated by now seems to have got its acknowledgement.
   */
  private static final long REPEATED_NANOS = 2 * At.SECOND;

  /**
   * Break before make: a reauthentication begins the new IKE SA as soon as the DELETE is answered.
   */
  private static final long DELETE_TO_RERUN_NANOS = At.SECOND / 4;

  /** After a DELETE by the home agent the mobile node takes a little longer. */
  private static final long AGENT_DELETE_TO_RERUN_NANOS = 2 * At.SECOND;

  /** A re-run this long after the move is not blamed on it when the old SA was in use meanwhile. */
  private static final long RELATED_NANOS = 300 * At.SECOND;

  /** RFC 4478 section 3: before the lifetime ends; here its last tenth, a tenth of each second. */
  private static final long AHEAD_OF_END_NANOS = At.SECOND / 10;

  /**
   * An INFORMATIONAL with UPDATE_SA_ADDRESSES (8 octets) and two NAT detection notifies (28 each)
   * has 64 octets of plaintext more than an empty one, which has 57 (AES-GCM) to 96 (AES-CBC,
   * SHA2-512).
   */
  private static final long UPDATE_ADDRESSES_OCTETS = 64;

  private static final long EMPTY_INFORMATIONAL_OCTETS = 57;

  /** A mobile node that reauthenticates begins the new IKE SA within this time of its DELETE. */
  private static final long REAUTHENTICATION_NANOS = 5 * At.SECOND;

  /** IKE run at a new place before the Binding Update begins at most this long before it. */
  private static final long AHEAD_NANOS = 10 * At.SECOND;

  /** A request this close to the end of the capture may still get its answer. */
  private static final long CAPTURE_END_NANOS = 2 * At.SECOND;

  private final Correlation correlation;
  private final Correlation.History history;
  private final Movement movement;
  private final IkeEvidence ike;
  private final @Nullable Registration registration;

  MovementFacts(Correlation correlation, Correlation.History history, Movement movement) {
    this.correlation = correlation;
    this.history = history;
    this.movement = movement;
    ike = movement.ike();
    registration = movement.registration();
  }

  Movement movement() {
    return movement;
  }

  /** True when the re-run may as well be another UE's, or one of another UE may be this one's. */
  boolean ownerGuessed() {
    IkeSa rerun = ike.rerun();
    if (rerun != null) {
      return correlation.ownerGuessed(rerun);
    }
    List<IkeSa.Endpoints> starts = correlation.missedStarts(movement.ue());
    if (starts.isEmpty()) {
      return false;
    }
    long begin = movement.begin().timeNanos();
    long next =
        history.movements().stream()
            .mapToLong(other -> other.begin().timeNanos())
            .filter(time -> time > begin)
            .min()
            .orElse(Long.MAX_VALUE);
    return starts.stream()
        .anyMatch(start -> {
          long time = start.at().timeNanos();
          return begin - AHEAD_NANOS <= time
              && time < next
              && (movement.toAddresses().contains(start.initiator())
                  || movement.toAddresses().contains(start.responder()));
        });
  }

  // ---- bindings ------------------------------------------------------------------------------

  /** True when the capture has an acknowledgement of any registration of this UE. */
  boolean agentHeard() {
    return history.ue().registrations().stream().anyMatch(Registration::answered);
  }

  /** True when the capture ends before an answer has to be there. */
  boolean atEndOfCapture(Registration asked) {
    return correlation.observation().lastNanos() - asked.ended().timeNanos() < CAPTURE_END_NANOS;
  }

  /** Neither answered nor repeated: the capture lacks the answer. */
  boolean answerMissed(Registration asked) {
    Event.BindingUpdate update = asked.update();
    if (update == null
        || asked.outcome() != Registration.Outcome.UNANSWERED
        || asked.updates().size() > 1
        || !update.flags().acknowledge()) {
      return false;
    }
    List<Registration> all = history.ue().registrations();
    int next = all.indexOf(asked) + 1;
    long until =
        next < all.size() ? all.get(next).begunNanos() : correlation.observation().lastNanos();
    return until - update.timeNanos() > REPEATED_NANOS;
  }

  /** Stray acknowledgements that accept something after the registration began. */
  List<Event.BindingAcknowledgement> acceptedLater() {
    return movement.strays().stream()
        .filter(stray ->
            stray.accepted()
                && registration != null
                && stray.timeNanos() > registration.begunNanos())
        .toList();
  }

  /**
   * A stray acknowledgement before the registration that grants something else than that, or it is
   * not known what it was asked for.
   */
  boolean saysOther(Event.BindingAcknowledgement stray) {
    return registration != null
        && stray.timeNanos() < registration.begunNanos()
        && !(stray.accepted()
            && stray.keyManagement()
            && Boolean.TRUE.equals(registration.keyManagementGranted())
            && Boolean.TRUE.equals(registration.keyManagementRequested()));
  }

  // ---- the IKE SA at the new place -------------------------------------------------------------

  /**
   * True when IKE of this UE would be in the capture, if there were any: it has IKE of others, and
   * this UE was not bound before it.
   */
  boolean wholeStory() {
    return correlation.observation().otherTraffic()
        && correlation.ikeSas().stream().anyMatch(IkeSa::startSeen)
        && history.newcomer(correlation.observation());
  }

  /** Exchanges that use an old SA after the move, but for the one that ends it. */
  List<IkeExchange> usedAfterMove() {
    List<IkeExchange> used = new ArrayList<>(ike.ueFromNew());
    used.addAll(ike.agentToNew());
    used.addAll(ike.agentToOld());
    used.removeIf(IkeExchange::deletesIkeSa);
    return used;
  }

  /** True when the home agent has a part in an old SA at the new place. */
  boolean proven() {
    return !ike.agentToNew().isEmpty() || ike.ueFromNew().stream().anyMatch(IkeExchange::answered);
  }

  /** True when a request that could be read moves the SA, RFC 4555. */
  boolean movedByMobike() {
    return ike.ueFromNew().stream().anyMatch(IkeExchange::movesSa);
  }

  /** True when such a request may have come before the Binding Update. */
  boolean movedBeforeUpdate() {
    return ike.ueFromNew().stream()
        .anyMatch(exchange ->
            exchange.first().at().timeNanos() < movement.begin().timeNanos()
                && maybeMobike(exchange));
  }

  /** Longer than the SA's shortest INFORMATIONAL by what MOBIKE adds. */
  boolean maybeMobike(IkeExchange exchange) {
    if (exchange.type() != IkeTracker.INFORMATIONAL || exchange.asked() != null) {
      return exchange.movesSa();
    }
    long shortest = Long.MAX_VALUE;
    for (IkeSa sa : ike.older()) {
      for (IkeExchange other : sa.exchanges()) {
        if (other.type() == IkeTracker.INFORMATIONAL
            && other.requestSeen()
            && !other.equals(exchange)) {
          shortest = Math.min(shortest, other.firstLength());
        }
      }
    }
    long empty = shortest == Long.MAX_VALUE ? EMPTY_INFORMATIONAL_OCTETS : shortest;
    return exchange.firstLength() >= empty + UPDATE_ADDRESSES_OCTETS;
  }

  // ---- why IKE was run again -------------------------------------------------------------------

  /** True when the mobile node began an exchange on the current SA. */
  boolean byUe(IkeExchange exchange) {
    IkeSa current = ike.current();
    return current != null && exchange.byInitiator() == correlation.ueInitiated(current);
  }

  /**
   * A mobile node that deletes the SA at the new place and begins anew at once reauthenticates (RFC
   * 7296 section 2.8.3, break before make).
   */
  boolean reauthenticates(IkeExchange deletion, IkeSa again) {
    long gap = again.first().timeNanos() - deletion.last().at().timeNanos();
    return ike.ueFromNew().contains(deletion) && gap <= REAUTHENTICATION_NANOS;
  }

  /**
   * The last exchange on the old SA may be its DELETE: break before make, a DELETE on the home
   * link, or one by the home agent.
   */
  boolean maybeDelete(IkeExchange last, IkeSa again) {
    boolean atHome =
        last.first().initiator().equals(history.ue().homeAddress())
            || last.first().responder().equals(history.ue().homeAddress());
    boolean byAgent = ike.current() != null && !byUe(last);
    long gap = again.first().timeNanos() - last.last().at().timeNanos();
    long most = byAgent ? AGENT_DELETE_TO_RERUN_NANOS : DELETE_TO_RERUN_NANOS;
    return last.informational() && (atHome || gap <= most);
  }

  /** The lifetime that was told for the current SA was over, or nearly. */
  boolean ranOut(At at) {
    IkeSa current = ike.current();
    IkeSa.Lifetime lifetime = current == null ? null : current.lifetime();
    return lifetime != null
        && at.timeNanos() >= lifetime.endNanos() - lifetime.seconds() * AHEAD_OF_END_NANOS;
  }

  /**
   * RFC 7296 section 2.4: whoever says INITIAL_CONTACT knows no other SA with its peer. A mobile
   * node says it whenever it begins anew; a home agent that still had the SA does not.
   */
  boolean agentForgot(IkeSa again) {
    boolean agentInitiates = !correlation.ueInitiated(again);
    return again.exchanges().stream()
        .filter(exchange -> exchange.type() == IkeTracker.IKE_AUTH)
        .map(exchange -> agentInitiates ? exchange.asked() : exchange.given())
        .anyMatch(said -> said != null && said.initialContact());
  }

  /** RFC 6275 11.7.3 looks at K in any acknowledgement: a refusal with K=0 is a reason too. */
  boolean refusedBefore(IkeSa again) {
    At accepted = registration == null ? null : registration.acceptedAt();
    return accepted != null
        && again.first().timeNanos() < accepted.timeNanos()
        && movement.attempts().stream()
            .flatMap(attempt -> attempt.answers().stream())
            .anyMatch(answer ->
                !answer.accepted()
                    && !answer.keyManagement()
                    && answer.timeNanos() < again.first().timeNanos());
  }

  /** A request from here was repeated and not answered: too few times to call the peer dead. */
  boolean askedInVain(IkeSa again) {
    return ike.ueFromNew().stream()
        .anyMatch(exchange ->
            !exchange.answered()
                && exchange.retransmissions() > 0
                && exchange.last().at().timeNanos() < again.first().timeNanos());
  }

  /**
   * A re-run long after the move, with the old SA proven from the new place, has another cause than
   * the move: a reauthentication, a lifetime, an operator.
   */
  boolean unrelated(IkeSa again) {
    At settled = registration == null ? null : registration.acceptedAt();
    return settled != null
        && again.first().timeNanos() - settled.timeNanos() > RELATED_NANOS
        && ike.ueFromNew().stream()
            .anyMatch(exchange ->
                exchange.answered()
                    && exchange.first().at().timeNanos() < again.first().timeNanos());
  }

  /** What became of IKE, without regard to what was agreed. */
  IkeOutcome visible() {
    if (ike.rerun() != null) {
      return IkeOutcome.RERUN;
    }
    if (ike.usedAtNew()) {
      return IkeOutcome.CONTINUED;
    }
    return ike.agentToOld().isEmpty() && ike.ueFromOld().isEmpty()
        ? IkeOutcome.NONE
        : IkeOutcome.STALE;
  }

  /** The keys of the IKE SA that was there before the move. */
  List<Gap> ikeKeys() {
    return ike.current() == null ? List.of() : List.of(new Gap.IkeKeys(ike.current()));
  }
}
