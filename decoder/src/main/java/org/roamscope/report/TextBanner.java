package org.roamscope.report;

import org.roamscope.field.PlainText;

/** What is missing from the report, before anything else. */
final class TextBanner {
  private final ReportIndex index;
  private final Lines lines;

  TextBanner(ReportIndex index, Lines lines) {
    this.index = index;
    this.lines = lines;
  }

  void write() {
    Report report = index.report();
    boolean silent =
        !report.partial() && report.captures().stream().allMatch(one -> one.problems().isEmpty());
    if (silent) {
      return;
    }
    String lead = Lines.styled(Lines.Style.BAD, "INCOMPLETE") + " ";
    String wrongKeys = Lines.styled(Lines.Style.BAD, "WRONG KEYS") + " ";
    String dropped = Lines.styled(Lines.Style.BAD, "DROPPED") + " ";
    if (!report.complete()) {
      lines.hang(lead, "The run was interrupted: this report covers what was read until then.");
    }
    int number = 0;
    for (CaptureSummary capture : report.captures()) {
      number++;
      String which = index.frames().several() ? Lines.glued("capture " + number) + ": " : "";
      capture
          .problems()
          .forEach(problem ->
              lines.hang(
                  switch (problem.kind()) {
                    case DAMAGE -> lead;
                    case KEYS -> wrongKeys;
                    case LOSS -> dropped;
                  },
                  which + PlainText.of(problem.message())));
    }
    report.limits().forEach(limit -> lines.hang(lead, "Limit reached: " + PlainText.of(limit)));
    lines.blank();
  }
}
