package org.roamscope.audit;

import java.util.function.Consumer;

/** Reports one pattern. A rule keeps no state between captures. */
public interface Rule {
  /** What it is. */
  RuleInfo info();

  /** Looks for the pattern. */
  void check(AuditContext context, Consumer<Finding> findings);
}
