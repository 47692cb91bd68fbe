package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;

/** Status 128 or above. */
public final class BindingRefused extends TransactionRule {
  /** The rule. */
  public BindingRefused() {
    super(
        new RuleInfo(
            "BND002",
            "binding-refused",
            Severity.NOTE,
            "The home agent refused a Binding Update.",
            List.of(rfc(6275, "6.1.8"))),
        "mip6.ba.status");
  }

  @Override
  @Nullable String message(Pair pair) {
    boolean refused = !pair.answer().accepted() && !pair.registration().deregistration();
    return refused
        ? "The home agent refused the binding of UE "
            + pair.update().homeAddress()
            + " with status "
            + StatusText.of(pair.answer(), pair.update())
            + "."
        : null;
  }
}
