package org.roamscope.report;

import java.util.EnumMap;
import java.util.Map;
import org.roamscope.audit.Audit;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;

/** The counts at the top of every report. */
final class Summary {
  private Summary() {}

  /** Handovers by verdict, verdicts without one left out, in the order of the vocabulary. */
  static Map<Verdict, Long> verdicts(Audit audit) {
    Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
    audit.handovers().forEach(handover -> counts.merge(handover.verdict(), 1L, Long::sum));
    return counts;
  }

  /** Findings by severity, every severity present. */
  static Map<Severity, Long> findings(Audit audit) {
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      counts.put(severity, 0L);
    }
    audit.findings().forEach(finding -> counts.merge(finding.severity(), 1L, Long::sum));
    return counts;
  }
}
