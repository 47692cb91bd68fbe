package org.roamscope.track;

import org.jspecify.annotations.Nullable;

/**
 * A Binding Update with lifetime 0 and what became of the IKE SA.
 *
 * @param ue whose
 * @param registration the transaction
 * @param before the binding that was to go, null when none was seen
 * @param fate what became of the IKE SA
 */
public record Deregistration(
    Ue ue, Registration registration, @Nullable Registration before, IkeFate fate) {
  /** What became of the IKE SA. */
  public enum IkeFate {
    /** It was used afterwards. */
    PRESERVED("preserved"),
    /** It was deleted. */
    DELETED("deleted"),
    /** The capture does not tell. */
    UNKNOWN("unknown");

    private final String json;

    IkeFate(String json) {
      this.json = json;
    }

    /** Spelling in reports. */
    public String json() {
      return json;
    }
  }
}
