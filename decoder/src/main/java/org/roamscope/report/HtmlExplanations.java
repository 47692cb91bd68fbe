package org.roamscope.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.audit.RulePages;
import org.roamscope.audit.Verdict;

/** What there is to read about the verdicts and rules of this report, each once. */
final class HtmlExplanations {
  private final ReportIndex index;
  private final Html html;

  HtmlExplanations(ReportIndex index, Html html) {
    this.index = index;
    this.html = html;
  }

  void add() {
    html.open("section", "", "about").leaf("h2", "", "What the words mean");
    html.leaf(
        "p",
        "soft",
        "Severity is about harm: error for a broken MUST or shall, warning for a SHOULD, note for"
            + " what is worth knowing. Confidence is about knowledge: high when the frames leave no"
            + " other reading, medium when another is possible and unlikely, low when something not"
            + " seen is inferred.");
    pages().forEach(this::page);
    html.close();
  }

  private void page(String name, String markdown) {
    html.open("details", "").leaf("summary", "", title(name, markdown));
    html.open("div", "", HtmlAnchors.page(name));
    HtmlMarkdown.add(html, markdown.replaceFirst("^# [^\\n]*\\n", ""));
    html.close().close();
  }

  private static String title(String name, String markdown) {
    int end = markdown.indexOf('\n');
    return markdown.startsWith("# ") && end > 0 ? markdown.substring(2, end) : name;
  }

  /** Verdicts in the order of the vocabulary, then causes and reasons, then rules. */
  private Map<String, String> pages() {
    Map<String, String> terms = RulePages.terms();
    Map<String, String> used = new TreeMap<>();
    Map<String, String> rules = new TreeMap<>();
    Map<String, String> pages = new LinkedHashMap<>();
    Map<Verdict, Long> verdicts = Summary.verdicts(index.report().audit());
    for (Verdict verdict : verdicts.keySet()) {
      pages.put(verdict.name(), terms.getOrDefault(verdict.name(), ""));
    }
    for (Handover handover : index.report().audit().handovers()) {
      String text = terms.get(handover.reason());
      if (text != null) {
        used.put(handover.reason(), text);
      }
    }
    for (Finding finding : index.report().audit().findings()) {
      String id = finding.rule().id();
      if (!rules.containsKey(id)) {
        rules.put(id, RulePages.rule(id).orElse(finding.rule().summary()));
      }
    }
    pages.putAll(used);
    pages.putAll(rules);
    return pages;
  }
}
