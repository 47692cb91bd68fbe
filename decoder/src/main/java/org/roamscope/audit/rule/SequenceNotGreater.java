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
import org.roamscope.track.Correlation;
import org.roamscope.track.Event;
import org.roamscope.track.Registration;

/**
 * The sequence number is not greater, modulo 2^16, than the last one accepted while the binding
 * stands.
 */
public final class SequenceNotGreater extends HistoryRule {
  /** The rule. */
  public SequenceNotGreater() {
    super(
        new RuleInfo(
            "BND005",
            "sequence-not-greater",
            Severity.WARNING,
            "A Binding Update does not count on from the sequence number that the home agent"
                + " accepted last.",
            List.of(rfc(6275, "9.5.1"), rfc(6275, "11.7.1"))));
  }

  @Override
  void check(AuditContext context, Correlation.History history, Consumer<Finding> findings) {
    Registration standing = null;
    for (Registration registration : history.ue().registrations()) {
      if (standing != null
          && !registration.opaque()
          && Registrations.standsAt(standing, registration.begunNanos())) {
        Event.BindingUpdate update = registration.updates().getFirst();
        Event.BindingAcknowledgement accepted = standing.answer();
        if (accepted != null
            && accepted.timeNanos() <= update.timeNanos()
            && !SequenceNumbers.greater(update.sequence(), accepted.sequence())) {
          findings.accept(
              finding(
                  Confidence.MEDIUM,
                  update.homeAddress(),
                  new Evidence(update.at(), "mip6.bu.seqnr", "Binding Update"),
                  List.of(new Evidence(accepted.at(), "mip6.ba.seqnr", "last number accepted")),
                  "UE "
                      + update.homeAddress()
                      + " sent sequence number "
                      + update.sequence()
                      + " after the home agent had accepted "
                      + accepted.sequence()
                      + "; the home agent has to refuse it (status 135).",
                  "sequence",
                  update.sequence(),
                  "accepted",
                  accepted.sequence()));
        }
      }
      if (registration.outcome() == Registration.Outcome.ACCEPTED) {
        standing = registration;
      }
    }
  }
}
