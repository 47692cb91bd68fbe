package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.Clause.ts24303;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;

/**
 * NAT in the path (the IPv4 Care-of Address option is not the outer source), no NAT Detection
 * option.
 */
public final class NatDetectionMissing extends TransactionRule {
  /** The rule. */
  public NatDetectionMissing() {
    super(
        new RuleInfo(
            "DSM001",
            "nat-detection-missing",
            Severity.ERROR,
            "A NAT is in the path and the acknowledgement has no NAT Detection option.",
            List.of(ts24303("5.2.3"), rfc(5555, "3.2.2"))),
        "mip6.ba");
  }

  @Override
  @Nullable String message(Pair pair) {
    boolean missing =
        pair.answer().accepted()
            && pair.update().lifetimeSeconds() > 0
            && pair.answer().natDetection() == null
            && pair.update().natted();
    return missing
        ? "UE "
            + pair.update().homeAddress()
            + " is behind a NAT (care-of address "
            + pair.update().careOfAddress()
            + ", packet from "
            + pair.update().path().source()
            + "), but the acknowledgement has no NAT Detection option."
        : null;
  }
}
