package org.roamscope.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;
import org.roamscope.field.PlainText;

/** The answer at the top: did the keys move, how many of what, where to look first. */
final class TextAnswer {
  private final ReportIndex index;
  private final Lines lines;

  TextAnswer(ReportIndex index, Lines lines) {
    this.index = index;
    this.lines = lines;
  }

  void write() {
    List<Handover> handovers = index.report().audit().handovers();
    Map<Severity, Long> findings = Summary.findings(index.report().audit());
    lines.add(0, headline(handovers));
    lines.add(
        0,
        Frames.count(index.correlation().histories().size(), "UE", "UEs")
            + ", "
            + Frames.count(handovers.size(), "handover", "handovers")
            + ", "
            + Frames.count(index.correlation().ikeSas().size(), "IKE SA", "IKE SAs")
            + "; "
            + findingCounts(findings)
            + ".");
    if (handovers.size() > 1) {
      verdicts();
    }
    lookFirst();
  }

  private void verdicts() {
    Map<Verdict, Long> verdicts = Summary.verdicts(index.report().audit());
    int widest = verdicts.keySet().stream().mapToInt(v -> v.name().length()).max().orElse(0);
    verdicts.keySet().stream()
        .sorted(Comparator.comparingInt(verdict -> VerdictWords.of(verdict).rank()))
        .forEach(verdict -> {
          String count = Lines.right(Long.toString(verdicts.getOrDefault(verdict, 0L)), 5);
          String name = VerdictWords.name(verdict);
          String words = VerdictWords.of(verdict).words() + reasons(verdict);
          if (lines.columns() < TextReport.NARROW) {
            lines.hang(count + "  ", name + " " + words);
          } else {
            lines.hang(count + "  " + Lines.left(name, widest) + "  ", words);
          }
        });
  }

  /** Why, where one verdict has several reasons. */
  private String reasons(Verdict verdict) {
    if (verdict != Verdict.RERUN_JUSTIFIED && verdict != Verdict.INCONCLUSIVE) {
      return "";
    }
    Map<String, Integer> counts = new TreeMap<>();
    for (Handover handover : index.report().audit().handovers()) {
      if (handover.verdict() == verdict) {
        counts.merge(handover.reason(), 1, Integer::sum);
      }
    }
    List<String> parts = new ArrayList<>();
    counts.forEach((reason, count) -> parts.add(reason + Lines.GLUE + count));
    return ": " + String.join(", ", parts);
  }

  private String headline(List<Handover> handovers) {
    if (index.report().captures().stream().allMatch(capture -> capture.packets() == 0)) {
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
          switch (words.answer()) {
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
      counts.merge(VerdictWords.of(handover.verdict()).answer(), 1L, Long::sum);
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

  private static String findingCounts(Map<Severity, Long> findings) {
    List<String> counts = new ArrayList<>();
    findings.forEach((severity, count) -> {
      if (count > 0) {
        counts.add(count + String.valueOf(Lines.GLUE) + VerdictWords.counted(severity, count));
      }
    });
    return counts.isEmpty() ? "no findings" : String.join(", ", counts);
  }

  /** The worst rules in a line each, so that the first screen says where to look. */
  private void lookFirst() {
    Map<String, List<Finding>> rules = FindingGroups.byRule(index.report().audit());
    int told = 0;
    for (List<Finding> findings : rules.values()) {
      Finding worst = findings.getFirst();
      if (told == 3 || told > 0 && !worst.severity().atLeast(Severity.WARNING)) {
        break;
      }
      told++;
      String more =
          findings.size() == 1
              ? ""
              : " and " + Frames.count(findings.size() - 1L, "more", "more") + " of this rule";
      lines.hang(
          told == 1 ? "Look first at  " : "               ",
          VerdictWords.name(worst.severity())
              + Lines.GLUE
              + worst.rule().id()
              + " "
              + worst.rule().name()
              + ", "
              + index.frames().list(FindingGroups.frames(worst))
              + more);
    }
  }
}
