package org.roamscope.audit;

import java.util.Arrays;
import java.util.Optional;

/** How hard findings are weighed. Verdicts never change. */
public enum Strictness {
  /** As the rules say: error for what has to be, warning for what should be. */
  REGULAR("regular"),
  /** What should be has to be: warnings become errors. For a network that takes no excuse. */
  STRICT("strict"),
  /**
   * Only what the frames prove weighs: findings of medium or low confidence become notes. For a
   * report that goes to somebody who will deny it.
   */
  FORENSIC("forensic");

  private final String id;

  Strictness(String id) {
    this.id = id;
  }

  /** Spelling on the command line. */
  public String id() {
    return id;
  }

  /** The one of that name, in any case. */
  public static Optional<Strictness> named(String name) {
    return Arrays.stream(values()).filter(one -> one.id.equalsIgnoreCase(name)).findFirst();
  }

  /** The severity that a finding has. */
  public Severity weigh(Finding finding) {
    Severity severity = finding.severity();
    return switch (this) {
      case REGULAR -> severity;
      case STRICT -> severity == Severity.WARNING ? Severity.ERROR : severity;
      case FORENSIC ->
          finding.confidence() != Confidence.HIGH && severity.atLeast(Severity.NOTE)
              ? Severity.NOTE
              : severity;
    };
  }
}
