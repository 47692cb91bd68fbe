package org.roamscope.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.track.At;
import org.roamscope.track.Movement;

/**
 * A movement and its verdict.
 *
 * @param movement the facts
 * @param ike what became of the IKE SA
 * @param verdict the verdict
 * @param cause with RERUN_JUSTIFIED
 * @param reason a code; for INCONCLUSIVE what is missing
 * @param explanation one sentence for people
 * @param confidence how sure
 * @param evidence frames that show it, in time order
 * @param missing with INCONCLUSIVE: what would settle it
 */
public record Handover(
    Movement movement,
    IkeOutcome ike,
    Verdict verdict,
    @Nullable Cause cause,
    String reason,
    String explanation,
    Confidence confidence,
    List<At> evidence,
    List<Gap> missing) {
  /** What became of the IKE SA. */
  public enum IkeOutcome {
    /** The old SA goes on from the new place. */
    CONTINUED("continued"),
    /** IKE was run again. */
    RERUN("rerun"),
    /** The old SA is used only towards or from the old address. */
    STALE("stale"),
    /** No IKE after the move. */
    NONE("none"),
    /** Moved by MOBIKE. */
    MOBIKE("mobike"),
    /** Cannot be told. */
    UNKNOWN("unknown");

    private final String json;

    IkeOutcome(String json) {
      this.json = json;
    }

    /** Spelling in reports. */
    public String json() {
      return json;
    }
  }

  /**
   * The same, where packets were dropped that may have said something else, or where what decides
   * may be another UE's.
   */
  Handover lessSure() {
    return new Handover(
        movement,
        ike,
        verdict,
        cause,
        reason,
        explanation,
        confidence.lowered(),
        evidence,
        missing);
  }

  /** K of the Binding Update, or null when unknown. */
  public @Nullable Boolean keyManagementRequested() {
    var registration = movement.registration();
    return registration == null ? null : registration.keyManagementRequested();
  }

  /** K of the Binding Acknowledgement, or null when unknown. */
  public @Nullable Boolean keyManagementGranted() {
    var registration = movement.registration();
    return registration == null ? null : registration.keyManagementGranted();
  }
}
