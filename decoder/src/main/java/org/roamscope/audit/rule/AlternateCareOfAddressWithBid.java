package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;

/** Options 35 and 3 in one update (RFC 5648 section 5.2: MUST NOT). */
public final class AlternateCareOfAddressWithBid extends UpdateRule {
  /** The rule. */
  public AlternateCareOfAddressWithBid() {
    super(
        new RuleInfo(
            "BND021",
            "alternate-care-of-address-with-bid",
            Severity.ERROR,
            "A Binding Update has both a Binding Identifier and an Alternate Care-of Address"
                + " option.",
            List.of(rfc(5648, "5.2"))),
        "mip6.bu");
  }

  @Override
  @Nullable String message(Case sent) {
    boolean both =
        sent.update().options().has(OptionTypes.ALTERNATE_CARE_OF_ADDRESS)
            && sent.update().options().has(OptionTypes.BINDING_IDENTIFIER);
    return both
        ? "UE "
            + sent.update().homeAddress()
            + " sent an Alternate Care-of Address option beside a Binding Identifier option; the"
            + " care-of address belongs inside the latter."
        : null;
  }
}
