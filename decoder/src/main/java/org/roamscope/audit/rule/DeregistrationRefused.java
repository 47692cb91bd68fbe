package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;
import static org.roamscope.field.Clause.ts24303;

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
import org.roamscope.track.Deregistration;
import org.roamscope.track.Event;

/** A binding exists, the mobile node removes it (lifetime 0), and the status is not 0. */
public final class DeregistrationRefused implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "BND001",
          "deregistration-refused",
          Severity.ERROR,
          "An existing binding was to be removed and the home agent did not answer status 0.",
          List.of(ts24303("5.2.3"), rfc(6275, "10.3.2")));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    for (Correlation.History history : context.correlation().histories()) {
      for (Deregistration deregistration : history.deregistrations()) {
        Event.BindingAcknowledgement answer = deregistration.registration().answer();
        Event.BindingUpdate update = deregistration.registration().update();
        if (answer == null
            || update == null
            || answer.status() == 0
            || deregistration.before() == null) {
          continue;
        }
        findings.accept(
            new Finding(
                INFO,
                INFO.severity(),
                Confidence.HIGH,
                update.homeAddress(),
                new Evidence(answer.at(), "mip6.ba.status", "Binding Acknowledgement"),
                List.of(new Evidence(update.at(), "mip6.bu.lifetime", "lifetime 0")),
                "The home agent did not remove the binding of UE "
                    + update.homeAddress()
                    + ": it answered lifetime 0 with status "
                    + StatusText.of(answer, update)
                    + " instead of 0.",
                Map.of("status", Integer.toString(answer.status()))));
      }
    }
  }
}
