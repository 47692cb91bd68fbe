package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.Clause.ts24303;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.track.Registration;

/** K=1 asked, accepted with K=0. Said once for each place, not for every refresh. */
public final class KRefused extends TransactionRule {
  /** The rule. */
  public KRefused() {
    super(
        new RuleInfo(
            "K003",
            "k-refused",
            Severity.NOTE,
            "The mobile node asked for K and the home agent did not grant it.",
            List.of(rfc(6275, "10.3.1"), ts24303("5.2.3"))),
        "mip6.ba.k_flag");
  }

  @Override
  @Nullable String message(Pair pair) {
    boolean refused =
        pair.update().flags().keyManagement()
            && pair.answer().accepted()
            && pair.update().lifetimeSeconds() > 0
            && !pair.answer().keyManagement();
    return refused && newPlace(pair)
        ? "The home agent answered K=1 of UE "
            + pair.update().homeAddress()
            + " with K=0: the IKE SA does not survive this move and has to be set up again."
        : null;
  }

  private static boolean newPlace(Pair pair) {
    Registration before = null;
    for (Registration other : pair.history().ue().registrations()) {
      if (other == pair.registration()) {
        return before == null || !before.samePlace(other);
      }
      before = other.effective() ? other : before;
    }
    return true;
  }
}
