package org.roamscope.track;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose each IKE SA is.
 *
 * @param owners by SA; one that belongs to nobody is not in it
 * @param guessed SAs that fit several UEs equally well and have the nearest one
 * @param missed of UEs: those of these SAs that fit them as well, and are another's
 */
record SaOwnership(Map<IkeSa, Ue> owners, Set<IkeSa> guessed, Map<Ue, List<IkeSa>> missed) {
  /** Finds owners. */
  static SaOwnership of(Sides sides, Strays strays, List<Ue> ues, List<IkeSa> sas) {
    return new OwnerSearch(sides, strays, ues, sas).result();
  }

  /** The owner, or null when nothing tells. */
  @Nullable Ue owner(IkeSa sa) {
    return owners.get(sa);
  }

  /** True when the owner is the nearest one of several UEs that the SA fits equally well. */
  boolean guessed(IkeSa sa) {
    return guessed.contains(sa);
  }
}
