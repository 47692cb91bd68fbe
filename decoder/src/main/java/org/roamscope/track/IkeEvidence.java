package org.roamscope.track;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What IKE did around a movement.
 *
 * @param current the newest IKE SA of the UE before the move, or null when none was seen
 * @param older all IKE SAs of the UE that began before the move
 * @param reruns IKE SAs begun for the new place, oldest first; failed attempts count
 * @param ueFromNew requests of the UE on an old SA from the new place
 * @param ueFromOld requests of the UE on the current SA from the place it left, after the
 *     acknowledgement
 * @param agentToNew requests of the home agent on an old SA to the new place
 * @param agentToOld requests of the home agent on the current SA to the place left, begun after the
 *     acknowledgement (or repeated long after it) and before any re-run
 * @param unanswered requests of the UE on an old SA from the new place, sent at least three times,
 *     never answered
 * @param unknownSpi INVALID_IKE_SPI for an old SA, told to the new place before any re-run
 * @param lastBeforeRerun the last exchange on the current SA before the re-run when nothing
 *     followed on that SA, or null
 */
public record IkeEvidence(
    @Nullable IkeSa current,
    List<IkeSa> older,
    List<IkeSa> reruns,
    List<IkeExchange> ueFromNew,
    List<IkeExchange> ueFromOld,
    List<IkeExchange> agentToNew,
    List<IkeExchange> agentToOld,
    List<IkeExchange> unanswered,
    List<IkeTracker.InvalidSpi> unknownSpi,
    @Nullable IkeExchange lastBeforeRerun) {
  /** The first re-run, or null. */
  public @Nullable IkeSa rerun() {
    return reruns.isEmpty() ? null : reruns.getFirst();
  }

  /** True when an old SA was used at the new place by either side. */
  public boolean usedAtNew() {
    return !ueFromNew.isEmpty() || !agentToNew.isEmpty();
  }
}
