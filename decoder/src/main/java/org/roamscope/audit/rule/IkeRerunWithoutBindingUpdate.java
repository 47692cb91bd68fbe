package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.ts24303;

import java.util.List;
import org.roamscope.audit.Handover;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;

/** A new care-of address seen in IKE only. */
public final class IkeRerunWithoutBindingUpdate extends VerdictRule {
  /** The rule. */
  public IkeRerunWithoutBindingUpdate() {
    super(
        new RuleInfo(
            "K010",
            "ike-rerun-without-binding-update",
            Severity.NOTE,
            "IKE shows a new care-of address for which no Binding Update was seen.",
            List.of(ts24303("5.2.2"))),
        Verdict.NO_BINDING_UPDATE,
        "isakmp.ispi");
  }

  @Override
  String message(Handover handover) {
    return "UE "
        + handover.movement().ue().homeAddress()
        + " uses IKE from "
        + handover.movement().to()
        + ", and no Binding Update for that address was seen. TS 24.303 5.2.2 wants one as soon as"
        + " the address is configured.";
  }
}
