package org.roamscope.audit;

import java.util.Map;
import java.util.stream.Collectors;
import org.roamscope.field.Clause;

/** Writes {@code docs/reference/rules.md} from the catalogue and its pages. */
final class RuleReference {
  private static final String HEAD =
      """
      # Rules

      Generated from the rule catalogue and its pages; do not edit. To write it anew:

          mvn -pl decoder test -Dtest=RulePagesTest -Droamscope.rewrite=true

      `roamscope explain ID` prints a page, `roamscope rules` the list.

      | id | name | severity | when | clauses |
      |---|---|---|---|---|
      """;

  private RuleReference() {}

  static String text() {
    StringBuilder text = new StringBuilder(HEAD);
    for (Rule rule : RuleCatalog.all()) {
      RuleInfo info = rule.info();
      text.append("| [").append(info.id()).append("](#").append(anchor(info)).append(") | ");
      text.append(info.name()).append(" | ").append(info.severity().json()).append(" | ");
      text.append(info.summary().replace("|", "\\|")).append(" | ");
      text.append(info.clauses().stream().map(Clause::toString).collect(Collectors.joining(", ")));
      text.append(" |\n");
    }
    for (Rule rule : RuleCatalog.all()) {
      String page = RulePages.rule(rule.info().id()).orElseThrow();
      text.append('\n').append(page.replaceAll("(?m)^#", "##"));
    }
    text.append('\n').append(RulePages.unchecked());
    text.append("\n# Verdicts, causes and reasons\n");
    for (Map.Entry<String, String> term : RulePages.terms().entrySet()) {
      text.append("\n## `").append(term.getKey()).append("`\n\n");
      text.append(term.getValue()).append('\n');
    }
    return text.toString();
  }

  private static String anchor(RuleInfo info) {
    return (info.id() + "-" + info.name()).toLowerCase(java.util.Locale.ROOT);
  }
}
