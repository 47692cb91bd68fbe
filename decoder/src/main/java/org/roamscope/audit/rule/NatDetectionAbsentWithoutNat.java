package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.Clause.ts24303;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Profile;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.track.Access;

/** No NAT, no NAT Detection option: right for TS 24.303 (a note), an error in profile rfc5555. */
public final class NatDetectionAbsentWithoutNat extends TransactionRule {
  /** The rule. */
  public NatDetectionAbsentWithoutNat() {
    super(
        new RuleInfo(
            "DSM007",
            "nat-detection-absent-without-nat",
            Severity.NOTE,
            "A Binding Update over UDP was answered without a NAT Detection option; there is no"
                + " NAT.",
            List.of(rfc(5555, "4.2"), ts24303("5.2.3"))),
        "mip6.ba");
  }

  @Override
  @Nullable String message(Pair pair) {
    boolean absent =
        pair.update().access() == Access.UDP_IPV4
            && pair.answer().access() == Access.UDP_IPV4
            && !pair.update().natted()
            && pair.update().ipv4().careOfAddress() != null
            && pair.answer().accepted()
            && pair.update().lifetimeSeconds() > 0
            && pair.answer().natDetection() == null;
    return absent
        ? "The acknowledgement to UE "
            + pair.update().homeAddress()
            + " over UDP has no NAT Detection option. RFC 5555 4.2 wants it in every answer over"
            + " UDP (refresh time of all ones: no NAT); TS 24.303 only behind a NAT."
        : null;
  }

  @Override
  Severity severity(Pair pair) {
    return pair.profile() == Profile.RFC5555 ? Severity.ERROR : info().severity();
  }
}
