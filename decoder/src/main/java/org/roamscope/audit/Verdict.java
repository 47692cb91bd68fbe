package org.roamscope.audit;

/** What happened to the keys in a handover. Exactly one per handover; the names are API. */
public enum Verdict {
  /** K agreed and the IKE SA goes on from the new care-of address. */
  K_HONOURED,
  /** K agreed; no IKE since, so nothing contradicts and nothing proves it. */
  K_AGREED,
  /** K agreed and IKE was run again all the same, without another cause. */
  NEEDLESS_RERUN,
  /** IKE was run again with a cause that the trace shows. */
  RERUN_JUSTIFIED,
  /** K was not asked for and IKE was run again: K would have saved it. */
  RERUN_AVOIDABLE,
  /** K was asked for and refused; no re-run and no use of the old SA yet. */
  K_REFUSED,
  /** K was not asked for; no re-run and no use of the old SA yet. */
  K_NOT_ASKED,
  /** The home agent set K although the mobile node had not. */
  K_UNSOLICITED,
  /** K was not agreed, and yet the old IKE SA is used after the move. */
  SA_KEPT_WITHOUT_K,
  /** K agreed, and the home agent still sends IKE to the old care-of address. */
  STALE_HOME_AGENT_ENDPOINT,
  /** K agreed, and the mobile node still sends IKE from the old care-of address. */
  STALE_UE_ENDPOINT,
  /** MOBIKE moved the IKE SA. */
  MOVED_BY_MOBIKE,
  /** There is no IKE SA of this mobile node. */
  NO_IKE,
  /** IKE shows a new care-of address, a Binding Update for it was not seen. */
  NO_BINDING_UPDATE,
  /** The binding was refused or never answered. */
  NOT_BOUND,
  /** The capture does not hold what the answer needs. */
  INCONCLUSIVE
}
