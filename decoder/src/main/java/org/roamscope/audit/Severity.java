package org.roamscope.audit;

/** How much harm a finding means, in Wireshark's words; the order is from worst to least. */
public enum Severity {
  /** A MUST or shall was broken. */
  ERROR("error"),
  /** A SHOULD was not followed. */
  WARNING("warning"),
  /** Worth knowing. */
  NOTE("note"),
  /** Routine. */
  CHAT("chat");

  private final String json;

  Severity(String json) {
    this.json = json;
  }

  /** Spelling in reports. */
  public String json() {
    return json;
  }

  /** True when this is as bad as {@code other} or worse. */
  public boolean atLeast(Severity other) {
    return compareTo(other) <= 0;
  }
}
