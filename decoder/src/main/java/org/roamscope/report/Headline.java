package org.roamscope.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roamscope.audit.Audit;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Strictness;
import org.roamscope.audit.Verdict;
import org.roamscope.field.PlainText;

/** The answer in words, with the styles of {@link Lines}. */
final class Headline {
  private Headline() {}

  /** Did the keys move, and of how many handovers. */
  static String answer(Report report) {
    List<Handover> handovers = report.audit().handovers();
    if (report.captures().stream().allMatch(capture -> capture.packets() == 0)) {
      return Lines.styled(Lines.Style.HEADING, "Nothing to judge:") + " not one packet was read.";
    }
    if (handovers.isEmpty()) {
      return Lines.styled(Lines.Style.HEADING, "No handover in what was captured:")
          + " whether the keys move with the phone cannot be seen here.";
    }
    String question = "Did the keys move with the phone? ";
    if (handovers.size() == 1) {
      Handover only = handovers.getFirst();
      VerdictWords words = VerdictWords.of(only.verdict());
      String answer =
          switch (words.answer(only)) {
            case NO -> "No, ";
            case YES -> "Yes, ";
            case OPEN -> "Not to be told, ";
          };
      String why =
          switch (only.verdict()) {
            case INCONCLUSIVE, RERUN_JUSTIFIED, NOT_BOUND -> PlainText.of(only.explanation());
            default -> words.words() + ".";
          };
      return Lines.styled(Lines.Style.HEADING, question + answer)
          + VerdictWords.name(only.verdict())
          + ": "
          + why;
    }
    Map<VerdictWords.Answer, Long> counts = new EnumMap<>(VerdictWords.Answer.class);
    for (Handover handover : handovers) {
      counts.merge(VerdictWords.of(handover.verdict()).answer(handover), 1L, Long::sum);
    }
    List<String> parts = new ArrayList<>();
    counts.forEach((answer, count) -> parts.add(answer.text() + " " + count));
    return Lines.styled(Lines.Style.HEADING, question)
        + "Of "
        + Frames.count(handovers.size(), "handover", "handovers")
        + ": "
        + String.join(", ", parts)
        + ".";
  }

  /** Why, where one verdict has several reasons. */
  static String reasons(Audit audit, Verdict verdict) {
    if (verdict != Verdict.RERUN_JUSTIFIED && verdict != Verdict.INCONCLUSIVE) {
      return "";
    }
    Map<String, Integer> counts = new TreeMap<>();
    for (Handover handover : audit.handovers()) {
      if (handover.verdict() == verdict) {
        counts.merge(handover.reason(), 1, Integer::sum);
      }
    }
    List<String> parts = new ArrayList<>();
    counts.forEach((reason, count) -> parts.add(reason + Lines.GLUE + count));
    return ": " + String.join(", ", parts);
  }

  /** {@code 2 errors, 1 note; 3 do not count (baseline 3)}, or that there are none. */
  static String findings(Audit audit) {
    return findings(Summary.findings(audit)) + suppressed(audit);
  }

  /** Nobody should take a report for one in which nothing was found. */
  private static String suppressed(Audit audit) {
    List<String> parts =
        audit.suppressedBy().entrySet().stream()
            .map(entry -> entry.getKey().json() + Lines.GLUE + entry.getValue())
            .sorted()
            .toList();
    int all = audit.suppressed().size();
    return parts.isEmpty()
        ? ""
        : "; "
            + all
            + Lines.GLUE
            + (all == 1 ? "does not count (" : "do not count (")
            + String.join(", ", parts)
            + ")";
  }

  /** {@code profile ts24303}, and how hard findings were weighed when not as the rules say. */
  static String judgedBy(Audit audit) {
    return "profile "
        + audit.profile().id()
        + (audit.strictness() == Strictness.REGULAR ? "" : ", " + audit.strictness().id());
  }

  /** {@code 2 errors, 1 note}, or that there are none. */
  static String findings(Map<Severity, Long> findings) {
    List<String> counts = new ArrayList<>();
    findings.forEach((severity, count) -> {
      if (count > 0) {
        counts.add(count + String.valueOf(Lines.GLUE) + VerdictWords.counted(severity, count));
      }
    });
    return counts.isEmpty() ? "no findings" : String.join(", ", counts);
  }
}
