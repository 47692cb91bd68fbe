package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.field.ProblemKind;
import org.roamscope.track.Fault;

/** A length, a value or a payload that cannot be where it is. */
public final class IkeMalformed extends FaultRule {
  /** The rule. */
  public IkeMalformed() {
    super(
        new RuleInfo(
            "DEC005",
            "ike-malformed",
            Severity.WARNING,
            "An IKE message is malformed.",
            List.of(rfc(7296, "2.21"), rfc(7296, "3.2"))),
        "IKE message malformed: ");
  }

  @Override
  boolean concerns(Fault fault) {
    return fault.message() == Fault.Message.IKE
        && (fault.kind() == ProblemKind.LENGTH
            || fault.kind() == ProblemKind.VALUE
            || fault.kind() == ProblemKind.ORDER
            || fault.kind() == ProblemKind.DUPLICATE);
  }
}
