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
import org.roamscope.track.IkeExchange;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Registration;

/** Two or more Binding Updates, and nothing from the home agent, in IKE neither. */
public final class OneDirectionOnly extends PatternRule {
  /** The rule. */
  public OneDirectionOnly() {
    super(
        new RuleInfo(
            "CAP001",
            "one-direction",
            Severity.NOTE,
            "The capture shows only one direction between a mobile node and its home agent.",
            List.of(rfc(6275, "10.3.1"))));
  }

  /** Fewer messages prove nothing. */
  private static final int ENOUGH = 2;

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    for (Correlation.History history : context.correlation().histories()) {
      if (history.ikeSas().stream().anyMatch(OneDirectionOnly::answered)) {
        continue;
      }
      int sent = 0;
      At first = null;
      At last = null;
      boolean answered = false;
      for (Registration registration : history.ue().registrations()) {
        answered |= registration.opaque() || registration.answered();
        sent += registration.transmissions();
        first = first == null ? registration.begun() : first;
        last = registration.begun();
      }
      if (!answered && first != null && last != null && sent >= ENOUGH) {
        findings.accept(
            finding(
                Confidence.MEDIUM,
                history.ue().homeAddress(),
                new Evidence(first, "", "the first message"),
                first.equals(last) ? List.of() : List.of(new Evidence(last, "", "the last one")),
                "Nothing that the home agent "
                    + history.ue().homeAgent()
                    + " sent to UE "
                    + history.ue().homeAddress()
                    + " is in the capture, while the UE sent "
                    + sent
                    + " Binding Updates.",
                "updates",
                sent));
      }
    }
  }

  private static boolean answered(IkeSa sa) {
    return sa.exchanges().stream().anyMatch(IkeExchange::answered);
  }
}
