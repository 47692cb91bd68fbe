package org.roamscope.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Handover.IkeOutcome;
import org.roamscope.track.Correlation;
import org.roamscope.track.Event;
import org.roamscope.track.IkeEvidence;
import org.roamscope.track.IkeExchange;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Movement;
import org.roamscope.track.Registration;

/**
 * Gives every movement its one verdict: the decision table of the reference (RFC 6275 sections
 * 10.3.1, 10.3.2, 11.7.1 and 11.7.3, RFC 4877 section 7.4, RFC 5555 section 5.1, TS 24.303 5.2.2
 * and 5.2.3) as far as a passive observer can go, with keys or without. Where two verdicts fit, the
 * one that names a fault wins.
 */
public final class HandoverJudge {
  // Reasons of INCONCLUSIVE.
  private static final String PACKETS_LOST = "packets_lost";
  private static final String ENCRYPTED = "encrypted_no_key";
  private static final String ENDS_EARLY = "capture_ends_early";

  private final MovementFacts facts;
  private final Movement movement;
  private final IkeEvidence ike;
  private final @Nullable Registration registration;
  private final @Nullable IkeSa rerun;

  private HandoverJudge(MovementFacts facts) {
    this.facts = facts;
    movement = facts.movement();
    ike = movement.ike();
    registration = movement.registration();
    rerun = ike.rerun();
  }

  /**
   * The verdict on a movement.
   *
   * @param history of the UE that moved
   */
  public static Handover judge(
      Correlation correlation, Correlation.History history, Movement movement) {
    MovementFacts facts = new MovementFacts(correlation, history, movement);
    Handover judged = new HandoverJudge(facts).decide().on(movement);
    return facts.ownerGuessed() ? judged.lessSure() : judged;
  }

