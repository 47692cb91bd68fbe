package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.ts24303;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.roamscope.audit.AuditContext;
import org.roamscope.audit.Confidence;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;
import org.roamscope.bytes.Hex;
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.IkeSa;

/**
 * A new care-of address seen in IKE only. Where nothing tells which UE set up an IKE SA with a home
 * agent, the finding names the address alone, with low confidence: it may be a UE that moved, a UE
 * whose Binding Update was lost, or none.
 */
public final class IkeRerunWithoutBindingUpdate extends VerdictRule {
  /** The rule. */
  public IkeRerunWithoutBindingUpdate() {
    super(
        new RuleInfo(
            "K010",
            "ike-rerun-without-binding-update",
            Severity.NOTE,
            "IKE shows a new care-of address for which no Binding Update was seen.",
            List.of(ts24303("5.2.2"))),
        Verdict.NO_BINDING_UPDATE,
        "isakmp.ispi");
  }

  /** A Binding Update follows its IKE SA within this time. */
  private static final long ATTACH_NANOS = 10 * At.SECOND;

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    super.check(context, findings);
    Correlation correlation = context.correlation();
    for (IkeSa sa : correlation.ikeSas()) {
      IkeSa.Endpoints ends = sa.endpoints().getFirst();
      boolean waited =
          correlation.observation().lastNanos() - sa.first().timeNanos() >= ATTACH_NANOS;
      if (correlation.owner(sa) != null
          || !sa.startSeen()
          || !sa.stood()
          || sa.successor() != null
          || !waited
          || !correlation.tracker().bindings().homeAgent(ends.responder())) {
        continue;
      }
      findings.accept(
          new Finding(
              info(),
              info().severity(),
              Confidence.LOW,
              null,
              new Evidence(sa.first(), "isakmp.ispi", "IKE_SA_INIT"),
              List.of(new Evidence(sa.last(), "", "last message")),
              "An IKE SA with home agent "
                  + ends.responder()
                  + " was set up from "
                  + ends.initiator()
                  + ", and no Binding Update came from there. Without keys it cannot be told which"
                  + " UE it is.",
              Map.of("spi_i", Hex.spi64(sa.initiatorSpi()))));
    }
  }

  @Override
  String message(Handover handover) {
    return "UE "
        + handover.movement().ue().homeAddress()
        + " uses IKE from "
        + handover.movement().to()
        + ", and no Binding Update for that address was seen. TS 24.303 5.2.2 wants one as soon as"
        + " the address is configured.";
  }
}
