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

/**
 * The next update after status 135 does not count on from the number in it (RFC 6275 section
 * 11.7.3).
 */
public final class SequenceAfterRefusal extends HistoryRule {
  /** The rule. */
  public SequenceAfterRefusal() {
    super(
        new RuleInfo(
            "BND016",
            "sequence-after-refusal",
            Severity.WARNING,
            "After status 135 the mobile node did not go on from the sequence number that the home"
                + " agent named.",
            List.of(rfc(6275, "11.7.3"))));
  }

  @Override
  void check(AuditContext context, Correlation.History history, Consumer<Finding> findings) {
    Event.BindingAcknowledgement refusal = null;
    for (Registration registration : history.ue().registrations()) {
      if (registration.opaque()) {
        continue;
      }
      if (refusal != null && registration.begunNanos() - refusal.timeNanos() >= IN_FLIGHT_NANOS) {
        Event.BindingUpdate update = registration.updates().getFirst();
        if (!SequenceNumbers.greater(update.sequence(), refusal.sequence())) {
          findings.accept(
              finding(
                  Confidence.MEDIUM,
                  update.homeAddress(),
                  new Evidence(update.at(), "mip6.bu.seqnr", "next Binding Update"),
                  List.of(new Evidence(refusal.at(), "mip6.ba.seqnr", "status 135")),
                  "The home agent told UE "
                      + update.homeAddress()
                      + " that it accepted "
                      + refusal.sequence()
                      + " last, and the UE went on with "
                      + update.sequence()
                      + ".",
                  "sequence",
                  update.sequence(),
                  "accepted",
                  refusal.sequence()));
        }
        refusal = null;
      }
      Event.AnswerTerms given = registration.given();
      if (given != null && given.status() == SequenceNumbers.OUT_OF_WINDOW) {
        refusal = registration.answer();
      }
    }
  }

  /** An update this soon after the refusal may have been under way. */
  private static final long IN_FLIGHT_NANOS = At.SECOND / 2;
}
