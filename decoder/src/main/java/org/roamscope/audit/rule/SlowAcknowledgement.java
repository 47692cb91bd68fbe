package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Confidence;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.track.At;
import org.roamscope.track.Event;

/** More than 1.5 s for the first registration, 1 s for others. */
public final class SlowAcknowledgement extends TransactionRule {
  /** The rule. */
  public SlowAcknowledgement() {
    super(
        new RuleInfo(
            "BND028",
            "slow-acknowledgement",
            Severity.NOTE,
            "The acknowledgement took longer than the first timeout of the mobile node.",
            List.of(rfc(6275, "11.8"), rfc(6275, "10.3.1"))),
        "mip6.ba");
  }

  @Override
  @Nullable String message(Pair pair) {
    boolean begins = pair.registration().equals(pair.history().ue().registrations().getFirst());
    long limit = begins ? FIRST_NANOS : NEXT_NANOS;
    if (pair.registration().transmissions() == 1
        && pair.answer().timeNanos() - pair.update().timeNanos() <= limit) {
      return null;
    }
    Event.BindingUpdate first = pair.registration().updates().getFirst();
    Event.BindingAcknowledgement answer = pair.registration().answers().getFirst();
    // The last transmission before the answer: those before it may have been lost.
    for (Event.BindingUpdate sent : pair.registration().updates()) {
      if (sent.sequence() == answer.sequence()) {
        first = sent;
      }
    }
    long took = answer.at().since(first.at());
    return took > limit
        ? "The home agent took "
            + took / 1_000_000
            + " ms to answer the Binding Update of UE "
            + pair.update().homeAddress()
            + "; the mobile node repeats it after "
            + limit / 1_000_000
            + " ms."
        : null;
  }

  @Override
  Confidence confidence(Pair pair) {
    return Confidence.MEDIUM;
  }

  /** RFC 6275 section 12: InitialBindackTimeoutFirstReg and INITIAL_BINDACK_TIMEOUT. */
  private static final long FIRST_NANOS = 3 * At.SECOND / 2;

  private static final long NEXT_NANOS = At.SECOND;
}
