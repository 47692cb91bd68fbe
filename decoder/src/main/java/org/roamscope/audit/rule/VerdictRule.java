package org.roamscope.audit.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.roamscope.audit.AuditContext;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Rule;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Verdict;
import org.roamscope.field.IpAddress;
import org.roamscope.track.At;
import org.roamscope.track.Registration;

/** A rule that fires on a verdict: the finding that goes with it. */
abstract sealed class VerdictRule implements Rule
    permits NeedlessIkeRerun,
        IkeRerunAvoidable,
        SaKeptWithoutK,
        StaleHomeAgentEndpoint,
        StaleUeEndpoint,
        IkeRerunWithoutBindingUpdate {
  private final RuleInfo info;
  private final Verdict verdict;
  private final String field;

  VerdictRule(RuleInfo info, Verdict verdict, String field) {
    this.info = info;
    this.verdict = verdict;
    this.field = field;
  }

  @Override
  public final RuleInfo info() {
    return info;
  }

  abstract String message(Handover handover);

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    for (Handover handover : context.handovers()) {
      if (handover.verdict() == verdict) {
        findings.accept(finding(handover));
      }
    }
  }

  private Finding finding(Handover handover) {
    Registration registration = handover.movement().registration();
    At primary = handover.movement().begin();
    if (registration != null && registration.answer() != null && field.startsWith("mip6.ba")) {
      primary = registration.answer().at();
    } else if (registration != null && registration.update() != null) {
      primary = registration.update().at();
    }
    List<Evidence> related = new ArrayList<>();
    for (At at : handover.evidence()) {
      if (!at.equals(primary)) {
        related.add(new Evidence(at, "", ""));
      }
    }
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("to", handover.movement().to().toString());
    IpAddress from = handover.movement().fromAddress();
    if (from != null) {
      arguments.put("from", from.toString());
    }
    return new Finding(
        info,
        info.severity(),
        handover.confidence(),
        handover.movement().ue().homeAddress(),
        new Evidence(primary, field, ""),
        List.copyOf(related),
        message(handover),
        arguments);
  }
}
