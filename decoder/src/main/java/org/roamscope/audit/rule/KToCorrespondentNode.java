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
import org.roamscope.track.Event;

/** K in a Binding Update that is no home registration (RFC 6275 section 6.1.7: MUST be cleared). */
public final class KToCorrespondentNode implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "K009",
          "k-to-correspondent-node",
          Severity.ERROR,
          "A Binding Update without H has K set.",
          List.of(rfc(6275, "6.1.7")));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    for (Event.BindingUpdate update :
        context.correlation().tracker().bindings().toCorrespondents()) {
      if (update.flags().keyManagement()) {
        findings.accept(
            new Finding(
                INFO,
                INFO.severity(),
                Confidence.HIGH,
                update.homeAddress(),
                new Evidence(update.at(), "mip6.bu.k_flag", "K=1 with H=0"),
                List.of(),
                "UE "
                    + update.homeAddress()
                    + " set K in a Binding Update to "
                    + update.homeAgent()
                    + " that is no home registration (H=0); K must be clear there.",
                Map.of("correspondent", update.homeAgent().toString())));
      }
    }
  }
}
