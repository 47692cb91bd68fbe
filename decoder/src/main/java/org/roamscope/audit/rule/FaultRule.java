package org.roamscope.audit.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.roamscope.audit.AuditContext;
import org.roamscope.audit.Confidence;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.RuleInfo;
import org.roamscope.track.Fault;

/** A rule about damaged messages: the same fault is reported once, with the first few frames. */
abstract class FaultRule extends PatternRule {
  private static final int SHOWN = 4;

  private final String beginning;

  FaultRule(RuleInfo info, String beginning) {
    super(info);
    this.beginning = beginning;
  }

  /** True for a fault that the rule is about. */
  abstract boolean concerns(Fault fault);

  @Override
  public final void check(AuditContext context, Consumer<Finding> findings) {
    Map<String, List<Fault>> byText = new LinkedHashMap<>();
    for (Fault fault : context.correlation().observation().quality().faults()) {
      if (concerns(fault)) {
        byText.computeIfAbsent(fault.text(), any -> new ArrayList<>()).add(fault);
      }
    }
    byText.forEach((text, faults) -> {
      Fault first = faults.getFirst();
      List<Evidence> related =
          faults.stream()
              .skip(1)
              .limit(SHOWN - 1)
              .map(fault -> new Evidence(fault.at(), fault.field(), "the same"))
              .toList();
      String often = faults.size() == 1 ? "" : " Seen in " + faults.size() + " frames.";
      findings.accept(
          finding(
              Confidence.HIGH,
              null,
              new Evidence(first.at(), first.field(), "the field at fault"),
              related,
              beginning + text + often,
              "field",
              first.field(),
              "frames",
              faults.size()));
    });
  }
}
