package org.roamscope.audit;

import java.util.List;
import org.roamscope.field.Clause;

/**
 * What a rule is.
 *
 * @param id stable id, for example {@code K001}
 * @param name readable alias
 * @param severity severity with the default profile
 * @param summary one sentence: when it fires
 * @param clauses where the requirement stands
 */
public record RuleInfo(
    String id, String name, Severity severity, String summary, List<Clause> clauses) {
  /** The rule's family: the letters of its id. */
  public String family() {
    return id.replaceAll("\\d", "");
  }
}
