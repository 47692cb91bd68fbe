package org.roamscope.audit;

import java.util.Comparator;

/**
 * What a finding is about, without frame numbers and times: the same trouble in another capture has
 * the same fingerprint.
 *
 * @param rule id of the rule
 * @param ue home address, empty when it is about no UE
 * @param from care-of address left in the handover it belongs to; empty without one, or unknown
 * @param to care-of address moved to; empty when it belongs to no handover
 */
public record Fingerprint(String rule, String ue, String from, String to)
    implements Comparable<Fingerprint> {
  private static final Comparator<Fingerprint> ORDER =
      Comparator.comparing(Fingerprint::rule)
          .thenComparing(Fingerprint::ue)
          .thenComparing(Fingerprint::from)
          .thenComparing(Fingerprint::to);

  @Override
  public int compareTo(Fingerprint other) {
    return ORDER.compare(this, other);
  }

  /** One line; addresses and ids hold no blank. */
  @Override
  public String toString() {
    return rule + " " + ue + " " + from + " " + to;
  }
}
