package org.roamscope.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.roamscope.audit.Audit;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.track.At;

/** Findings gathered for people. */
final class FindingGroups {
  private FindingGroups() {}

  /** Findings by rule (and severity, where a profile changes it), the worst first. */
  static Map<String, List<Finding>> byRule(Audit audit) {
    Map<String, List<Finding>> groups = new LinkedHashMap<>();
    audit.findings().stream()
        .sorted(
            Comparator.comparing(Finding::severity).thenComparing(finding -> finding.rule().id()))
        .forEach(finding ->
            groups
                .computeIfAbsent(finding.severity() + finding.rule().id(), any -> new ArrayList<>())
                .add(finding));
    return groups;
  }

  /** Every frame that shows a finding, the primary one first. */
  static List<At> frames(Finding finding) {
    List<At> frames = new ArrayList<>();
    frames.add(finding.primary().at());
    finding.related().stream().map(Evidence::at).forEach(frames::add);
    return frames;
  }
}
