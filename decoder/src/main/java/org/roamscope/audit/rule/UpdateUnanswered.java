package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import java.util.function.Consumer;
import org.roamscope.audit.AuditContext;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.Event;
import org.roamscope.track.Registration;

/** No answer within two seconds of the last transmission. */
public final class UpdateUnanswered extends HistoryRule {
  /** The rule. */
  public UpdateUnanswered() {
    super(
        new RuleInfo(
            "BND010",
            "update-unanswered",
            Severity.NOTE,
            "A home registration got no acknowledgement.",
            List.of(rfc(6275, "10.3.1"), rfc(6275, "11.8"))));
  }

  @Override
  void check(AuditContext context, Correlation.History history, Consumer<Finding> findings) {
    if (!bothDirections(history)) {
      return;
    }
    long end = context.correlation().observation().lastNanos();
    for (Registration registration : history.ue().registrations()) {
      if (registration.outcome() != Registration.Outcome.UNANSWERED
          || end - registration.ended().timeNanos() < PATIENCE_NANOS) {
        continue;
      }
      Event.BindingUpdate last = registration.updates().getLast();
      findings.accept(
          finding(
              startConfidence(history),
              registration.homeAddress(),
              new Evidence(last.at(), "mip6.bu.seqnr", "Binding Update"),
              List.of(),
              "No acknowledgement was seen for the Binding Update of UE "
                  + registration.homeAddress()
                  + " from "
                  + registration.careOfAddress()
                  + ", sent "
                  + registration.updates().size()
                  + " times.",
              "sequence",
              last.sequence(),
              "transmissions",
              registration.updates().size()));
    }
  }

  /** No answer comes after that: the mobile node would have asked again. */
  private static final long PATIENCE_NANOS = 2 * At.SECOND;
}
