package org.roamscope.report;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;
import org.roamscope.field.IpAddress;
import org.roamscope.track.Correlation;
import org.roamscope.track.Event;
import org.roamscope.track.Registration;

/**
 * One UE with all that is said of it.
 *
 * @param history its bindings and IKE SAs
 * @param handovers in time order
 * @param findings in the order of the audit
 */
record Person(Correlation.History history, List<Handover> handovers, List<Finding> findings) {
  /** The worst first: by severity, then by verdict. */
  static final Comparator<Person> TROUBLE_FIRST =
      Comparator.comparing(Person::severity).thenComparingInt(Person::verdict);

  /** True when somebody has to look at it. */
  boolean trouble() {
    return !findings.isEmpty()
        || handovers.stream().anyMatch(h -> !VerdictWords.of(h.verdict()).fine());
  }

  /** The worst severity among its findings. */
  Severity severity() {
    if (findings.isEmpty()) {
      return Severity.CHAT;
    }
    return findings.stream()
        .map(Finding::severity)
        .min(Comparator.naturalOrder())
        .orElse(Severity.CHAT);
  }

  /** Rank of its worst verdict. */
  int verdict() {
    if (handovers.isEmpty()) {
      return Verdict.values().length;
    }
    return handovers.stream()
        .mapToInt(handover -> VerdictWords.of(handover.verdict()).rank())
        .min()
        .orElse(Verdict.values().length);
  }

  /** The IPv4 home address granted last, or null. */
  @Nullable IpAddress ipv4Home() {
    List<Registration> registrations = history.ue().registrations();
    for (int i = registrations.size() - 1; i >= 0; i--) {
      Event.AnswerTerms given = registrations.get(i).given();
      Event.Ipv4Granted granted = given == null || !given.accepted() ? null : given.ipv4();
      if (granted != null && granted.status() < 128 && !granted.address().unspecified()) {
        return granted.address();
      }
    }
    return null;
  }
}
