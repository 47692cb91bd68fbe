package org.roamscope.gui.viewmodel;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Severity;
import org.roamscope.report.Report;

/**
 * The expert information of the status bar.
 *
 * @param worst the worst that was found, null for nothing
 * @param word the same as a word with how many there are of it
 */
public record Expert(@Nullable Severity worst, String word) {
  /** What a report has to say; null while there is none. */
  public static Expert of(@Nullable Report report) {
    if (report == null) {
      return new Expert(null, "");
    }
    Severity worst =
        report.audit().findings().stream()
            .map(Finding::severity)
            .min(Comparator.naturalOrder())
            .orElse(null);
    if (worst == null) {
      return new Expert(null, "No findings");
    }
    long count =
        report.audit().findings().stream().filter(finding -> finding.severity() == worst).count();
    return new Expert(worst, count + " " + plural(worst, count));
  }

  /** A severity as people write it. */
  public static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "Error";
      case WARNING -> "Warning";
      case NOTE -> "Note";
      case CHAT -> "Chat";
    };
  }

  private static String plural(Severity severity, long count) {
    return word(severity) + (count == 1 ? "" : "s");
  }
}
