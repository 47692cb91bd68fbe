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

/** The second transmission comes less than 0.8 s after the first (RFC 6275 section 12: 1 s). */
public final class RetransmissionTooEarly extends HistoryRule {
  /** The rule. */
  public RetransmissionTooEarly() {
    super(
        new RuleInfo(
            "BND007",
            "retransmission-too-early",
            Severity.WARNING,
            "A Binding Update was retransmitted before the first timeout.",
            List.of(rfc(6275, "11.8"), rfc(6275, "12"))));
  }

  @Override
  void check(AuditContext context, Correlation.History history, Consumer<Finding> findings) {
    for (Registration registration : history.ue().registrations()) {
      if (registration.transmissions() < 2) {
        continue;
      }
      At first = registration.updates().get(0).at();
      Event.BindingUpdate second = registration.updates().get(1);
      if (second.at().since(first) < SHORTEST_NANOS
          && registration.answers().stream()
              .noneMatch(answer -> answer.timeNanos() <= second.timeNanos())) {
        findings.accept(
            finding(
                Confidence.MEDIUM,
                registration.homeAddress(),
                new Evidence(second.at(), "mip6.bu", "Retransmission"),
                List.of(new Evidence(first, "mip6.bu", "Binding Update")),
                "UE "
                    + registration.homeAddress()
                    + " retransmitted its Binding Update after "
                    + second.at().since(first) / 1_000_000
                    + " ms; the first timeout is 1 s, or 1.5 s without a binding.",
                "after_ms",
                second.at().since(first) / 1_000_000));
      }
    }
  }

  /** INITIAL_BINDACK_TIMEOUT is 1 s (RFC 6275 section 12); a fifth less for queues on the way. */
  private static final long SHORTEST_NANOS = At.SECOND * 4 / 5;
}
