package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.field.ProblemKind;
import org.roamscope.track.Fault;

/** Reserved octets or bits that are not zero. */
public final class MobilityReserved extends FaultRule {
  /** The rule. */
  public MobilityReserved() {
    super(
        new RuleInfo(
            "DEC004",
            "mobility-reserved",
            Severity.NOTE,
            "A reserved field of a Mobility Header message is not zero.",
            List.of(rfc(6275, "6.1.1"))),
        "Mobility Header: ");
  }

  @Override
  boolean concerns(Fault fault) {
    return fault.message() == Fault.Message.MOBILITY && fault.kind() == ProblemKind.RESERVED;
  }
}
