package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.field.ProblemKind;
import org.roamscope.track.Fault;

/** A receiver discards the message (RFC 6275 section 9.2: MUST). */
public final class MobilityChecksum extends FaultRule {
  /** The rule. */
  public MobilityChecksum() {
    super(
        new RuleInfo(
            "DEC001",
            "mobility-checksum",
            Severity.WARNING,
            "The checksum of a Mobility Header is wrong.",
            List.of(rfc(6275, "9.2"))),
        "Mobility Header damaged: ");
  }

  @Override
  boolean concerns(Fault fault) {
    return fault.message() == Fault.Message.MOBILITY && fault.kind() == ProblemKind.CHECKSUM;
  }
}
