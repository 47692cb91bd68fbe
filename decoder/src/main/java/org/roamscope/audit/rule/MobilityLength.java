package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.field.ProblemKind;
import org.roamscope.track.Fault;

/** Header Len, or an option length, contradicts what is there. */
public final class MobilityLength extends FaultRule {
  /** The rule. */
  public MobilityLength() {
    super(
        new RuleInfo(
            "DEC002",
            "mobility-length",
            Severity.ERROR,
            "A Mobility Header message or option has a length that cannot be.",
            List.of(rfc(6275, "9.2"), rfc(6275, "6.2.1"))),
        "Mobility Header malformed: ");
  }

  @Override
  boolean concerns(Fault fault) {
    return fault.message() == Fault.Message.MOBILITY && fault.kind() == ProblemKind.LENGTH;
  }
}
