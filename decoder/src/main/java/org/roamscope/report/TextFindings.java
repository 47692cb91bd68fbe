package org.roamscope.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.roamscope.audit.Confidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.RuleInfo;
import org.roamscope.field.Clause;
import org.roamscope.field.IpAddress;
import org.roamscope.field.PlainText;

/** The findings, gathered by rule, the worst first. */
final class TextFindings {
  private final ReportIndex index;
  private final Lines lines;

  TextFindings(ReportIndex index, Lines lines) {
    this.index = index;
    this.lines = lines;
  }

  void write() {
    Map<String, List<Finding>> groups = FindingGroups.byRule(index.report().audit());
    if (groups.isEmpty()) {
      return;
    }
    lines.section("FINDINGS");
    boolean next = false;
    for (List<Finding> findings : groups.values()) {
      if (next) {
        lines.blank();
      }
      next = true;
      RuleInfo rule = findings.getFirst().rule();
      lines.hang(
          "  ",
          VerdictWords.name(findings.getFirst().severity())
              + "  "
              + Lines.glued(rule.id() + " " + rule.name())
              + (findings.size() == 1 ? "" : ", " + findings.size() + Lines.GLUE + "times"));
      Map<String, List<Finding>> alike = new LinkedHashMap<>();
      findings.forEach(finding ->
          alike
              .computeIfAbsent(withoutAddresses(finding.message()), any -> new ArrayList<>())
              .add(finding));
      String lead = findings.size() == 1 ? "    " : "    - ";
      alike.values().forEach(same -> told(lead, same));
      lines.hang(
          "    ",
          "See "
              + String.join(
                  ", ", rule.clauses().stream().map(Clause::toString).map(Lines::glued).toList())
              + ".");
    }
  }

  /** Findings that say the same of several UEs: the first in full, the others by index.frames(). */
  private void told(String lead, List<Finding> same) {
    boolean first = true;
    for (Finding finding : same) {
      IpAddress ue = finding.ue();
      if (!first && same.size() > 2 && ue != null) {
        lines.hang(
            lead,
            "The same for UE "
                + ue
                + ": "
                + index.frames().list(FindingGroups.frames(finding))
                + sureness(finding));
      } else {
        lines.hang(
            lead,
            PlainText.of(finding.message())
                + " ("
                + index.frames().list(FindingGroups.frames(finding))
                + sureness(finding)
                + ")");
      }
      first = false;
    }
  }

  private static String sureness(Finding finding) {
    return finding.confidence() == Confidence.HIGH
        ? ""
        : "; confidence" + Lines.GLUE + finding.confidence().json();
  }

  private static String withoutAddresses(String message) {
    return message.replaceAll("[0-9a-f]*(?::[0-9a-f]*){2,7}|\\d+(?:\\.\\d+){3}", "*");
  }
}
