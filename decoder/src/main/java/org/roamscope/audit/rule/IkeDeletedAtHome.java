package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.Clause.ts24303;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.roamscope.audit.AuditContext;
import org.roamscope.audit.Cause;
import org.roamscope.audit.Confidence;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Rule;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;
import org.roamscope.track.At;
import org.roamscope.track.IkeExchange;
import org.roamscope.track.Registration;

/**
 * The mobile node deleted its IKE SA on the home link and had to run IKE at the next move. TS
 * 24.303 5.2.2 says it should preserve the session unless it surely stays at home. A DELETE can be
 * told only with the IKE keys.
 */
public final class IkeDeletedAtHome implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "K011",
          "ike-deleted-at-home",
          Severity.NOTE,
          "The IKE SA was deleted on the home link and IKE had to be run at the next move.",
          List.of(ts24303("5.2.2"), rfc(4877, "4.2")));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    for (Handover handover : context.handovers()) {
      Registration from = handover.movement().from();
      boolean known = handover.cause() == Cause.SA_DELETED;
      if (from == null || !from.deregistration() || !known && !seemsDeleted(handover)) {
        continue;
      }
      findings.accept(
          new Finding(
              INFO,
              INFO.severity(),
              known ? handover.confidence() : Confidence.LOW,
              handover.movement().ue().homeAddress(),
              new Evidence(handover.movement().begin(), "", "next move"),
              related(handover),
              "UE "
                  + handover.movement().ue().homeAddress()
                  + (known ? " deleted" : " seems to have deleted")
                  + " its IKE SA on the home link and had to run IKE again when it left. TS 24.303"
                  + " 5.2.2 says it should preserve the session unless it surely stays at home.",
              Map.of()));
    }
  }

  /** The suspected DELETE first: it is the frame to look at. */
  private static List<Evidence> related(Handover handover) {
    List<Evidence> related = new ArrayList<>();
    IkeExchange last = handover.movement().ike().lastBeforeRerun();
    if (last != null) {
      related.add(
          new Evidence(
              last.first().at(),
              "isakmp.exchangetype",
              last.deletesIkeSa() ? "DELETE" : "DELETE, it seems"));
    }
    for (At at : handover.evidence()) {
      if (!at.equals(handover.movement().begin())) {
        related.add(new Evidence(at, "", ""));
      }
    }
    return List.copyOf(related);
  }

  /** Without keys: one exchange on the home link, then silence on that SA and a new one. */
  private static boolean seemsDeleted(Handover handover) {
    IkeExchange last = handover.movement().ike().lastBeforeRerun();
    return handover.verdict() == Verdict.INCONCLUSIVE
        && last != null
        && last.informational()
        && last.first().initiator().equals(handover.movement().ue().homeAddress());
  }
}
