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
import org.roamscope.track.Observation;
import org.roamscope.track.Registration;

/**
 * Gives every movement its one verdict: the decision table of the reference (RFC 6275 sections
 * 10.3.1, 10.3.2, 11.7.1 and 11.7.3, RFC 4877 section 7.4, RFC 5555 section 5.1, TS 24.303 5.2.2
 * and 5.2.3) as far as a passive observer can go, with keys or without. Where two verdicts fit, the
 * one that names a fault wins.
 */
public final class HandoverJudge {
  /**
   * Break before make: a reauthentication begins the new IKE SA as soon as the DELETE is answered.
   */
  private static final long DELETE_TO_RERUN_NANOS = At.SECOND / 4;

  /** A re-run this long after the move is not blamed on it when the old SA was in use meanwhile. */
  private static final long RELATED_NANOS = 300 * At.SECOND;

  /** A mobile node that reauthenticates begins the new IKE SA within this time of its DELETE. */
  private static final long REAUTHENTICATION_NANOS = 5 * At.SECOND;

  /** After a DELETE by the home agent the mobile node takes a little longer. */
  private static final long AGENT_DELETE_TO_RERUN_NANOS = 2 * At.SECOND;

  /** RFC 4478 section 3: before the lifetime ends; here its last tenth, a tenth of each second. */
  private static final long AHEAD_OF_END_NANOS = At.SECOND / 10;

  /**
   * RFC 6275 sections 11.8 and 12: without an acknowledgement a Binding Update is repeated after 1
   * s, or 1.5 s at most. One that was not repeated by now seems to have got its acknowledgement.
   */
  private static final long REPEATED_NANOS = 2 * At.SECOND;

  /** A request this close to the end of the capture may still get its answer. */
  private static final long CAPTURE_END_NANOS = 2 * At.SECOND;

  /**
   * An INFORMATIONAL with UPDATE_SA_ADDRESSES (8 octets) and two NAT detection notifies (28 each)
   * has 64 octets of plaintext more than an empty one, which has 57 (AES-GCM) to 96 (AES-CBC,
   * SHA2-512).
   */
  private static final long UPDATE_ADDRESSES_OCTETS = 64;

  private static final long EMPTY_INFORMATIONAL_OCTETS = 57;

  // Reasons of INCONCLUSIVE.
  private static final String PACKETS_LOST = "packets_lost";
  private static final String ENCRYPTED = "encrypted_no_key";
  private static final String ENDS_EARLY = "capture_ends_early";

  private final Correlation correlation;
  private final Correlation.History history;

  /** A judge for the movements of one UE. */
  public HandoverJudge(Correlation correlation, Correlation.History history) {
    this.correlation = correlation;
    this.history = history;
  }

  /** The verdict on a movement. */
  public Handover judge(Movement movement) {
    Case view = new Case(movement);
    Opinion opinion = view.decide();
    Handover judged =
        new Handover(
            movement,
            opinion.ike,
            opinion.verdict,
            opinion.cause,
            opinion.reason,
            opinion.text,
            opinion.confidence,
            EvidenceFrames.of(movement, opinion.verdict, opinion.cause, opinion.shown),
            opinion.missing);
    return view.rerun != null && correlation.ownerGuessed(view.rerun) ? judged.lessSure() : judged;
  }

  /**
   * What a judge thinks.
   *
   * @param missing with INCONCLUSIVE: what would settle it
   * @param shown frames that show it, besides those that show such a verdict always
   */
  private record Opinion(
      Verdict verdict,
      @Nullable Cause cause,
      IkeOutcome ike,
      Confidence confidence,
      String reason,
      String text,
      List<Gap> missing,
      List<At> shown) {}

  private static Opinion opinion(
      Verdict verdict, IkeOutcome ike, Confidence confidence, String reason, String text) {
    return new Opinion(verdict, null, ike, confidence, reason, text, List.of(), List.of());
  }

