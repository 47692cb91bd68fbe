package org.roamscope.audit;

/**
 * A finding that does not count because somebody said so. It changes no verdict.
 *
 * @param finding what the rule found
 * @param by what keeps it from counting
 * @param reason why, in the words of whoever said so; may be empty
 */
public record Suppressed(Finding finding, By by, String reason) {
  /** What keeps a finding from counting. */
  public enum By {
    /** Its rule was not selected. */
    SELECT("select"),
    /** Its rule is ignored. */
    IGNORE("ignore"),
    /** It was there when the baseline was written. */
    BASELINE("baseline"),
    /** A suppression of the configuration names it. */
    CONFIGURATION("configuration");

    private final String json;

    By(String json) {
      this.json = json;
    }

    /** Spelling in reports. */
    public String json() {
      return json;
    }
  }
}
