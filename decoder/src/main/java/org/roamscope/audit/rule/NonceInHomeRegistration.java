package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;

/** H with nonce indices (RFC 6275 section 9.5.1: MUST NOT be present). */
public final class NonceInHomeRegistration extends UpdateRule {
  /** The rule. */
  public NonceInHomeRegistration() {
    super(
        new RuleInfo(
            "BND022",
            "nonce-in-home-registration",
            Severity.ERROR,
            "A home registration has a Nonce Indices option.",
            List.of(rfc(6275, "9.5.1"))),
        "mip6.bu");
  }

  @Override
  @Nullable String message(Case sent) {
    return sent.update().options().has(OptionTypes.NONCE_INDICES)
        ? "UE "
            + sent.update().homeAddress()
            + " sent nonce indices to its home agent; they belong to route optimization."
        : null;
  }
}
