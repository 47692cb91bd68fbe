package org.roamscope.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roamscope.audit.Finding;

/** Names that links point at. They hold digits, letters, colons, dots and dashes only. */
final class HtmlAnchors {
  private final ReportIndex index;
  private final Map<Finding, Integer> numbers = new HashMap<>();

  HtmlAnchors(ReportIndex index) {
    this.index = index;
    List<Finding> findings = index.report().audit().findings();
    for (int i = 0; i < findings.size(); i++) {
      numbers.putIfAbsent(findings.get(i), i + 1);
    }
  }

  /** Of a UE. */
  String ue(Person person) {
    return "ue-" + index.id(person.history().ue()).replace('@', '-');
  }

  /** Of a handover of a UE, counted from 1. */
  String handover(Person person, int number) {
    return ue(person) + "-handover-" + number;
  }

  /** Of a finding: its number in the order of the audit. */
  String finding(Finding finding) {
    return "finding-" + numbers.getOrDefault(finding, 0);
  }

  /** Of what there is to read about a rule, a verdict, a cause or a reason. */
  static String page(String name) {
    return "about-" + name;
  }
}
