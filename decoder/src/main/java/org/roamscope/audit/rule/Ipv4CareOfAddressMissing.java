package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.Clause.ts24303;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.track.Access;

/** UDP over IPv4 without option 32 (RFC 5555 section 2.3.2.1: MUST). */
public final class Ipv4CareOfAddressMissing extends UpdateRule {
  /** The rule. */
  public Ipv4CareOfAddressMissing() {
    super(
        new RuleInfo(
            "DSM010",
            "ipv4-care-of-address-missing",
            Severity.ERROR,
            "A Binding Update over IPv4 has no IPv4 Care-of Address option.",
            List.of(rfc(5555, "2.3.2.1"), ts24303("5.2.3"))),
        "mip6.bu");
  }

  @Override
  @Nullable String message(Case sent) {
    boolean missing =
        sent.update().access() == Access.UDP_IPV4
            && sent.update().ipv4().careOfAddress() == null
            && !sent.update().options().has(OptionTypes.BINDING_IDENTIFIER);
    return missing
        ? "UE "
            + sent.update().homeAddress()
            + " registered over IPv4 from "
            + sent.update().path().source()
            + " without an IPv4 Care-of Address option; the home agent cannot tell whether there is"
            + " a NAT."
        : null;
  }
}