  private static Opinion inconclusive(
      IkeOutcome ike, Confidence confidence, String reason, List<Gap> missing, String text) {
    return new Opinion(
        Verdict.INCONCLUSIVE, null, ike, confidence, reason, text, missing, List.of());
  }

  private static Opinion justified(Cause cause, Confidence confidence, String text) {
    return new Opinion(
        Verdict.RERUN_JUSTIFIED,
        cause,
        IkeOutcome.RERUN,
        confidence,
        cause.json(),
        text,
        List.of(),
        List.of());
  }

  /** One movement under judgement. */
  private final class Case {
    private final Movement movement;
    private final IkeEvidence ike;
    private final @Nullable Registration registration;
    private final @Nullable IkeSa rerun;

    Case(Movement movement) {
      this.movement = movement;
      ike = movement.ike();
      registration = movement.registration();
      rerun = ike.rerun();
    }

    Opinion decide() {
      if (registration == null) {
        return movement.strays().isEmpty()
            ? unannounced()
            : updateLost(
                movement.strays(),
                "An acknowledgement was sent to this care-of address, but the Binding Update"
                    + " that it answers is not in the capture.");
      }
      if (movement.fromAddress() == null) {
        return inconclusive(
            IkeOutcome.RERUN,
            Confidence.LOW,
            "capture_starts_late",
            List.of(Gap.Packets.BEFORE_CAPTURE),
            "The capture starts after this mobile node had registered: that it moved, and what was"
                + " agreed before, cannot be seen; IKE was run again although an older IKE SA was"
                + " in use.");
      }
      if (registration.opaque()) {
        return inconclusive(
            visible(),
            Confidence.MEDIUM,
            ENCRYPTED,
            registration.closedSpis().stream().<Gap>map(Gap.EspKeys::new).toList(),
            "The Binding Update and its acknowledgement are inside ESP and no key is known: the K"
                + " bits cannot be read. "
                + visibleText());
      }
      if (registration.outcome() == Registration.Outcome.REFUSED) {
        List<Event.BindingAcknowledgement> later = acceptedLater();
        if (!later.isEmpty()) {
          return updateLost(
              later,
              "The home agent refused the binding first and accepted it then, but the"
                  + " Binding Update that it accepted is not in the capture.");
        }
        return opinion(
            Verdict.NOT_BOUND,
            visible(),
            Confidence.HIGH,
            "refused",
            "The home agent refused the binding: K says nothing yet.");
      }
      if (registration.outcome() != Registration.Outcome.ACCEPTED) {
        return unanswered();
      }
      if (movement.attempts().stream().anyMatch(this::answerMissed)) {
        return answerLost(
            "An earlier Binding Update from here was not repeated, so it seems to have been"
                + " acknowledged, but that acknowledgement is not in the capture: what was agreed"
                + " at the move cannot be told.");
      }
      List<Event.BindingAcknowledgement> others =
          movement.strays().stream().filter(this::saysOther).toList();
      if (!others.isEmpty()) {
        return updateLost(
            others,
            "An earlier acknowledgement to this care-of address answers a Binding Update"
                + " that is not in the capture: what was agreed at the move cannot be told.");
      }
      boolean asked = Boolean.TRUE.equals(registration.keyManagementRequested());
      boolean granted = Boolean.TRUE.equals(registration.keyManagementGranted());
      if (!asked && granted) {
        return opinion(
            Verdict.K_UNSOLICITED,
            visible(),
            Confidence.HIGH,
            "ba_k_without_bu_k",
            "The home agent set K in its acknowledgement although the Binding Update had K=0.");
      }
      return asked && granted ? agreed() : notAgreed(asked);
    }

    /** The capture lacks a Binding Update, which an acknowledgement shows. */
    private Opinion updateLost(List<Event.BindingAcknowledgement> strays, String text) {
      return new Opinion(
          Verdict.INCONCLUSIVE,
          null,
          visible(),
          Confidence.MEDIUM,
          PACKETS_LOST,
          text,
          List.of(Gap.Packets.FROM_UE),
          strays.stream().map(Event::at).toList());
    }

