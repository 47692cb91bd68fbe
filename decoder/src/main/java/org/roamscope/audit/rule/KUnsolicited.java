package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;

/**
 * K set in an acknowledgement that was not asked for it (RFC 6275 section 10.3.1: cleared
 * otherwise).
 */
public final class KUnsolicited extends TransactionRule {
  /** The rule. */
  public KUnsolicited() {
    super(
        new RuleInfo(
            "K004",
            "k-unsolicited",
            Severity.ERROR,
            "The home agent set K although the Binding Update had K=0.",
            List.of(rfc(6275, "10.3.1"))),
        "mip6.ba.k_flag");
  }

  @Override
  @Nullable String message(Pair pair) {
    boolean unsolicited =
        !pair.update().flags().keyManagement()
            && pair.answer().accepted()
            && pair.answer().keyManagement();
    return unsolicited
        ? "The home agent set K in its acknowledgement to UE "
            + pair.update().homeAddress()
            + " although the Binding Update had K=0. RFC 6275 10.3.1 wants K cleared then."
        : null;
  }
}