  private Opinion decide() {
    if (registration == null) {
      return movement.strays().isEmpty()
          ? unannounced()
          : updateLost(
              movement.strays(),
              "An acknowledgement was sent to this care-of address, but the Binding Update"
                  + " that it answers is not in the capture.");
    }
    if (movement.fromAddress() == null) {
      return Opinion.inconclusive(
          IkeOutcome.RERUN,
          Confidence.LOW,
          "capture_starts_late",
          List.of(Gap.Packets.BEFORE_CAPTURE),
          "The capture starts after this mobile node had registered: that it moved, and what was"
              + " agreed before, cannot be seen; IKE was run again although an older IKE SA was"
              + " in use.");
    }
    if (registration.opaque()) {
      return Opinion.inconclusive(
          facts.visible(),
          Confidence.MEDIUM,
          ENCRYPTED,
          registration.closedSpis().stream().<Gap>map(Gap.EspKeys::new).toList(),
          "The Binding Update and its acknowledgement are inside ESP and no key is known: the K"
              + " bits cannot be read. "
              + visibleText());
    }
    if (registration.outcome() == Registration.Outcome.REFUSED) {
      List<Event.BindingAcknowledgement> later = facts.acceptedLater();
      if (!later.isEmpty()) {
        return updateLost(
            later,
            "The home agent refused the binding first and accepted it then, but the"
                + " Binding Update that it accepted is not in the capture.");
      }
      return Opinion.of(
          Verdict.NOT_BOUND,
          facts.visible(),
          Confidence.HIGH,
          "refused",
          "The home agent refused the binding: K says nothing yet.");
    }
    if (registration.outcome() != Registration.Outcome.ACCEPTED) {
      return unanswered();
    }
    if (movement.attempts().stream().anyMatch(facts::answerMissed)) {
      return answerLost(
          "An earlier Binding Update from here was not repeated, so it seems to have been"
              + " acknowledged, but that acknowledgement is not in the capture: what was agreed"
              + " at the move cannot be told.");
    }
    List<Event.BindingAcknowledgement> others =
        movement.strays().stream().filter(facts::saysOther).toList();
    if (!others.isEmpty()) {
      return updateLost(
          others,
          "An earlier acknowledgement to this care-of address answers a Binding Update"
              + " that is not in the capture: what was agreed at the move cannot be told.");
    }
    boolean asked = Boolean.TRUE.equals(registration.keyManagementRequested());
    boolean granted = Boolean.TRUE.equals(registration.keyManagementGranted());
    if (!asked && granted) {
      return Opinion.of(
          Verdict.K_UNSOLICITED,
          facts.visible(),
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
        facts.visible(),
        Confidence.MEDIUM,
        PACKETS_LOST,
        text,
        List.of(Gap.Packets.FROM_UE),
        strays.stream().map(Event::at).toList());
  }

  /** The capture lacks an acknowledgement. */
  private Opinion answerLost(String text) {
    return Opinion.inconclusive(
        facts.visible(),
        Confidence.MEDIUM,
        PACKETS_LOST,
        List.of(Gap.Packets.FROM_HOME_AGENT),
        text);
  }

  private Opinion unannounced() {
    String text =
        rerun != null
            ? "IKE was run from a new care-of address and no Binding Update for it was seen."
            : "The IKE SA is used from a new care-of address and no Binding Update for it was"
                + " seen.";
    return Opinion.of(
        Verdict.NO_BINDING_UPDATE,
        rerun != null ? IkeOutcome.RERUN : IkeOutcome.CONTINUED,
        Confidence.MEDIUM,
        "no_binding_update",
        text);
  }

  private Opinion unanswered() {
    boolean asked =
        registration != null && Boolean.TRUE.equals(registration.keyManagementRequested());
    if (ike.usedAtNew() && rerun == null && asked) {
      return Opinion.of(
          Verdict.K_HONOURED,
          IkeOutcome.CONTINUED,
          Confidence.LOW,
          "acknowledgement_not_seen",
          "K was asked for and the same IKE SA goes on from the new care-of address; the"
              + " acknowledgement was not captured.");
    }
    List<Event.BindingAcknowledgement> later = facts.acceptedLater();
    if (!later.isEmpty()) {
      return updateLost(
          later,
          "The Binding Update was not answered, and a later acknowledgement accepts one that is"
              + " not in the capture.");
    }
    if (!facts.agentHeard()) {
      return Opinion.inconclusive(
          facts.visible(),
          Confidence.LOW,
          PACKETS_LOST,
          List.of(Gap.Packets.FROM_HOME_AGENT),
          "No acknowledgement to this mobile node was captured at all: the capture seems to hold"
              + " one direction only.");
    }
    if (registration != null && facts.atEndOfCapture(registration)) {
      return Opinion.inconclusive(
          facts.visible(),
          Confidence.LOW,
          ENDS_EARLY,
          List.of(Gap.Packets.AFTER_CAPTURE),
          "The capture ends before the Binding Update could be answered.");
    }
    if (registration != null && facts.answerMissed(registration)) {
      return answerLost(
          "The Binding Update was not repeated, so it seems to have been acknowledged, but the"
              + " acknowledgement is not in the capture.");
    }
    return Opinion.of(
        Verdict.NOT_BOUND,
        facts.visible(),
        Confidence.MEDIUM,
        "unanswered",
        "No acknowledgement to the Binding Update was seen: K says nothing yet.");
  }

  // K asked for and granted.
  private Opinion agreed() {
    if (!ike.agentToOld().isEmpty()) {
      return Opinion.of(
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
      return Opinion.of(
          Verdict.STALE_UE_ENDPOINT,
          ike.usedAtNew() ? IkeOutcome.CONTINUED : IkeOutcome.STALE,
          Confidence.HIGH,
          "ue_request_from_old_address",
          "K was agreed, and after the acknowledgement the mobile node still sends IKE requests"
              + " from the care-of address that it left.");
    }
    if (facts.movedByMobike()) {
      return mobike();
    }
    if (facts.proven() && facts.movedBeforeUpdate()) {
      return Opinion.inconclusive(
          IkeOutcome.CONTINUED,
          Confidence.MEDIUM,
          ENCRYPTED,
          facts.ikeKeys(),
          "K was agreed, but the IKE SA showed the new care-of address before the Binding Update,"
              + " with a message as long as MOBIKE's UPDATE_SA_ADDRESSES: with the IKE keys it"
              + " can be told who moved it.");
    }
    if (facts.proven()) {
      return Opinion.of(
          Verdict.K_HONOURED,
          IkeOutcome.CONTINUED,
          Confidence.HIGH,
          "same_ike_sa_from_new_address",
          "K was agreed and the same IKE SA goes on from the new care-of address.");
    }
    if (ike.usedAtNew()) {
      return Opinion.inconclusive(
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
    return Opinion.of(
        Verdict.K_AGREED,
        IkeOutcome.NONE,
        Confidence.HIGH,
        "no_ike_after_move",
        "K was agreed; no IKE message followed, so nothing contradicts it and nothing proves"
            + " it.");
  }

  private Opinion rerunAfterAgreement(IkeSa again) {
    if (facts.agentForgot(again)) {
      return Opinion.justified(
          Cause.HOME_AGENT_RESTART,
          Confidence.HIGH,
          "K was agreed, but the home agent lost its IKE SA: it says INITIAL_CONTACT in the new"
              + " one, so it knows of no other.");
    }
    if (!ike.unknownSpi().isEmpty()) {
      return Opinion.justified(
          Cause.INVALID_IKE_SPI,
          Confidence.MEDIUM,
          "K was agreed, but the home agent did not know the IKE SA any more (INVALID_IKE_SPI),"
              + " so the mobile node had to run IKE again.");
    }
    if (!ike.unanswered().isEmpty()) {
      return Opinion.justified(
          Cause.DEAD_PEER,
          Confidence.HIGH,
          "K was agreed, but the home agent stopped answering on the IKE SA: its requests were"
              + " repeated without an answer, then IKE was run again.");
    }
    IkeExchange last = ike.lastBeforeRerun();
    if (last != null && last.deletesIkeSa()) {
      return afterDelete(last, again);
    }
    if (facts.ranOut(again.first())) {
      return lifetime();
    }
    if (facts.refusedBefore(again)) {
      return Opinion.justified(
          Cause.K_REFUSED,
          Confidence.MEDIUM,
          "The home agent refused the first Binding Update from here, which leaves K open, and"
              + " the mobile node ran IKE before it was accepted with K.");
    }
    if (last != null && !last.requestSeen() && facts.maybeDelete(last, again)) {
      return Opinion.inconclusive(
          IkeOutcome.RERUN,
          Confidence.MEDIUM,
          PACKETS_LOST,
          List.of(Gap.Packets.IKE_REQUESTS),
          "K was agreed and IKE was run again, but the last request on the old IKE SA is not in"
              + " the capture, only its answer: it may have been the DELETE.");
    }
    if (last != null && last.asked() == null && facts.maybeDelete(last, again)) {
      return Opinion.inconclusive(
          IkeOutcome.RERUN,
          Confidence.MEDIUM,
          ENCRYPTED,
          facts.ikeKeys(),
          "K was agreed and IKE was run again, but the last message on the old IKE SA may be its"
              + " DELETE: with the IKE keys it can be told.");
    }
    if (facts.unrelated(again)) {
      return Opinion.of(
          Verdict.K_HONOURED,
          IkeOutcome.CONTINUED,
          Confidence.MEDIUM,
          "later_rerun_has_another_cause",
          "K was agreed and the same IKE SA went on from the new care-of address; IKE was run"
              + " again much later, which the move does not explain.");
    }
    boolean before = again.first().timeNanos() < movement.begin().timeNanos();
    boolean mayHaveEnded = last != null && last.asked() == null && last.informational() && !before;
    return Opinion.of(
        Verdict.NEEDLESS_RERUN,
        IkeOutcome.RERUN,
        mayHaveEnded || ike.current() == null || facts.askedInVain(again)
            ? Confidence.MEDIUM
            : Confidence.HIGH,
        before ? "rerun_before_binding_update" : "rerun_after_k_agreed",
        before
            ? "IKE was run again from the new care-of address before the Binding Update, which"
                + " then agreed on K: the old IKE SA would have moved along."
            : "K was agreed, so the IKE SA moves with the care-of address, and yet IKE was run"
                + " again.");
  }

  /** The old SA was deleted before the re-run. */
  private Opinion afterDelete(IkeExchange deletion, IkeSa again) {
    boolean byUe = facts.byUe(deletion);
    if (!byUe && facts.ranOut(deletion.first().at())) {
      return lifetime();
    }
    return byUe && facts.reauthenticates(deletion, again)
        ? Opinion.justified(
            Cause.REAUTHENTICATION,
            Confidence.HIGH,
            "K was agreed and the IKE SA moved along; the mobile node then deleted it and ran IKE"
                + " again at once: a reauthentication, which the move did not cause.")
        : Opinion.justified(
            Cause.SA_DELETED,
            Confidence.HIGH,
            "K was agreed, but the IKE SA had been deleted by "
                + (byUe ? "the mobile node" : "the home agent")
                + ", so IKE had to be run again.");
  }

  private Opinion lifetime() {
    return Opinion.justified(
        Cause.LIFETIME,
        Confidence.MEDIUM,
        "K was agreed, but the lifetime that was told for the IKE SA had run out, so IKE had to"
            + " be run again.");
  }

  // K refused, or not asked for.
  private Opinion notAgreed(boolean asked) {
    if (rerun != null) {
      return asked
          ? Opinion.justified(
              Cause.K_REFUSED,
              Confidence.HIGH,
              "The home agent did not grant K, so the IKE SA does not survive the move and IKE"
                  + " had to be run again.")
          : Opinion.of(
              Verdict.RERUN_AVOIDABLE,
              IkeOutcome.RERUN,
              Confidence.HIGH,
              "k_not_asked",
              "The mobile node did not ask for K and ran IKE again: with K the IKE SA could have"
                  + " moved along.");
    }
    if (facts.movedByMobike()) {
      return mobike();
    }
    List<IkeExchange> used = facts.usedAfterMove();
    if (!used.isEmpty()) {
      return keptWithoutK(asked, used);
    }
    return Opinion.of(
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
    if (used.stream().anyMatch(exchange -> !exchange.requestSeen() && exchange.informational())) {
      return Opinion.inconclusive(
          outcome,
          Confidence.MEDIUM,
          PACKETS_LOST,
          List.of(Gap.Packets.IKE_REQUESTS),
          "K was not agreed and the old IKE SA is used after the move, but a request on it is not"
              + " in the capture, only its answer: it may have been MOBIKE's UPDATE_SA_ADDRESSES"
              + " or the DELETE.");
    }
    if (ike.ueFromNew().stream().anyMatch(facts::maybeMobike)) {
      return Opinion.inconclusive(
          IkeOutcome.UNKNOWN,
          Confidence.MEDIUM,
          ENCRYPTED,
          facts.ikeKeys(),
          "K was not agreed and the old IKE SA is used from the new care-of address, after a"
              + " message as long as MOBIKE's UPDATE_SA_ADDRESSES: with the IKE keys it can be"
              + " told.");
    }
    boolean open = used.stream().allMatch(exchange -> exchange.asked() != null);
    if (!open && used.size() == 1 && used.getFirst().informational()) {
      return Opinion.inconclusive(
          outcome,
          Confidence.MEDIUM,
          ENCRYPTED,
          facts.ikeKeys(),
          "K was not agreed; the one exchange on the old IKE SA after the move may use it or"
              + " delete it: with the IKE keys it can be told.");
    }
    return Opinion.of(
        Verdict.SA_KEPT_WITHOUT_K,
        outcome,
        open ? Confidence.HIGH : Confidence.MEDIUM,
        asked ? "old_sa_used_after_refusal" : "old_sa_used_without_k",
        (asked ? "The home agent did not grant K" : "The mobile node did not ask for K")
            + ", and yet the old IKE SA is used after the move instead of a new one.");
  }

  private Opinion mobike() {
    return Opinion.of(
        Verdict.MOVED_BY_MOBIKE,
        IkeOutcome.MOBIKE,
        Confidence.HIGH,
        "update_sa_addresses",
        "The mobile node moved the IKE SA itself with UPDATE_SA_ADDRESSES (RFC 4555), whatever K"
            + " said.");
  }

  /** Nothing of IKE is in the capture for this UE. */
  private Opinion noIke() {
    if (facts.wholeStory()) {
      return Opinion.of(
          Verdict.NO_IKE,
          IkeOutcome.NONE,
          Confidence.MEDIUM,
          "no_ike_sa_of_this_ue",
          "K was agreed, but the capture, which shows IKE of others, shows no IKE SA of this"
              + " mobile node: with manual keying K must be clear.");
    }
    return Opinion.of(
        Verdict.K_AGREED,
        IkeOutcome.NONE,
        Confidence.MEDIUM,
        "no_ike_in_capture",
        "K was agreed; there is no IKE of this mobile node in the capture, so nothing contradicts"
            + " it and nothing proves it.");
  }

  private String visibleText() {
    return switch (facts.visible()) {
      case RERUN -> "IKE was run again from the new care-of address.";
      case CONTINUED -> "The same IKE SA goes on from the new care-of address.";
      case STALE -> "The old IKE SA is still used with the old care-of address.";
      case NONE, MOBIKE, UNKNOWN -> "No IKE message followed the move.";
    };
  }
}
