package org.roamscope.report;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;
import org.roamscope.track.At;
import org.roamscope.track.Event;
import org.roamscope.track.IkeSa;
import org.roamscope.track.Registration;
import org.roamscope.track.Ue;

/**
 * A UE in one line.
 *
 * @param rank place among all UEs, trouble first, from 0
 * @param id its name in reports
 * @param ue the UE
 * @param verdict the worst verdict of its handovers; null without a handover
 * @param verdicts all verdicts of its handovers
 * @param tone how bad that is; without a handover what its findings say
 * @param severity the worst severity of its findings; null without a finding
 * @param handovers how many
 * @param findings how many
 * @param latest the latest registration; null when none could be read
 * @param last the last frame of its signalling; null when nothing of it was kept
 */
public record UeSummary(
    int rank,
    String id,
    Ue ue,
    @Nullable Verdict verdict,
    Set<Verdict> verdicts,
    Tone tone,
    @Nullable Severity severity,
    int handovers,
    int findings,
    @Nullable Registration latest,
    @Nullable At last) {
  /** True when both are about the UE of a home address at a home agent, in whatever report. */
  public boolean sameUe(UeSummary other) {
    return ue.homeAddress().equals(other.ue.homeAddress())
        && ue.homeAgent().equals(other.ue.homeAgent());
  }

  static UeSummary of(int rank, String id, Person person) {
    Ue ue = person.history().ue();
    Verdict verdict =
        person.handovers().stream()
            .map(Handover::verdict)
            .min(Comparator.comparingInt(one -> VerdictWords.of(one).rank()))
            .orElse(null);
    Severity severity = person.findings().isEmpty() ? null : person.severity();
    Lines.Style style =
        verdict != null
            ? VerdictWords.of(verdict).style()
            : severity != null ? VerdictWords.style(severity) : Lines.Style.NOTABLE;
    List<Registration> registrations = ue.registrations();
    return new UeSummary(
        rank,
        id,
        ue,
        verdict,
        person.handovers().stream().map(Handover::verdict).collect(Collectors.toUnmodifiableSet()),
        Tone.of(style),
        severity,
        person.handovers().size(),
        person.findings().size(),
        registrations.isEmpty() ? null : registrations.getLast(),
        last(person));
  }

  private static @Nullable At last(Person person) {
    Ue ue = person.history().ue();
    Stream<At> bindings = ue.registrations().stream().map(Registration::ended);
    Stream<At> damaged = ue.malformed().stream().map(Event.MalformedMobility::at);
    Stream<At> ike = person.history().ikeSas().stream().map(IkeSa::last);
    return Stream.concat(Stream.concat(bindings, damaged), ike)
        .max(Comparator.comparingLong(At::timeNanos))
        .orElse(null);
  }
}
