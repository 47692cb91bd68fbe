package org.roamscope.audit;

/** How sure a passive observer can be. */
public enum Confidence {
  /** The frames leave no other reading. */
  HIGH("high"),
  /** Another reading is possible and unlikely. */
  MEDIUM("medium"),
  /** An inference over something that was not seen. */
  LOW("low");

  private final String json;

  Confidence(String json) {
    this.json = json;
  }

  /** Spelling in reports. */
  public String json() {
    return json;
  }

  /** One step less sure; LOW stays. */
  public Confidence lowered() {
    return this == HIGH ? MEDIUM : LOW;
  }

  /** The lower of both. */
  public Confidence and(Confidence other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
