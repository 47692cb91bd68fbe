package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.roamscope.audit.AuditContext;
import org.roamscope.audit.Confidence;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.field.IpAddress;
import org.roamscope.track.Event;

/** Acknowledgements that no update in the capture asked for. */
public final class AnswersWithoutUpdates extends PatternRule {
  /** The rule. */
  public AnswersWithoutUpdates() {
    super(
        new RuleInfo(
            "CAP002",
            "answers-without-updates",
            Severity.NOTE,
            "Acknowledgements are in the capture whose Binding Updates are not.",
            List.of(rfc(6275, "10.3.1"))));
  }

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    SortedMap<IpAddress, List<Event.BindingAcknowledgement>> strays = new TreeMap<>();
    for (Event.BindingAcknowledgement stray : context.correlation().tracker().bindings().strays()) {
      strays.computeIfAbsent(stray.homeAddress(), any -> new ArrayList<>()).add(stray);
    }
    strays.forEach((home, answers) -> {
      Event.BindingAcknowledgement first = answers.getFirst();
      findings.accept(
          finding(
              Confidence.MEDIUM,
              home,
              new Evidence(first.at(), "mip6.ba.seqnr", "Binding Acknowledgement"),
              List.of(),
              answers.size()
                  + " acknowledgements for "
                  + home
                  + " answer Binding Updates that are not in the capture, the first of them number "
                  + first.sequence()
                  + ".",
              "acknowledgements",
              answers.size(),
              "sequence",
              first.sequence()));
    });
  }
}
