package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.track.Access;

/** A home registration whose care-of address only the unprotected IPv6 header names. */
public final class AlternateCareOfAddressMissing extends UpdateRule {
  /** The rule. */
  public AlternateCareOfAddressMissing() {
    super(
        new RuleInfo(
            "BND020",
            "alternate-care-of-address-missing",
            Severity.NOTE,
            "A home registration from an IPv6 access has no Alternate Care-of Address option.",
            List.of(rfc(6275, "11.7.1"), rfc(4877, "4.3"))),
        "mip6.bu");
  }

  @Override
  @Nullable String message(Case sent) {
    boolean missing =
        sent.update().access() == Access.IPV6
            && sent.update().lifetimeSeconds() > 0
            && !sent.update().options().has(OptionTypes.ALTERNATE_CARE_OF_ADDRESS)
            && !sent.update().options().has(OptionTypes.BINDING_IDENTIFIER);
    return missing
        ? "UE "
            + sent.update().homeAddress()
            + " registered from "
            + sent.update().careOfAddress()
            + " without an Alternate Care-of Address option; ESP does not protect the source"
            + " address."
        : null;
  }

  @Override
  Severity severity(Case sent) {
    return switch (sent.profile()) {
      // The change request leaves the option for further study (clause 5.2.2, editor's note).
      case TS24303 -> Severity.NOTE;
      case RFC5555, RFC6275, RFC3775 -> Severity.ERROR;
    };
  }
}
