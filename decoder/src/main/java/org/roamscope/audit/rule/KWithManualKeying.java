package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.roamscope.audit.AuditContext;
import org.roamscope.audit.Confidence;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Rule;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.track.Correlation;
import org.roamscope.track.Event;
import org.roamscope.track.Registration;

/**
 * K=1 and provably no IKE: the capture has other traffic and IKE of others (so IKE was not filtered
 * away), the UE was not bound before it, and there is no IKE of this UE. Then its SAs, if it has
 * any, were keyed by hand, and K MUST be clear (RFC 6275 sections 6.1.7 and 11.7.1).
 */
public final class KWithManualKeying implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "K008",
          "k-with-manual-keying",
          Severity.WARNING,
          "K is set although there provably is no IKE.",
          List.of(rfc(6275, "6.1.7"), rfc(6275, "11.7.1")));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    Correlation correlation = context.correlation();
    boolean ikeCaptured = correlation.ikeSas().stream().anyMatch(sa -> sa.startSeen());
    for (Correlation.History history : correlation.histories()) {
      if (!history.ikeSas().isEmpty()
          || !correlation.observation().otherTraffic()
          || !ikeCaptured
          || !history.newcomer(correlation.observation())) {
        continue;
      }
      Registration first = history.ue().registrations().getFirst();
      Event.BindingUpdate update = first.update();
      if (update != null && update.flags().keyManagement()) {
        findings.accept(
            new Finding(
                INFO,
                INFO.severity(),
                Confidence.MEDIUM,
                update.homeAddress(),
                new Evidence(update.at(), "mip6.bu.k_flag", "K=1"),
                List.of(),
                "UE "
                    + update.homeAddress()
                    + " sets K, is protected by ESP and never runs IKE, while IKE of others is in"
                    + " the capture: its SAs were keyed by hand, and K must be clear then.",
                Map.of()));
      }
    }
  }
}
