package org.roamscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roamscope.audit.Handover;
import org.roamscope.track.At;
import org.roamscope.track.Ue;

/** What a report says of each UE. Made once for a report; safe for several threads. */
public final class UeReports {
  private final ReportIndex index;
  private final List<UeSummary> summaries;

  /** For the UEs of a report. */
  public UeReports(Report report) {
    index = new ReportIndex(report);
    List<UeSummary> all = new ArrayList<>();
    for (Person person : index.people()) {
      all.add(UeSummary.of(all.size(), index.id(person.history().ue()), person));
    }
    summaries = List.copyOf(all);
  }

  /** All UEs, trouble first. */
  public List<UeSummary> summaries() {
    return summaries;
  }

  /** Home agent, IPv4 home address and identities of a UE, in one line. */
  public String facts(Ue ue) {
    return index.person(ue).map(Ladder::facts).orElse("");
  }

  /** The timeline of a UE. */
  public Timeline timeline(Ue ue) {
    return index
        .person(ue)
        .map(person -> new LadderBuilder(index, person).timeline())
        .orElseGet(() -> Timeline.of(index.report(), ue));
  }

  /** The ladder of a UE with all its rows. */
  public Ladder ladder(Ue ue) {
    return index
        .person(ue)
        .map(person -> new LadderBuilder(index, person).ladder())
        .orElseGet(() -> Ladder.of(index.report(), ue));
  }

  /** The handovers of a UE in time order. */
  public List<Handover> handovers(Ue ue) {
    return index.person(ue).map(Person::handovers).orElse(List.of());
  }

  /**
   * All there is to say of a handover.
   *
   * @param number index in {@link #handovers}
   */
  public HandoverCard card(Ue ue, int number) {
    return HandoverCard.of(index, index.person(ue).orElseThrow(), number);
  }

  /** What a UE and its home agent hold of each other once a frame has passed. */
  public UeState state(Ue ue, At at) {
    return UeState.of(index, index.person(ue).orElseThrow().history(), at);
  }

  /** What the home agent of a UE holds of all; empty with more UEs than can be counted quickly. */
  public Optional<UeState.HomeAgent> homeAgent(Ue ue, At at) {
    return UeState.HomeAgent.of(index.correlation(), ue, at);
  }
}