    /** The capture lacks an acknowledgement. */
    private Opinion answerLost(String text) {
      return inconclusive(
          visible(), Confidence.MEDIUM, PACKETS_LOST, List.of(Gap.Packets.FROM_HOME_AGENT), text);
    }

    /** Stray acknowledgements that accept something after the registration began. */
    private List<Event.BindingAcknowledgement> acceptedLater() {
      return movement.strays().stream()
          .filter(stray ->
              stray.accepted()
                  && registration != null
                  && stray.timeNanos() > registration.begunNanos())
          .toList();
    }

    /**
     * A stray acknowledgement before the registration that grants something else than that, or it
     * is not known what it was asked for.
     */
    private boolean saysOther(Event.BindingAcknowledgement stray) {
      return registration != null
          && stray.timeNanos() < registration.begunNanos()
          && !(stray.accepted()
              && stray.keyManagement()
              && Boolean.TRUE.equals(registration.keyManagementGranted())
              && Boolean.TRUE.equals(registration.keyManagementRequested()));
    }

    /** Neither answered nor repeated: the capture lacks the answer. */
    private boolean answerMissed(Registration asked) {
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

    private Opinion unannounced() {
      String text =
          rerun != null
              ? "IKE was run from a new care-of address and no Binding Update for it was seen."
              : "The IKE SA is used from a new care-of address and no Binding Update for it was"
                  + " seen.";
      return opinion(
          Verdict.NO_BINDING_UPDATE,
          rerun != null ? IkeOutcome.RERUN : IkeOutcome.CONTINUED,
          Confidence.MEDIUM,
          "no_binding_update",
          text);
    }

    private Opinion unanswered() {
      Observation seen = correlation.observation();
      boolean agentHeard =
          history.ue().registrations().stream().anyMatch(other -> !other.answers().isEmpty());
      boolean asked =
          registration != null && Boolean.TRUE.equals(registration.keyManagementRequested());
      if (ike.usedAtNew() && rerun == null && asked) {
        return opinion(
            Verdict.K_HONOURED,
            IkeOutcome.CONTINUED,
            Confidence.LOW,
            "acknowledgement_not_seen",
            "K was asked for and the same IKE SA goes on from the new care-of address; the"
                + " acknowledgement was not captured.");
      }
      List<Event.BindingAcknowledgement> later = acceptedLater();
      if (!later.isEmpty()) {
        return updateLost(
            later,
            "The Binding Update was not answered, and a later acknowledgement accepts one that is"
                + " not in the capture.");
      }
      if (!agentHeard) {
        return inconclusive(
            visible(),
            Confidence.LOW,
            PACKETS_LOST,
            List.of(Gap.Packets.FROM_HOME_AGENT),
            "No acknowledgement to this mobile node was captured at all: the capture seems to hold"
                + " one direction only.");
      }
      if (registration != null
          && seen.lastNanos() - registration.ended().timeNanos() < CAPTURE_END_NANOS) {
        return inconclusive(
            visible(),
            Confidence.LOW,
            ENDS_EARLY,
            List.of(Gap.Packets.AFTER_CAPTURE),
            "The capture ends before the Binding Update could be answered.");
      }
      if (registration != null && answerMissed(registration)) {
        return answerLost(
            "The Binding Update was not repeated, so it seems to have been acknowledged, but the"
                + " acknowledgement is not in the capture.");
      }
      return opinion(
          Verdict.NOT_BOUND,
          visible(),
          Confidence.MEDIUM,
          "unanswered",
          "No acknowledgement to the Binding Update was seen: K says nothing yet.");
    }

    // K asked for and granted.
    private Opinion agreed() {
      if (!ike.agentToOld().isEmpty()) {
        return opinion(
            Verdict.STALE_HOME_AGENT_ENDPOINT,
            rerun != null
                ? IkeOutcome.RERUN
                : ike.usedAtNew() ? IkeOutcome.CONTINUED : IkeOutcome.STALE,
            Confidence.HIGH,
            "home_agent_request_to_old_address",
            "K was agreed, and after its acknowledgement the home agent still sends IKE requests to"
                + " the care-of address that was left.");
      }
      if (rerun != null) {
        return rerunAfterAgreement(rerun);
      }
      if (!ike.ueFromOld().isEmpty()) {
        return opinion(
            Verdict.STALE_UE_ENDPOINT,
            ike.usedAtNew() ? IkeOutcome.CONTINUED : IkeOutcome.STALE,
            Confidence.HIGH,
            "ue_request_from_old_address",
            "K was agreed, and after the acknowledgement the mobile node still sends IKE requests"
                + " from the care-of address that it left.");
      }
      if (movedByMobike()) {
        return mobike();
      }
      if (proven() && movedBeforeUpdate()) {
        return inconclusive(
            IkeOutcome.CONTINUED,
            Confidence.MEDIUM,
            ENCRYPTED,
            ikeKeys(),
            "K was agreed, but the IKE SA showed the new care-of address before the Binding Update,"
                + " with a message as long as MOBIKE's UPDATE_SA_ADDRESSES: with the IKE keys it"
                + " can be told who moved it.");
      }
      if (proven()) {
        return opinion(
            Verdict.K_HONOURED,
            IkeOutcome.CONTINUED,
            Confidence.HIGH,
            "same_ike_sa_from_new_address",
            "K was agreed and the same IKE SA goes on from the new care-of address.");
      }
      if (ike.usedAtNew()) {
        return inconclusive(
            IkeOutcome.CONTINUED,
            Confidence.LOW,
            ENDS_EARLY,
            List.of(Gap.Packets.IKE_ANSWERS),
            "K was agreed and the mobile node uses the same IKE SA from the new care-of address,"
                + " but no answer of the home agent was captured.");
      }
      if (ike.older().isEmpty()) {
        return noIke();
      }
      return opinion(
          Verdict.K_AGREED,
          IkeOutcome.NONE,
          Confidence.HIGH,
          "no_ike_after_move",
          "K was agreed; no IKE message followed, so nothing contradicts it and nothing proves"
              + " it.");
    }

    /**
     * A re-run long after the move, with the old SA proven from the new place, has another cause
     * than the move: a reauthentication, a lifetime, an operator.
     */
    private boolean unrelated(IkeSa again) {
      At settled = registration == null ? null : registration.acceptedAt();
      return settled != null
          && again.first().timeNanos() - settled.timeNanos() > RELATED_NANOS
          && ike.ueFromNew().stream()
              .anyMatch(exchange ->
                  exchange.answered()
                      && exchange.first().at().timeNanos() < again.first().timeNanos());
    }

    private Opinion rerunAfterAgreement(IkeSa again) {
      if (agentForgot(again)) {
        return justified(
            Cause.HOME_AGENT_RESTART,
            Confidence.HIGH,
            "K was agreed, but the home agent lost its IKE SA: it says INITIAL_CONTACT in the new"
                + " one, so it knows of no other.");
      }
      if (!ike.unknownSpi().isEmpty()) {
        return justified(
            Cause.INVALID_IKE_SPI,
            Confidence.MEDIUM,
            "K was agreed, but the home agent did not know the IKE SA any more (INVALID_IKE_SPI),"
                + " so the mobile node had to run IKE again.");
      }
      if (!ike.unanswered().isEmpty()) {
        return justified(
            Cause.DEAD_PEER,
            Confidence.HIGH,
            "K was agreed, but the home agent stopped answering on the IKE SA: its requests were"
                + " repeated without an answer, then IKE was run again.");
      }
      IkeExchange last = ike.lastBeforeRerun();
      if (last != null && last.deletesIkeSa()) {
        return afterDelete(last, again);
      }
      if (ranOut(again.first())) {
        return lifetime();
      }
      if (refusedBefore(again)) {
        return justified(
            Cause.K_REFUSED,
            Confidence.MEDIUM,
            "The home agent refused the first Binding Update from here, which leaves K open, and"
                + " the mobile node ran IKE before it was accepted with K.");
      }
      if (last != null && !last.requestSeen() && maybeDelete(last, again)) {
        return inconclusive(
            IkeOutcome.RERUN,
            Confidence.MEDIUM,
            PACKETS_LOST,
            List.of(Gap.Packets.IKE_REQUESTS),
            "K was agreed and IKE was run again, but the last request on the old IKE SA is not in"
                + " the capture, only its answer: it may have been the DELETE.");
      }
      if (last != null && last.asked() == null && maybeDelete(last, again)) {
        return inconclusive(
            IkeOutcome.RERUN,
            Confidence.MEDIUM,
            ENCRYPTED,
            ikeKeys(),
            "K was agreed and IKE was run again, but the last message on the old IKE SA may be its"
                + " DELETE: with the IKE keys it can be told.");
      }
      if (unrelated(again)) {
        return opinion(
            Verdict.K_HONOURED,
            IkeOutcome.CONTINUED,
            Confidence.MEDIUM,
            "later_rerun_has_another_cause",
            "K was agreed and the same IKE SA went on from the new care-of address; IKE was run"
                + " again much later, which the move does not explain.");
      }
      boolean before = again.first().timeNanos() < movement.begin().timeNanos();
      boolean mayHaveEnded = last != null && last.asked() == null && informational(last) && !before;
      return opinion(
          Verdict.NEEDLESS_RERUN,
          IkeOutcome.RERUN,
          mayHaveEnded || ike.current() == null || askedInVain(again)
              ? Confidence.MEDIUM
              : Confidence.HIGH,
          before ? "rerun_before_binding_update" : "rerun_after_k_agreed",
          before
              ? "IKE was run again from the new care-of address before the Binding Update, which"
                  + " then agreed on K: the old IKE SA would have moved along."
              : "K was agreed, so the IKE SA moves with the care-of address, and yet IKE was run"
                  + " again.");
    }

    /** A request from here was repeated and not answered: too few times to call the peer dead. */
    private boolean askedInVain(IkeSa again) {
      return ike.ueFromNew().stream()
          .anyMatch(exchange ->
              !exchange.answered()
                  && exchange.retransmissions() > 0
                  && exchange.last().at().timeNanos() < again.first().timeNanos());
    }

    /**
     * The old SA was deleted before the re-run. A mobile node that deletes it at the new place and
     * begins anew at once reauthenticates (RFC 7296 section 2.8.3, break before make).
     */
    private Opinion afterDelete(IkeExchange deletion, IkeSa again) {
      IkeSa current = ike.current();
      boolean byUe = current != null && deletion.byInitiator() == correlation.ueInitiated(current);
      boolean atNew = ike.ueFromNew().contains(deletion);
      if (!byUe && ranOut(deletion.first().at())) {
        return lifetime();
      }
      long gap = again.first().timeNanos() - deletion.last().at().timeNanos();
      return byUe && atNew && gap <= REAUTHENTICATION_NANOS
          ? justified(
              Cause.REAUTHENTICATION,
              Confidence.HIGH,
              "K was agreed and the IKE SA moved along; the mobile node then deleted it and ran IKE"
                  + " again at once: a reauthentication, which the move did not cause.")
          : justified(
              Cause.SA_DELETED,
              Confidence.HIGH,
              "K was agreed, but the IKE SA had been deleted by "
                  + (byUe ? "the mobile node" : "the home agent")
                  + ", so IKE had to be run again.");
    }

    /**
     * RFC 7296 section 2.4: whoever says INITIAL_CONTACT knows no other SA with its peer. A mobile
     * node says it whenever it begins anew; a home agent that still had the SA does not.
     */
    private boolean agentForgot(IkeSa again) {
      boolean agentInitiates = !correlation.ueInitiated(again);
      return again.exchanges().stream()
          .filter(exchange -> exchange.type() == IkeTracker.IKE_AUTH)
          .map(exchange -> agentInitiates ? exchange.asked() : exchange.given())
          .anyMatch(said -> said != null && said.initialContact());
    }

    /** The lifetime that was told for the current SA was over, or nearly. */
    private boolean ranOut(At at) {
      IkeSa current = ike.current();
      IkeSa.Lifetime lifetime = current == null ? null : current.lifetime();
      return lifetime != null
          && at.timeNanos() >= lifetime.endNanos() - lifetime.seconds() * AHEAD_OF_END_NANOS;
    }

    private Opinion lifetime() {
      return justified(
          Cause.LIFETIME,
          Confidence.MEDIUM,
          "K was agreed, but the lifetime that was told for the IKE SA had run out, so IKE had to"
              + " be run again.");
    }

    /** RFC 6275 11.7.3 looks at K in any acknowledgement: a refusal with K=0 is a reason too. */
    private boolean refusedBefore(IkeSa again) {
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

    /**
     * The last exchange on the old SA may be its DELETE: break before make, a DELETE on the home
     * link, or one by the home agent.
     */
    private boolean maybeDelete(IkeExchange last, IkeSa again) {
      boolean atHome =
          last.first().initiator().equals(history.ue().homeAddress())
              || last.first().responder().equals(history.ue().homeAddress());
      IkeSa current = ike.current();
      boolean byAgent = current != null && last.byInitiator() != correlation.ueInitiated(current);
      long gap = again.first().timeNanos() - last.last().at().timeNanos();
      long most = byAgent ? AGENT_DELETE_TO_RERUN_NANOS : DELETE_TO_RERUN_NANOS;
      return informational(last) && (atHome || gap <= most);
    }

    private boolean informational(IkeExchange exchange) {
      return exchange.type() == IkeTracker.INFORMATIONAL
          || exchange.type() == IkeTracker.INFORMATIONAL_1;
    }

    // K refused, or not asked for.
    private Opinion notAgreed(boolean asked) {
      if (rerun != null) {
        return asked
            ? justified(
                Cause.K_REFUSED,
                Confidence.HIGH,
                "The home agent did not grant K, so the IKE SA does not survive the move and IKE"
                    + " had to be run again.")
            : opinion(
                Verdict.RERUN_AVOIDABLE,
                IkeOutcome.RERUN,
                Confidence.HIGH,
                "k_not_asked",
                "The mobile node did not ask for K and ran IKE again: with K the IKE SA could have"
                    + " moved along.");
      }
      if (movedByMobike()) {
        return mobike();
      }
      List<IkeExchange> used = new ArrayList<>(ike.ueFromNew());
      used.addAll(ike.agentToNew());
      used.addAll(ike.agentToOld());
      used.removeIf(IkeExchange::deletesIkeSa); // that ends the SA, as it should be
      if (!used.isEmpty()) {
        return keptWithoutK(asked, used);
      }
      return opinion(
          asked ? Verdict.K_REFUSED : Verdict.K_NOT_ASKED,
          IkeOutcome.NONE,
          Confidence.HIGH,
          "no_ike_after_move",
          asked
              ? "The home agent did not grant K. IKE has to be run again when it is next needed;"
                  + " the capture does not show that yet."
              : "The mobile node did not ask for K. IKE has to be run again when it is next needed;"
                  + " the capture does not show that yet.");
    }

    private Opinion keptWithoutK(boolean asked, List<IkeExchange> used) {
      IkeOutcome outcome = ike.usedAtNew() ? IkeOutcome.CONTINUED : IkeOutcome.STALE;
      if (used.stream().anyMatch(exchange -> !exchange.requestSeen() && informational(exchange))) {
        return inconclusive(
            outcome,
            Confidence.MEDIUM,
            PACKETS_LOST,
            List.of(Gap.Packets.IKE_REQUESTS),
            "K was not agreed and the old IKE SA is used after the move, but a request on it is not"
                + " in the capture, only its answer: it may have been MOBIKE's UPDATE_SA_ADDRESSES"
                + " or the DELETE.");
      }
      if (ike.ueFromNew().stream().anyMatch(this::maybeMobike)) {
        return inconclusive(
            IkeOutcome.UNKNOWN,
            Confidence.MEDIUM,
            ENCRYPTED,
            ikeKeys(),
            "K was not agreed and the old IKE SA is used from the new care-of address, after a"
                + " message as long as MOBIKE's UPDATE_SA_ADDRESSES: with the IKE keys it can be"
                + " told.");
      }
      boolean open = used.stream().allMatch(exchange -> exchange.asked() != null);
      if (!open && used.size() == 1 && informational(used.getFirst())) {
        return inconclusive(
            outcome,
            Confidence.MEDIUM,
            ENCRYPTED,
            ikeKeys(),
            "K was not agreed; the one exchange on the old IKE SA after the move may use it or"
                + " delete it: with the IKE keys it can be told.");
      }
      return opinion(
          Verdict.SA_KEPT_WITHOUT_K,
          outcome,
          open ? Confidence.HIGH : Confidence.MEDIUM,
          asked ? "old_sa_used_after_refusal" : "old_sa_used_without_k",
          (asked ? "The home agent did not grant K" : "The mobile node did not ask for K")
              + ", and yet the old IKE SA is used after the move instead of a new one.");
    }

    private boolean movedByMobike() {
      return ike.ueFromNew().stream().anyMatch(IkeExchange::movesSa);
    }

    private Opinion mobike() {
      return opinion(
          Verdict.MOVED_BY_MOBIKE,
          IkeOutcome.MOBIKE,
          Confidence.HIGH,
          "update_sa_addresses",
          "The mobile node moved the IKE SA itself with UPDATE_SA_ADDRESSES (RFC 4555), whatever K"
              + " said.");
    }

    private boolean movedBeforeUpdate() {
      return ike.ueFromNew().stream()
          .anyMatch(exchange ->
              exchange.first().at().timeNanos() < movement.begin().timeNanos()
                  && maybeMobike(exchange));
    }

    /** Longer than the SA's shortest INFORMATIONAL by what MOBIKE adds. */
    private boolean maybeMobike(IkeExchange exchange) {
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

    /** Nothing of IKE is in the capture for this UE. */
    private Opinion noIke() {
      boolean wholeStory =
          correlation.observation().otherTraffic()
              && correlation.ikeSas().stream().anyMatch(IkeSa::startSeen)
              && history.newcomer(correlation.observation());
      if (wholeStory) {
        return opinion(
            Verdict.NO_IKE,
            IkeOutcome.NONE,
            Confidence.MEDIUM,
            "no_ike_sa_of_this_ue",
            "K was agreed, but the capture, which shows IKE of others, shows no IKE SA of this"
                + " mobile node: with manual keying K must be clear.");
      }
      return opinion(
          Verdict.K_AGREED,
          IkeOutcome.NONE,
          Confidence.MEDIUM,
          "no_ike_in_capture",
          "K was agreed; there is no IKE of this mobile node in the capture, so nothing contradicts"
              + " it and nothing proves it.");
    }

    private boolean proven() {
      return !ike.agentToNew().isEmpty()
          || ike.ueFromNew().stream().anyMatch(IkeExchange::answered);
    }

    private IkeOutcome visible() {
      if (rerun != null) {
        return IkeOutcome.RERUN;
      }
      if (ike.usedAtNew()) {
        return IkeOutcome.CONTINUED;
      }
      return ike.agentToOld().isEmpty() && ike.ueFromOld().isEmpty()
          ? IkeOutcome.NONE
          : IkeOutcome.STALE;
    }

    private String visibleText() {
      return switch (visible()) {
        case RERUN -> "IKE was run again from the new care-of address.";
        case CONTINUED -> "The same IKE SA goes on from the new care-of address.";
        case STALE -> "The old IKE SA is still used with the old care-of address.";
        case NONE, MOBIKE, UNKNOWN -> "No IKE message followed the move.";
      };
    }

    /** The keys of the IKE SA that was there before the move. */
    private List<Gap> ikeKeys() {
      return ike.current() == null ? List.of() : List.of(new Gap.IkeKeys(ike.current()));
    }
  }
}
