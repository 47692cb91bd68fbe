package org.roamscope.report;

import java.util.List;
import org.roamscope.track.Ue;

/**
 * What one UE was and had over time: what {@link TimelineSvg} and the desktop draw.
 *
 * @param title about whom it is
 * @param fromNanos first message
 * @param untilNanos last message
 * @param lanes attachment, then IKE SAs
 * @param ipsec AH and ESP whose IKE SA is not known, by the SPIs of their packets
 * @param nats outer addresses that NATs gave it; no spans when there was none
 * @param grants lifetimes of the binding
 * @param keyManagement K asked for and granted
 * @param handovers with verdicts
 * @param findings at their primary frames
 * @param frames how times are told
 */
public record Timeline(
    String title,
    long fromNanos,
    long untilNanos,
    List<TimelineLane> lanes,
    List<TimelineLane> ipsec,
    TimelineLane nats,
    List<TimelineMark.Grant> grants,
    List<TimelineMark> keyManagement,
    List<TimelineMark> handovers,
    List<TimelineMark> findings,
    Frames frames) {
  /** The timeline of a UE of the report, empty when it is not there. */
  static Timeline of(Report report, Ue ue) {
    ReportIndex index = new ReportIndex(report);
    return index.people().stream()
        .filter(person -> person.history().ue().equals(ue))
        .findFirst()
        .map(person -> new LadderBuilder(index, person).timeline())
        .orElseGet(() ->
            new Timeline(
                "UE " + ue.homeAddress() + " is not in this report",
                0,
                0,
                List.of(),
                List.of(),
                TimelineLane.NO_NATS,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                index.frames()));
  }
}
