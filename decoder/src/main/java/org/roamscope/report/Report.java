package org.roamscope.report;

import java.util.List;
import org.roamscope.audit.Audit;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.decrypt.Coverage;

/**
 * Everything a report can say.
 *
 * @param version version of this program
 * @param captures the inputs in the order given
 * @param audit the outcome
 * @param complete false when the run was interrupted
 * @param limits state limits that were hit, as sentences
 * @param coverage which encrypted packets could be read
 */
public record Report(
    String version,
    List<CaptureSummary> captures,
    Audit audit,
    boolean complete,
    List<String> limits,
    Coverage coverage) {
  /** The same report with another outcome, such as one after {@link org.roamscope.audit.Policy}. */
  public Report with(Audit changed) {
    return new Report(version, captures, changed, complete, limits, coverage);
  }

  /** True when the run was interrupted, an input was damaged or unreadable, or state had to go. */
  public boolean partial() {
    return !complete || damaged();
  }

  /** The same of a run that may be interrupted. */
  public boolean damaged() {
    return !limits.isEmpty()
        || captures.stream()
            .flatMap(capture -> capture.problems().stream())
            .anyMatch(CaptureProblem::damage);
  }
}
