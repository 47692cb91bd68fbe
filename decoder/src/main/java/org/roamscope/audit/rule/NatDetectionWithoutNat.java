package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.track.Access;
import org.roamscope.track.Event;

/**
 * F=1 without a NAT: the home agent forces UDP, which RFC 5555 allows, asked (F in the Binding
 * Update) or not.
 */
public final class NatDetectionWithoutNat extends TransactionRule {
  /** The rule. */
  public NatDetectionWithoutNat() {
    super(
        new RuleInfo(
            "DSM003",
            "nat-detection-without-nat",
            Severity.NOTE,
            "The NAT Detection option has F=1 although no NAT is in the path.",
            List.of(rfc(5555, "3.2.2"))),
        "mip6.natd.f_flag");
  }

  @Override
  @Nullable String message(Pair pair) {
    Event.NatDetected nat = pair.answer().natDetection();
    boolean forced =
        pair.update().access() == Access.UDP_IPV4
            && pair.update().ipv4().careOfAddress() != null
            && !pair.update().natted()
            && nat != null
            && nat.force();
    return forced
        ? "The home agent forces UDP encapsulation on UE "
            + pair.update().homeAddress()
            + " (F=1) although no NAT is in the path. RFC 5555 allows it; it costs 8 octets a"
            + " packet."
        : null;
  }
}
