package org.roamscope.audit.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** A rule about one Binding Update and the acknowledgement that answers it. */
abstract class TransactionRule implements UeRule {
  private final RuleInfo info;
  private final String field;

  TransactionRule(RuleInfo info, String field) {
    this.info = info;
    this.field = field;
  }

  /**
   * A Binding Update with its answer.
   *
   * @param profile whose text decides
   * @param history the UE's history
   * @param registration the transaction
   * @param update the update
   * @param answer the acknowledgement
   */
  record Pair(
      Profile profile,
      Correlation.History history,
      Registration registration,
      Event.BindingUpdate update,
      Event.BindingAcknowledgement answer) {}

  @Override
  public final RuleInfo info() {
    return info;
  }

  /** The message when the rule fires, else null. */
  abstract @Nullable String message(Pair pair);

  /** Severity of this case. */
  Severity severity(Pair pair) {
    return info.severity();
  }

  /** How sure this case is. */
  Confidence confidence(Pair pair) {
    return Confidence.HIGH;
  }

  @Override
  public final void checkUe(
      AuditContext context, Correlation.History history, Consumer<Finding> findings) {
    checkUe(List.of(this), context, history, findings);
  }

  /** Several rules at once: each transaction is put together once for all of them. */
  static void checkUe(
      List<TransactionRule> rules,
      AuditContext context,
      Correlation.History history,
      Consumer<Finding> findings) {
    for (Registration registration : history.ue().registrations()) {
      Event.BindingUpdate update = registration.update();
      Event.BindingAcknowledgement answer = registration.answer();
      if (update == null || answer == null) {
        continue;
      }
      Pair pair = new Pair(context.profile(), history, registration, update, answer);
      for (TransactionRule rule : rules) {
        String message = rule.message(pair);
        if (message != null) {
          findings.accept(rule.finding(pair, message));
        }
      }
    }
  }

  private Finding finding(Pair pair, String message) {
    boolean inUpdate = field.startsWith("mip6.bu") || field.startsWith("mip6.ipv4ha");
    Event.BindingUpdate update = pair.update();
    Event.BindingAcknowledgement answer = pair.answer();
    Evidence asked = new Evidence(update.at(), inUpdate ? field : "mip6.bu", "Binding Update");
    Evidence given =
        new Evidence(answer.at(), inUpdate ? "mip6.ba" : field, "Binding Acknowledgement");
    List<Evidence> related = new ArrayList<>();
    related.add(inUpdate ? given : asked);
    for (Event.BindingUpdate other : pair.registration().updates()) {
      if (!other.at().equals(update.at())) {
        related.add(new Evidence(other.at(), "", "Retransmission"));
      }
    }
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("sequence", Integer.toString(update.sequence()));
    arguments.put("status", Integer.toString(answer.status()));
    return new Finding(
        info,
        severity(pair),
        confidence(pair),
        update.homeAddress(),
        inUpdate ? asked : given,
        List.copyOf(related),
        message,
        arguments);
  }
}
