package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;

/** Status 136 to 138, expired nonces, for a home registration. */
public final class StatusOfRouteOptimization extends TransactionRule {
  /** The rule. */
  public StatusOfRouteOptimization() {
    super(
        new RuleInfo(
            "BND027",
            "status-of-route-optimization",
            Severity.WARNING,
            "A home registration was refused for reasons that only route optimization has.",
            List.of(rfc(6275, "9.5.1"), rfc(6275, "6.1.8"))),
        "mip6.ba.status");
  }

  @Override
  @Nullable String message(Pair pair) {
    int status = pair.answer().status();
    return status >= 136 && status <= 138
        ? "The home agent refused UE "
            + pair.update().homeAddress()
            + " with status "
            + StatusText.of(pair.answer(), pair.update())
            + ", which speaks of nonces that a home registration does not have."
        : null;
  }
}
