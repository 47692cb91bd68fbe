package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.track.Access;

/** F asked for, no NAT, accepted, F clear in the NAT Detection option (RFC 5555 section 4.5). */
public final class ForceUdpIgnored extends TransactionRule {
  /** The rule. */
  public ForceUdpIgnored() {
    super(
        new RuleInfo(
            "DSM012",
            "force-udp-ignored",
            Severity.WARNING,
            "The UE asked to force UDP and the home agent neither did so nor refused.",
            List.of(rfc(5555, "4.5"), rfc(5555, "3.2.2"))),
        "mip6.ba");
  }

  @Override
  @Nullable String message(Pair pair) {
    boolean ignored =
        pair.update().access() == Access.UDP_IPV4
            && pair.update().flags().forceUdp()
            && !pair.update().natted()
            && pair.answer().accepted()
            && pair.update().lifetimeSeconds() > 0
            && pair.answer().natDetection() != null
            && !pair.answer().natDetection().force();
    return ignored
        ? "UE "
            + pair.update().homeAddress()
            + " asked to force UDP (F) and the home agent accepted the binding with F=0 in its"
            + " answer; where it does not want to, it refuses with status 144."
        : null;
  }
}
