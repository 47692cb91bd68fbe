package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.Clause.ts24303;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.track.Access;

/** BA to a foreign IPv6 link without a Type 2 routing header. */
public final class BaWithoutHomeAddress extends TransactionRule {
  /** The rule. */
  public BaWithoutHomeAddress() {
    super(
        new RuleInfo(
            "DSM006",
            "ba-without-home-address",
            Severity.ERROR,
            "An acknowledgement on IPv6 access lacks the Type 2 routing header with the home"
                + " address.",
            List.of(ts24303("5.2.3"), rfc(6275, "9.5.4"))),
        "ipv6.routing.mipv6.home_address");
  }

  @Override
  @Nullable String message(Pair pair) {
    boolean lacking =
        pair.update().homeAddressOption()
            && pair.update().access() == Access.IPV6
            && !pair.answer().access().overIpv4()
            && pair.answer().access() != Access.UDP_IPV6
            && !pair.answer().routingHeader();
    return lacking
        ? "The acknowledgement to UE "
            + pair.update().homeAddress()
            + " at "
            + pair.update().path().source()
            + " has no Type 2 routing header with the home address."
        : null;
  }
}
