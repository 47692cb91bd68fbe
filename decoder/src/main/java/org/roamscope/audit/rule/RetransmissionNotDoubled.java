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
 * A wait that is not longer than the one before and below the ceiling; a lost one cannot look so,
 * since waits that double add up to less than the next (RFC 6275 section 11.8).
 */
public final class RetransmissionNotDoubled extends HistoryRule {
  /** The rule. */
  public RetransmissionNotDoubled() {
    super(
        new RuleInfo(
            "BND008",
            "retransmission-not-doubled",
            Severity.ERROR,
            "The time between retransmissions of a Binding Update does not grow.",
            List.of(rfc(6275, "11.8"), rfc(6275, "12"))));
  }

  @Override
  void check(AuditContext context, Correlation.History history, Consumer<Finding> findings) {
    for (Registration registration : history.ue().registrations()) {
      if (registration.transmissions() < 3) {
        continue;
      }
      List<Event.BindingUpdate> updates = registration.updates();
      for (int i = 2; i < updates.size(); i++) {
        long before = updates.get(i - 1).at().since(updates.get(i - 2).at());
        long now = updates.get(i).at().since(updates.get(i - 1).at());
        At sent = updates.get(i).at();
        boolean open =
            registration.answers().stream()
                .noneMatch(answer -> answer.timeNanos() <= sent.timeNanos());
        if (now <= before && now < CEILING_NANOS && open) {
          findings.accept(
              finding(
                  Confidence.MEDIUM,
                  registration.homeAddress(),
                  new Evidence(updates.get(i).at(), "mip6.bu", "Retransmission"),
                  List.of(
                      new Evidence(updates.get(i - 2).at(), "mip6.bu", "Binding Update"),
                      new Evidence(updates.get(i - 1).at(), "mip6.bu", "Retransmission")),
                  "UE "
                      + registration.homeAddress()
                      + " retransmitted its Binding Update after "
                      + before / 1_000_000
                      + " ms and again after "
                      + now / 1_000_000
                      + " ms; each wait has to be twice the one before, up to 32 s.",
                  "before_ms",
                  before / 1_000_000,
                  "now_ms",
                  now / 1_000_000));
          break;
        }
      }
    }
  }

  /** MAX_BINDACK_TIMEOUT is 32 s (RFC 6275 section 12); a fifth less for queues on the way. */
  private static final long CEILING_NANOS = 32 * At.SECOND * 4 / 5;
}
