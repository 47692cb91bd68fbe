package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.track.Access;

/** F in a native IPv6 update (RFC 5555 section 3.1.3: SHOULD NOT). */
public final class ForceUdpOnIpv6 extends UpdateRule {
  /** The rule. */
  public ForceUdpOnIpv6() {
    super(
        new RuleInfo(
            "DSM013",
            "force-udp-on-ipv6",
            Severity.WARNING,
            "The UE asked to force UDP from an IPv6 care-of address.",
            List.of(rfc(5555, "3.1.3"))),
        "mip6.bu.f_flag");
  }

  @Override
  @Nullable String message(Case sent) {
    return sent.update().flags().forceUdp() && sent.update().access() == Access.IPV6
        ? "UE "
            + sent.update().homeAddress()
            + " set F from its IPv6 address "
            + sent.update().careOfAddress()
            + "; UDP is forced over IPv4 only."
        : null;
  }
}
