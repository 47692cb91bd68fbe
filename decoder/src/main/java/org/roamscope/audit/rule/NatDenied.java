package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.Clause.ts24303;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.track.Event;

/** NAT in the path, refresh time of all ones (RFC 5555 section 3.2.2: no NAT was detected). */
public final class NatDenied extends TransactionRule {
  /** The rule. */
  public NatDenied() {
    super(
        new RuleInfo(
            "DSM008",
            "nat-denied",
            Severity.ERROR,
            "A NAT is in the path and the NAT Detection option says that there is none.",
            List.of(rfc(5555, "3.2.2"), ts24303("5.2.3"))),
        "mip6.natd.refresh_t");
  }

  @Override
  @Nullable String message(Pair pair) {
    Event.NatDetected nat = pair.answer().natDetection();
    boolean denied =
        pair.update().natted()
            && pair.answer().accepted()
            && nat != null
            && nat.refreshSeconds() == NO_NAT;
    return denied
        ? "UE "
            + pair.update().homeAddress()
            + " is behind a NAT, but the refresh time of the NAT Detection option is all ones: no"
            + " keepalives needed, no NAT."
        : null;
  }

  private static final long NO_NAT = 0xffffffffL;
}
