package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;

/** The advised interval is not below the lifetime (RFC 6275 section 10.3.1). */
public final class RefreshAdviceNotShorter extends TransactionRule {
  /** The rule. */
  public RefreshAdviceNotShorter() {
    super(
        new RuleInfo(
            "BND013",
            "refresh-advice-not-shorter",
            Severity.ERROR,
            "The home agent advises to refresh no earlier than the binding ends.",
            List.of(rfc(6275, "10.3.1"))),
        "mip6.bra.interval");
  }

  @Override
  @Nullable String message(Pair pair) {
    Integer advice = pair.answer().options().refreshAdviceSeconds();
    boolean late =
        advice != null
            && pair.answer().accepted()
            && pair.answer().lifetimeSeconds() > 0
            && advice >= pair.answer().lifetimeSeconds();
    return late
        ? "The home agent advised UE "
            + pair.update().homeAddress()
            + " to refresh after "
            + advice
            + " s, and the binding ends after "
            + pair.answer().lifetimeSeconds()
            + " s."
        : null;
  }
}
