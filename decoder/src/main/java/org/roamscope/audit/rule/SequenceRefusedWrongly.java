package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Confidence;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;

/** Status 135 that contradicts itself (RFC 6275 section 9.5.1). */
public final class SequenceRefusedWrongly extends TransactionRule {
  /** The rule. */
  public SequenceRefusedWrongly() {
    super(
        new RuleInfo(
            "BND015",
            "sequence-refused-wrongly",
            Severity.WARNING,
            "The home agent refused a sequence number that is greater than the one it says it"
                + " accepted last.",
            List.of(rfc(6275, "9.5.1"))),
        "mip6.ba.seqnr");
  }

  @Override
  @Nullable String message(Pair pair) {
    boolean wrong =
        pair.answer().status() == SequenceNumbers.OUT_OF_WINDOW
            && pair.registration().updates().stream()
                .allMatch(
                    sent -> SequenceNumbers.greater(sent.sequence(), pair.answer().sequence()));
    return wrong
        ? "The home agent refused sequence number "
            + pair.update().sequence()
            + " of UE "
            + pair.update().homeAddress()
            + " as out of window, and "
            + pair.answer().sequence()
            + ", which it says was the last, is below it."
        : null;
  }

  @Override
  Confidence confidence(Pair pair) {
    return Confidence.MEDIUM;
  }
}
