package org.roamscope.audit.rule;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.audit.AuditContext;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Rule;
import org.roamscope.audit.UeRule;
import org.roamscope.track.Correlation;

/**
 * Rules that look at each UE by itself, put together so that those about transactions, and those
 * about updates, pass over them once. The same findings, in another order than rule after rule.
 */
public final class UeRules {
  private final List<TransactionRule> ofTransactions = new ArrayList<>();
  private final List<UpdateRule> ofUpdates = new ArrayList<>();
  private final List<UeRule> others = new ArrayList<>();

  /** Those of the rules that look at each UE by itself. */
  public UeRules(List<Rule> rules) {
    for (Rule rule : rules) {
      switch (rule) {
        case TransactionRule one -> ofTransactions.add(one);
        case UpdateRule one -> ofUpdates.add(one);
        case UeRule one -> others.add(one);
        default -> {}
      }
    }
  }

  /** What they find at one UE. */
  public List<Finding> check(AuditContext context, Correlation.History history) {
    List<Finding> findings = new ArrayList<>();
    TransactionRule.checkUe(ofTransactions, context, history, findings::add);
    UpdateRule.checkUe(ofUpdates, context, history, findings::add);
    others.forEach(rule -> rule.checkUe(context, history, findings::add));
    return findings;
  }
}
