package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;

/** Lifetime not 0 or a refresh advice in the answer to lifetime 0 (RFC 6275 section 10.3.2). */
public final class DeregistrationNotEmpty extends TransactionRule {
  /** The rule. */
  public DeregistrationNotEmpty() {
    super(
        new RuleInfo(
            "BND012",
            "deregistration-not-empty",
            Severity.ERROR,
            "A binding was removed and the acknowledgement still grants a lifetime or advises a"
                + " refresh.",
            List.of(rfc(6275, "10.3.2"))),
        "mip6.ba.lifetime");
  }

  @Override
  @Nullable String message(Pair pair) {
    boolean removed = pair.update().lifetimeSeconds() == 0 && pair.answer().accepted();
    if (!removed) {
      return null;
    }
    if (pair.answer().lifetimeSeconds() != 0) {
      return "The home agent removed the binding of UE "
          + pair.update().homeAddress()
          + " and granted "
          + pair.answer().lifetimeSeconds()
          + " s in the same message.";
    }
    return pair.answer().options().refreshAdviceSeconds() == null
        ? null
        : "The home agent removed the binding of UE "
            + pair.update().homeAddress()
            + " and advised when to refresh it.";
  }
}
