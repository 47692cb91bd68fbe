package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;

/** Care-of address and home address are the same and the lifetime is not 0. */
public final class HomeCareOfWithLifetime extends UpdateRule {
  /** The rule. */
  public HomeCareOfWithLifetime() {
    super(
        new RuleInfo(
            "BND025",
            "home-care-of-with-lifetime",
            Severity.WARNING,
            "The mobile node registers its home address as its care-of address.",
            List.of(rfc(6275, "11.5.5"), rfc(5648, "4.3"))),
        "mip6.bu.lifetime");
  }

  @Override
  @Nullable String message(Case sent) {
    boolean home =
        sent.update().careOfAddress().equals(sent.update().homeAddress())
            && sent.update().lifetimeSeconds() > 0
            && !sent.update().options().has(OptionTypes.BINDING_IDENTIFIER);
    return home
        ? "UE "
            + sent.update().homeAddress()
            + " registers its home address as its care-of address with a lifetime of "
            + sent.update().lifetimeSeconds()
            + " s; at home it has to remove the binding."
        : null;
  }
}
