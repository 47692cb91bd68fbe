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

/** No option 5 in an update without H (RFC 6275 section 9.5.1: MUST be present). */
public final class CorrespondentUpdateUnauthorized extends PatternRule {
  /** The rule. */
  public CorrespondentUpdateUnauthorized() {
    super(
        new RuleInfo(
            "BND023",
            "correspondent-update-unauthorized",
            Severity.ERROR,
            "A Binding Update to a correspondent node has no Binding Authorization Data option.",
            List.of(rfc(6275, "9.5.1"), rfc(6275, "6.2.7"))));
  }

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    for (Event.BindingUpdate update :
        context.correlation().tracker().bindings().toCorrespondents()) {
      if (!update.protectedByEsp()
          && !update.options().has(OptionTypes.BINDING_AUTHORIZATION_DATA)) {
        findings.accept(
            finding(
                Confidence.HIGH,
                update.homeAddress(),
                new Evidence(update.at(), "mip6.bu", "Binding Update"),
                List.of(),
                "UE "
                    + update.homeAddress()
                    + " sent correspondent node "
                    + update.homeAgent()
                    + " a Binding Update that nothing authorizes; it has to be discarded.",
                "correspondent",
                update.homeAgent()));
      }
    }
  }
}
