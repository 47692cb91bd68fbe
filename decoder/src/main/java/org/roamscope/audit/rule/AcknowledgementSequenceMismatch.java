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
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.Event;
import org.roamscope.track.Registration;

/**
 * An update without an answer, and within a second an acknowledgement of a number that was not
 * sent.
 */
public final class AcknowledgementSequenceMismatch extends PatternRule {
  /** The rule. */
  public AcknowledgementSequenceMismatch() {
    super(
        new RuleInfo(
            "BND014",
            "ba-sequence-mismatch",
            Severity.WARNING,
            "An acknowledgement does not carry the sequence number of the update that it must have"
                + " answered.",
            List.of(rfc(6275, "10.3.1"), rfc(6275, "11.7.3"))));
  }

  /** An answer comes within the first timeout of the mobile node. */
  private static final long ANSWER_NANOS = At.SECOND;

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    SortedMap<IpAddress, List<Event.BindingAcknowledgement>> strays = new TreeMap<>();
    for (Event.BindingAcknowledgement stray : context.correlation().tracker().bindings().strays()) {
      if (stray.status() != SequenceNumbers.OUT_OF_WINDOW) {
        strays.computeIfAbsent(stray.homeAddress(), any -> new ArrayList<>()).add(stray);
      }
    }
    for (Correlation.History history : context.correlation().histories()) {
      List<Event.BindingAcknowledgement> mine =
          strays.getOrDefault(history.ue().homeAddress(), List.of());
      if (mine.isEmpty()) {
        continue;
      }
      int next = 0;
      List<Event.BindingUpdate> open = new ArrayList<>();
      for (Registration registration : history.ue().registrations()) {
        for (Event.BindingUpdate update : registration.updates()) {
          if (registration.answers().stream()
              .noneMatch(answer -> answer.sequence() == update.sequence())) {
            open.add(update);
          }
        }
      }
      for (Event.BindingUpdate update : open) {
        while (next < mine.size() && mine.get(next).timeNanos() < update.timeNanos()) {
          next++;
        }
        if (next < mine.size() && mine.get(next).at().since(update.at()) <= ANSWER_NANOS) {
          Event.BindingAcknowledgement stray = mine.get(next);
          boolean later = (stray.sequence() - update.sequence() & 0xffff) <= SOON;
          findings.accept(
              finding(
                  later ? Confidence.LOW : HistoryRule.startConfidence(history),
                  update.homeAddress(),
                  new Evidence(stray.at(), "mip6.ba.seqnr", "Binding Acknowledgement"),
                  List.of(new Evidence(update.at(), "mip6.bu.seqnr", "Binding Update")),
                  "The home agent acknowledged sequence number "
                      + stray.sequence()
                      + " just after UE "
                      + update.homeAddress()
                      + " had sent "
                      + update.sequence()
                      + (later
                          ? "; the mobile node has to ignore that, unless the capture lacks the"
                              + " update with that number."
                          : "; the mobile node has to ignore that."),
                  "sequence",
                  update.sequence(),
                  "acknowledged",
                  stray.sequence()));
          next++;
        }
      }
    }
  }

  /** So many numbers later the answer may be to a later update that the capture lacks. */
  private static final int SOON = 16;
}
