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

/**
 * The same update with the same number, half a second or more later (RFC 6275 section 11.8: MUST be
 * greater).
 */
public final class RetransmissionSameSequence extends HistoryRule {
  /** The rule. */
  public RetransmissionSameSequence() {
    super(
        new RuleInfo(
            "BND006",
            "retransmission-same-sequence",
            Severity.ERROR,
            "A Binding Update was retransmitted with its old sequence number.",
            List.of(rfc(6275, "11.8"))));
  }

  @Override
  void check(AuditContext context, Correlation.History history, Consumer<Finding> findings) {
    for (Registration registration : history.ue().registrations()) {
      if (registration.opaque() || registration.duplicates().isEmpty()) {
        continue;
      }
      At original = registration.updates().getFirst().at();
      for (At copy : registration.duplicates()) {
        At before = original;
        for (Event.BindingUpdate update : registration.updates()) {
          before = update.timeNanos() <= copy.timeNanos() ? update.at() : before;
        }
        if (copy.since(before) >= AT_LEAST_NANOS) {
          findings.accept(
              finding(
                  Confidence.MEDIUM,
                  registration.homeAddress(),
                  new Evidence(copy, "mip6.bu.seqnr", "the same number again"),
                  List.of(new Evidence(before, "mip6.bu.seqnr", "Binding Update")),
                  "UE "
                      + registration.homeAddress()
                      + " retransmitted a Binding Update without a new sequence number; every"
                      + " transmission needs a greater one."));
          break;
        }
      }
    }
  }

  /** Closer copies may be one transmission seen at two places. */
  private static final long AT_LEAST_NANOS = At.SECOND / 2;
}
