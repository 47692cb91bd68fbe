package org.roamscope.report;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.roamscope.audit.Finding;

/** Names that links point at. They hold digits, letters, colons, dots and dashes only. */
final class HtmlAnchors {
  /** Findings that have a row. */
  static final int MAX_LISTED = 2_000;

  private final ReportIndex index;
  private final IdentityHashMap<Finding, Integer> numbers = new IdentityHashMap<>();
  private final Set<Integer> reachable = new HashSet<>();
  private final List<Finding> listed;

  HtmlAnchors(ReportIndex index) {
    this.index = index;
    List<Finding> findings = index.report().audit().findings();
    for (int i = 0; i < findings.size(); i++) {
      numbers.put(findings.get(i), i + 1);
    }
    listed =
        FindingGroups.byRule(index.report().audit()).values().stream()
            .flatMap(List::stream)
            .limit(MAX_LISTED)
            .toList();
    listed.forEach(finding -> reachable.add(number(finding)));
  }

  /** Of a UE. */
  String ue(Person person) {
    return "ue-" + index.id(person.history().ue()).replace('@', '-');
  }

  /** Of a handover of a UE, counted from 1. */
  String handover(Person person, int number) {
    return ue(person) + "-handover-" + number;
  }

  /** Number of a finding as in the other reports, from 1. */
  int number(Finding finding) {
    return numbers.getOrDefault(finding, 0);
  }

  /** Findings that have a row, the worst rule first. */
  List<Finding> listed() {
    return listed;
  }

  /** Rule id and name, a link where the finding has a row. */
  void link(Html html, Finding finding, String before) {
    String text = before + finding.rule().id() + " " + finding.rule().name();
    if (reachable.contains(number(finding))) {
      html.link(finding(finding), text);
    } else {
      html.text(text);
    }
  }

  /** Of a finding: its number in the order of the audit. */
  String finding(Finding finding) {
    return "finding-" + number(finding);
  }

  /** Of what there is to read about a rule, a verdict, a cause or a reason. */
  static String page(String name) {
    return "about-" + name;
  }
}
