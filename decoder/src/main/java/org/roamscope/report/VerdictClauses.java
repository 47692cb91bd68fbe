package org.roamscope.report;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.Clause.ts24303;

import java.util.List;
import org.roamscope.audit.Verdict;
import org.roamscope.field.Clause;

/** Where it stands what decides a verdict. */
public final class VerdictClauses {
  private VerdictClauses() {}

  /** The clauses of a verdict; none for one that decides nothing. */
  public static List<Clause> of(Verdict verdict) {
    return switch (verdict) {
      case K_HONOURED, K_AGREED, NEEDLESS_RERUN ->
          List.of(rfc(6275, "10.3.1"), rfc(6275, "11.7.3"), rfc(4877, "7.4"), ts24303("5.2.2"));
      case RERUN_JUSTIFIED, RERUN_AVOIDABLE, K_NOT_ASKED ->
          List.of(rfc(6275, "11.7.1"), rfc(4877, "7.4"), ts24303("5.2.2"));
      case K_REFUSED -> List.of(rfc(6275, "10.3.1"), ts24303("5.2.3"));
      case K_UNSOLICITED -> List.of(rfc(6275, "10.3.1"));
      case SA_KEPT_WITHOUT_K -> List.of(rfc(6275, "10.3.1"), rfc(6275, "11.7.3"), rfc(4877, "7.4"));
      case STALE_HOME_AGENT_ENDPOINT ->
          List.of(rfc(6275, "10.3.1"), ts24303("5.2.3"), rfc(5555, "5.1"));
      case STALE_UE_ENDPOINT -> List.of(rfc(6275, "11.7.3"), rfc(4877, "7.4"));
      case MOVED_BY_MOBIKE -> List.of(rfc(4555, "3.5"));
      case NO_IKE -> List.of(rfc(6275, "6.1.7"), rfc(6275, "11.7.1"));
      case NO_BINDING_UPDATE -> List.of(ts24303("5.2.2"));
      case NOT_BOUND -> List.of(rfc(6275, "6.1.8"));
      case INCONCLUSIVE -> List.of();
    };
  }
}
