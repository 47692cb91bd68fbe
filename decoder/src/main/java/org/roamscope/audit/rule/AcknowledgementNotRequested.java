package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;

/** A home registration with A clear (RFC 6275 section 11.7.1: MUST be set). */
public final class AcknowledgementNotRequested extends UpdateRule {
  /** The rule. */
  public AcknowledgementNotRequested() {
    super(
        new RuleInfo(
            "BND004",
            "acknowledgement-not-requested",
            Severity.ERROR,
            "A home registration does not ask for an acknowledgement (A=0).",
            List.of(rfc(6275, "11.7.1"))),
        "mip6.bu.a_flag");
  }

  @Override
  @Nullable String message(Case sent) {
    return sent.update().flags().acknowledge()
        ? null
        : "UE "
            + sent.update().homeAddress()
            + " registered with its home agent without A; a home registration must set A and H.";
  }
}
