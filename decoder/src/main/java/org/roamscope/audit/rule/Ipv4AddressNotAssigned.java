package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.Clause.ts24303;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.field.IpAddress;
import org.roamscope.track.Event;

/** Success with 0.0.0.0, or with another address than the one named (RFC 5555 section 3.2.1). */
public final class Ipv4AddressNotAssigned extends TransactionRule {
  /** The rule. */
  public Ipv4AddressNotAssigned() {
    super(
        new RuleInfo(
            "DSM016",
            "ipv4-address-not-assigned",
            Severity.ERROR,
            "An IPv4 home address was granted that is none, or another one than the UE named.",
            List.of(ts24303("5.2.3"), rfc(5555, "3.2.1"))),
        "mip6.ba");
  }

  @Override
  @Nullable String message(Pair pair) {
    Event.Ipv4Granted granted = pair.answer().ipv4();
    IpAddress asked = pair.update().ipv4().homeAddress();
    if (granted == null
        || asked == null
        || granted.status() >= 128
        || !pair.answer().accepted()
        || pair.update().lifetimeSeconds() == 0) {
      return null;
    }
    if (granted.address().unspecified()) {
      return "The home agent granted UE "
          + pair.update().homeAddress()
          + " an IPv4 home address and named none (0.0.0.0).";
    }
    return !asked.unspecified() && !asked.equals(granted.address())
        ? "UE "
            + pair.update().homeAddress()
            + " asked for IPv4 home address "
            + asked
            + " and the home agent granted "
            + granted.address()
            + "."
        : null;
  }
}
