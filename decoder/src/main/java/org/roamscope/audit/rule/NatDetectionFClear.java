package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.ts24303;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Profile;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.track.Event;

/**
 * NAT in the path, NAT Detection with F=0. Only in profile ts24303: RFC 5555 gives F another
 * meaning.
 */
public final class NatDetectionFClear extends TransactionRule {
  /** The rule. */
  public NatDetectionFClear() {
    super(
        new RuleInfo(
            "DSM002",
            "nat-detection-f-clear",
            Severity.WARNING,
            "A NAT is in the path and the NAT Detection option has F=0.",
            List.of(ts24303("5.2.3"))),
        "mip6.natd.f_flag");
  }

  @Override
  @Nullable String message(Pair pair) {
    Event.NatDetected nat = pair.answer().natDetection();
    boolean clear =
        pair.profile() == Profile.TS24303
            && pair.update().natted()
            && pair.answer().accepted()
            && nat != null
            && !nat.force();
    return clear
        ? "UE "
            + pair.update().homeAddress()
            + " is behind a NAT and the NAT Detection option has F=0. The change request to TS"
            + " 24.303 wants F set; in RFC 5555 F means forced UDP and F=0 is right here."
        : null;
  }
}
