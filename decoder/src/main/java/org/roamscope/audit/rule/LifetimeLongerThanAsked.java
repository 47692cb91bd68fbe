package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;

/** More than asked for (RFC 6275 section 10.3.1: MUST NOT be greater). */
public final class LifetimeLongerThanAsked extends TransactionRule {
  /** The rule. */
  public LifetimeLongerThanAsked() {
    super(
        new RuleInfo(
            "BND011",
            "lifetime-longer-than-asked",
            Severity.ERROR,
            "The home agent granted a longer lifetime than the mobile node asked for.",
            List.of(rfc(6275, "10.3.1"))),
        "mip6.ba.lifetime");
  }

  @Override
  @Nullable String message(Pair pair) {
    boolean longer =
        pair.answer().accepted()
            && pair.update().lifetimeSeconds() > 0
            && pair.answer().lifetimeSeconds() > pair.update().lifetimeSeconds();
    return longer
        ? "The home agent granted UE "
            + pair.update().homeAddress()
            + " "
            + pair.answer().lifetimeSeconds()
            + " s where it asked for "
            + pair.update().lifetimeSeconds()
            + " s; it may shorten a lifetime, not lengthen it."
        : null;
  }
}
