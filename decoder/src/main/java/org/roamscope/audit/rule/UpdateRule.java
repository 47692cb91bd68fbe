package org.roamscope.audit.rule;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.AuditContext;
import org.roamscope.audit.Confidence;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Profile;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.audit.UeRule;
import org.roamscope.track.Correlation;
import org.roamscope.track.Event;
import org.roamscope.track.Registration;

/** A rule about the content of one home registration: it reports once a transaction. */
abstract class UpdateRule extends PatternRule implements UeRule {
  private final String field;

  UpdateRule(RuleInfo info, String field) {
    super(info);
    this.field = field;
  }

  /**
   * A Binding Update.
   *
   * @param profile whose text decides
   * @param registration the transaction that it began
   * @param update the update
   */
  record Case(Profile profile, Registration registration, Event.BindingUpdate update) {}

  /** The message when the rule fires, else null. */
  abstract @Nullable String message(Case sent);

  /** Severity of this case. */
  Severity severity(Case sent) {
    return info().severity();
  }

  @Override
  public final void checkUe(
      AuditContext context, Correlation.History history, Consumer<Finding> findings) {
    checkUe(List.of(this), context, history, findings);
  }

  /** Several rules at once: each update is taken out of its transaction once for all of them. */
  static void checkUe(
      List<UpdateRule> rules,
      AuditContext context,
      Correlation.History history,
      Consumer<Finding> findings) {
    for (Registration registration : history.ue().registrations()) {
      if (registration.opaque()) {
        continue;
      }
      Event.BindingUpdate update = registration.updates().getFirst();
      Case sent = new Case(context.profile(), registration, update);
      for (UpdateRule rule : rules) {
        String message = rule.message(sent);
        if (message != null) {
          findings.accept(rule.finding(sent, message));
        }
      }
    }
  }

  private Finding finding(Case sent, String message) {
    Event.BindingUpdate update = sent.update();
    return finding(
        severity(sent),
        Confidence.HIGH,
        update.homeAddress(),
        new Evidence(update.at(), field, "Binding Update"),
        List.of(),
        message,
        "sequence",
        update.sequence());
  }
}
