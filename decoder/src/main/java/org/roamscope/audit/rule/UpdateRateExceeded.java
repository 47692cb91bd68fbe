package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.ArrayList;
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
 * Four updates to one home agent within 0.9 s (RFC 6275 section 12: MAX_UPDATE_RATE is 3 a second).
 */
public final class UpdateRateExceeded extends HistoryRule {
  /** The rule. */
  public UpdateRateExceeded() {
    super(
        new RuleInfo(
            "BND009",
            "update-rate-exceeded",
            Severity.ERROR,
            "A mobile node sent more than three Binding Updates within a second.",
            List.of(rfc(6275, "11.8"), rfc(6275, "12"))));
  }

  @Override
  void check(AuditContext context, Correlation.History history, Consumer<Finding> findings) {
    if (!oftenEnough(history.ue().registrations())) {
      return;
    }
    List<Event.BindingUpdate> sent = new ArrayList<>();
    for (Registration registration : history.ue().registrations()) {
      sent.addAll(registration.updates());
    }
    for (int i = MAX_UPDATE_RATE; i < sent.size(); i++) {
      Event.BindingUpdate first = sent.get(i - MAX_UPDATE_RATE);
      Event.BindingUpdate last = sent.get(i);
      if (last.at().since(first.at()) < WINDOW_NANOS) {
        findings.accept(
            finding(
                Confidence.MEDIUM,
                last.homeAddress(),
                new Evidence(last.at(), "mip6.bu", "the fourth Binding Update"),
                List.of(
                    new Evidence(first.at(), "mip6.bu", "the first of them"),
                    new Evidence(sent.get(i - 2).at(), "mip6.bu", "the second"),
                    new Evidence(sent.get(i - 1).at(), "mip6.bu", "the third")),
                "UE "
                    + last.homeAddress()
                    + " sent four Binding Updates within "
                    + last.at().since(first.at()) / 1_000_000
                    + " ms; three a second is the most.",
                "within_ms",
                last.at().since(first.at()) / 1_000_000));
        i += MAX_UPDATE_RATE;
      }
    }
  }

  /** False for nearly all: there is nothing to count where four begin in more than the window. */
  private static boolean oftenEnough(List<Registration> registrations) {
    for (int i = 0; i < registrations.size(); i++) {
      if (registrations.get(i).transmissions() > 1
          || i >= MAX_UPDATE_RATE
              && registrations.get(i).begunNanos()
                      - registrations.get(i - MAX_UPDATE_RATE).begunNanos()
                  < WINDOW_NANOS) {
        return true;
      }
    }
    return false;
  }

  /** RFC 6275 section 12: three a second. */
  private static final int MAX_UPDATE_RATE = 3;

  /** A little less than a second, for queues on the way. */
  private static final long WINDOW_NANOS = At.SECOND * 9 / 10;
}
