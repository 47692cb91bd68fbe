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
import org.roamscope.track.Event;

/** A Binding Error message. */
public final class BindingErrorSeen extends PatternRule {
  /** The rule. */
  public BindingErrorSeen() {
    super(
        new RuleInfo(
            "BND018",
            "binding-error",
            Severity.NOTE,
            "Somebody sent a Binding Error.",
            List.of(rfc(6275, "9.3.3"), rfc(6275, "6.1.9"))));
  }

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    for (Event.BindingError error : context.correlation().tracker().bindingErrors()) {
      findings.accept(
          finding(
              Confidence.HIGH,
              error.homeAddress().unspecified() ? null : error.homeAddress(),
              new Evidence(error.at(), "mip6.be.status", "Binding Error"),
              List.of(),
              error.path().source()
                  + " told "
                  + error.path().destination()
                  + " "
                  + switch (error.status()) {
                    case 1 ->
                        "that it holds no binding for home address " + error.homeAddress() + ".";
                    case 2 -> "that it does not know the type of its Mobility Header message.";
                    default -> "of an error with the unassigned status " + error.status() + ".";
                  },
              "status",
              error.status()));
    }
  }
}
