package org.roamscope.gui.viewmodel;

import java.util.List;
import org.roamscope.audit.Handover;
import org.roamscope.report.HandoverCard;
import org.roamscope.report.Ladder;
import org.roamscope.report.Timeline;
import org.roamscope.report.UeReports;
import org.roamscope.report.UeSummary;

/**
 * All that the page of a UE draws.
 *
 * @param summary the UE in one line
 * @param facts home agent, IPv4 home address and identities
 * @param timeline what it was and had over time
 * @param ladder every message between it and its home agent
 * @param handovers in time order
 * @param reports where cards come from
 */
public record UeDetail(
    UeSummary summary,
    String facts,
    Timeline timeline,
    Ladder ladder,
    List<Handover> handovers,
    UeReports reports) {
  static UeDetail of(UeReports reports, UeSummary summary) {
    return new UeDetail(
        summary,
        reports.facts(summary.ue()),
        reports.timeline(summary.ue()),
        reports.ladder(summary.ue()),
        reports.handovers(summary.ue()),
        reports);
  }

  /** The card of the handover with that index. */
  public HandoverCard card(int number) {
    return reports.card(summary.ue(), number);
  }

  /** Index of the handover with the worst verdict, the first of equals; -1 without a handover. */
  public int worst() {
    for (int i = 0; i < handovers.size(); i++) {
      if (handovers.get(i).verdict() == summary.verdict()) {
        return i;
      }
    }
    return -1;
  }
}
