package org.roamscope.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Handover.IkeOutcome;
import org.roamscope.track.At;
import org.roamscope.track.Movement;

/**
 * What a judge thinks of a movement.
 *
 * @param verdict the one
 * @param cause with RERUN_JUSTIFIED: what made the re-run necessary
 * @param ike what became of IKE
 * @param confidence how sure
 * @param reason as a word for programs
 * @param text as a sentence for people
 * @param missing with INCONCLUSIVE: what would settle it
 * @param shown frames that show it, besides those that show such a verdict always
 */
record Opinion(
    Verdict verdict,
    @Nullable Cause cause,
    IkeOutcome ike,
    Confidence confidence,
    String reason,
    String text,
    List<Gap> missing,
    List<At> shown) {
  /** One that needs no more than this. */
  static Opinion of(
      Verdict verdict, IkeOutcome ike, Confidence confidence, String reason, String text) {
    return new Opinion(verdict, null, ike, confidence, reason, text, List.of(), List.of());
  }

  /** None, for want of something. */
  static Opinion inconclusive(
      IkeOutcome ike, Confidence confidence, String reason, List<Gap> missing, String text) {
    return new Opinion(
        Verdict.INCONCLUSIVE, null, ike, confidence, reason, text, missing, List.of());
  }

  /** That IKE had to be run again. */
  static Opinion justified(Cause cause, Confidence confidence, String text) {
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

  /** The handover so judged. */
  Handover on(Movement movement) {
    return new Handover(
        movement,
        ike,
        verdict,
        cause,
        reason,
        text,
        confidence,
        EvidenceFrames.of(movement, verdict, cause, shown),
        missing);
  }
}
