package org.roamscope.audit.rule;

import static org.roamscope.field.Clause.rfc;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.roamscope.audit.AuditContext;
import org.roamscope.audit.Evidence;
import org.roamscope.audit.Finding;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.field.IpAddress;
import org.roamscope.track.At;
import org.roamscope.track.Correlation;
import org.roamscope.track.Event;
import org.roamscope.track.Registration;

/** No update within ten seconds of a refresh request. */
public final class RefreshRequestUnanswered extends PatternRule {
  /** The rule. */
  public RefreshRequestUnanswered() {
    super(
        new RuleInfo(
            "BND019",
            "refresh-request-unanswered",
            Severity.NOTE,
            "A Binding Refresh Request was not followed by a Binding Update.",
            List.of(rfc(6275, "11.7.4"))));
  }

  private static final int REFRESH_REQUEST = 0;

  /** A mobile node that means to refresh does it within this time. */
  private static final long PATIENCE_NANOS = 10 * At.SECOND;

  @Override
  public void check(AuditContext context, Consumer<Finding> findings) {
    long end = context.correlation().observation().lastNanos();
    SortedMap<IpAddress, List<At>> asked = new TreeMap<>();
    for (Event.OtherMobility other : context.correlation().tracker().others()) {
      if (other.type() == REFRESH_REQUEST && end - other.timeNanos() >= PATIENCE_NANOS) {
        asked.computeIfAbsent(other.destination(), any -> new ArrayList<>()).add(other.at());
      }
    }
    for (Correlation.History history : context.correlation().histories()) {
      List<Registration> registrations = history.ue().registrations();
      int next = 0;
      for (At request : asked.getOrDefault(history.ue().homeAddress(), List.of())) {
        while (next < registrations.size()
            && registrations.get(next).ended().timeNanos() < request.timeNanos()) {
          next++;
        }
        boolean followed =
            next < registrations.size()
                && registrations.get(next).begun().since(request) <= PATIENCE_NANOS;
        if (!followed) {
          findings.accept(
              finding(
                  HistoryRule.startConfidence(history),
                  history.ue().homeAddress(),
                  new Evidence(request, "mip6.mhtype", "Binding Refresh Request"),
                  List.of(),
                  "UE "
                      + history.ue().homeAddress()
                      + " sent no Binding Update within 10 s of a Binding Refresh Request."));
        }
      }
    }
  }
}
