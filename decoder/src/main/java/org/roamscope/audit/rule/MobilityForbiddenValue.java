package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.field.ProblemKind;
import org.roamscope.track.Fault;

/** A forbidden value, an option where or as often as it may not be. */
public final class MobilityForbiddenValue extends FaultRule {
  /** The rule. */
  public MobilityForbiddenValue() {
    super(
        new RuleInfo(
            "DEC003",
            "mobility-forbidden-value",
            Severity.WARNING,
            "A Mobility Header message holds something that may not be there.",
            List.of(rfc(6275, "6.1.1"), rfc(6275, "6.2"))),
        "Mobility Header: ");
  }

  @Override
  boolean concerns(Fault fault) {
    return fault.message() == Fault.Message.MOBILITY
        && (fault.kind() == ProblemKind.VALUE
            || fault.kind() == ProblemKind.ORDER
            || fault.kind() == ProblemKind.DUPLICATE);
  }
}
