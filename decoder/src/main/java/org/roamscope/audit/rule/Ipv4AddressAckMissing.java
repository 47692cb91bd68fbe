package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.Clause.ts24303;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.field.IpAddress;

/** IPv4 home address 0.0.0.0 asked for, accepted without an IPv4 Address Acknowledgement option. */
public final class Ipv4AddressAckMissing extends TransactionRule {
  /** The rule. */
  public Ipv4AddressAckMissing() {
    super(
        new RuleInfo(
            "DSM004",
            "ipv4-address-ack-missing",
            Severity.ERROR,
            "An IPv4 home address was asked for and the acknowledgement has no IPv4 Address"
                + " Acknowledgement option.",
            List.of(ts24303("5.2.3"), rfc(5555, "3.2.1"))),
        "mip6.ipv4ha.ha");
  }

  @Override
  @Nullable String message(Pair pair) {
    IpAddress asked = pair.update().ipv4().homeAddress();
    boolean missing =
        asked != null
            && asked.unspecified()
            && pair.update().lifetimeSeconds() > 0
            && pair.answer().accepted()
            && pair.answer().ipv4() == null;
    return missing
        ? "UE "
            + pair.update().homeAddress()
            + " asked for an IPv4 home address (0.0.0.0) and the acknowledgement that accepts the"
            + " binding has no IPv4 Address Acknowledgement option."
        : null;
  }
}
