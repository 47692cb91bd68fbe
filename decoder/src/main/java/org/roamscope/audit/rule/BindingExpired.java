package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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

/** The lifetime granted ran out before the next Binding Update. */
public final class BindingExpired implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "BND003",
          "binding-expired",
          Severity.NOTE,
          "The lifetime of a binding ran out before the next Binding Update.",
          List.of(rfc(6275, "11.7.3"), rfc(6275, "10.3.1")));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    long end = context.correlation().observation().lastNanos();
    for (Correlation.History history : context.correlation().histories()) {
      List<Registration> registrations = history.ue().registrations();
      Registration standing = null;
      for (Registration registration : registrations) {
        report(standing, registration.begunNanos(), findings);
        if (registration.outcome() == Registration.Outcome.ACCEPTED) {
          standing = registration.deregistration() ? null : registration;
        } else if (standing != null && standing.expiresNanos() <= registration.begunNanos()) {
          standing = null;
        }
      }
      report(standing, end, findings);
    }
  }

  private static void report(
      @Nullable Registration standing, long until, Consumer<Finding> findings) {
    if (standing == null || standing.expiresNanos() > until) {
      return;
    }
    Event.BindingAcknowledgement answer = standing.answer();
    if (answer == null) {
      return;
    }
    findings.accept(
        new Finding(
            INFO,
            INFO.severity(),
            Confidence.MEDIUM,
            standing.homeAddress(),
            new Evidence(answer.at(), "mip6.ba.lifetime", "granted lifetime"),
            List.of(),
            "The binding of UE "
                + standing.homeAddress()
                + " at "
                + standing.careOfAddress()
                + " ran out after "
                + answer.lifetimeSeconds()
                + " s: no Binding Update was seen in time.",
            Map.of("lifetime_s", Integer.toString(answer.lifetimeSeconds()))));
  }
}
