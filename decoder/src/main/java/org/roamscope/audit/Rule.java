package org.roamscope.audit;

import java.util.function.Consumer;

/**
 * Reports one pattern. A rule keeps no state: several may look at once, each at several captures.
 */
public interface Rule {
  /** What it is. */
  RuleInfo info();

  /** Looks for the pattern. */
  void check(AuditContext context, Consumer<Finding> findings);
}
