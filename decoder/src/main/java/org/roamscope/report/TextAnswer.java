package org.roamscope.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.roamscope.audit.Figures;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;

/** The answer at the top: did the keys move, how many of what, where to look first. */
final class TextAnswer {
  private final ReportIndex index;
  private final Figures figures;
  private final Lines lines;

  TextAnswer(ReportIndex index, Figures figures, Lines lines) {
    this.index = index;
    this.figures = figures;
    this.lines = lines;
  }

  void write() {
    List<Handover> handovers = index.report().audit().handovers();
    lines.add(0, Headline.answer(index.report()));
    lines.add(
        0,
        Frames.count(index.correlation().histories().size(), "UE", "UEs")
            + ", "
            + Frames.count(handovers.size(), "handover", "handovers")
            + ", "
            + Frames.count(index.correlation().ikeSas().size(), "IKE SA", "IKE SAs")
            + "; "
            + Headline.findings(index.report().audit())
            + ".");
    if (handovers.size() > 1) {
      verdicts();
    }
    String saved = TextFigures.saved(figures);
    if (!saved.isEmpty()) {
      lines.add(0, saved);
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
          String words =
              VerdictWords.of(verdict).words() + Headline.reasons(index.report().audit(), verdict);
          if (lines.columns() < TextReport.NARROW) {
            lines.hang(count + "  ", name + " " + words);
          } else {
            lines.hang(count + "  " + Lines.left(name, widest) + "  ", words);
          }
        });
  }

  /** The worst rules in a line each, so that the first screen says where to look. */
  private void lookFirst() {
    Map<String, List<Finding>> rules = FindingGroups.byRule(index.report().audit());
    int told = 0;
    for (List<Finding> findings : rules.values()) {
      Finding worst = findings.getFirst();
      if (told == 3 || !worst.severity().atLeast(Severity.WARNING)) {
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
