package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import java.util.function.Consumer;
import org.roamscope.audit.AuditContext;
import org.roamscope.audit.Confidence;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.Event;
import org.roamscope.track.Registration;

/** An update for the same home address after status 134 (RFC 6275 section 11.7.1: MUST NOT). */
public final class UpdateAfterDadFailure extends HistoryRule {
  /** The rule. */
  public UpdateAfterDadFailure() {
    super(
        new RuleInfo(
            "BND017",
            "update-after-dad-failure",
            Severity.WARNING,
            "The mobile node registers a home address again that the home agent found in use by"
                + " another node.",
            List.of(rfc(6275, "11.7.1"), rfc(6275, "10.3.1"))));
  }

  @Override
  void check(AuditContext context, Correlation.History history, Consumer<Finding> findings) {
    Event.BindingAcknowledgement refusal = null;
    for (Registration registration : history.ue().registrations()) {
      if (registration.opaque()) {
        continue;
      }
      if (refusal != null
          && !registration.deregistration()
          && registration.begunNanos() - refusal.timeNanos() >= IN_FLIGHT_NANOS) {
        Event.BindingUpdate update = registration.updates().getFirst();
        findings.accept(
            finding(
                Confidence.MEDIUM,
                update.homeAddress(),
                new Evidence(update.at(), "mip6.bu", "Binding Update"),
                List.of(new Evidence(refusal.at(), "mip6.ba.status", "status 134")),
                "UE "
                    + update.homeAddress()
                    + " tries its home address again although the home agent found it in use"
                    + " (status 134); it has to take another one."));
        refusal = null;
      }
      Event.AnswerTerms given = registration.given();
      if (given != null && given.status() == DUPLICATE_ADDRESS) {
        refusal = registration.answer();
      }
    }
  }

  /** Duplicate Address Detection failed. */
  private static final int DUPLICATE_ADDRESS = 134;

  /** An update this soon after the refusal may have been under way. */
  private static final long IN_FLIGHT_NANOS = At.SECOND / 2;
}
