package org.roamscope;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.roamscope.audit.Audit;
import org.roamscope.audit.Handover;
import org.roamscope.audit.Verdict;
import org.roamscope.capture.ClockSteps;
import org.roamscope.report.Report;
import org.roamscope.track.At;
import org.roamscope.track.CaptureQuality.SetBack;
import org.roamscope.track.Causality;
import org.roamscope.track.Correlation;
import org.roamscope.track.Observation;

/**
 * Decides what it means when times of a capture go back. Either its clock was set, and frames are
 * in the order of the file, or files were joined, and they are in the order of their times. Both
 * are tried: in the wrong order answers come before what they answer. Where that does not tell, the
 * times are believed, with less confidence in what the order would change.
 */
final class ClockChoice {
  /**
   * Captures read once.
   *
   * @param outcome what it came to
   * @param clocks of each capture: where its clock seems to have been set back
   */
  record Pass(Analysis.Outcome outcome, List<ClockSteps> clocks) {
    private Correlation correlation() {
      return outcome.report().audit().correlation();
    }

    private List<Verdict> verdicts() {
      return outcome.report().audit().handovers().stream().map(Handover::verdict).toList();
    }
  }

  private ClockChoice() {}

  /**
   * The better of both.
   *
   * @param read reads captures
   */
  static Analysis.Outcome of(
      List<Analysis.Source> sources, Function<List<Analysis.Source>, Pass> read) {
    Pass asItIs = read.apply(sources);
    Analysis.Outcome outcome = asItIs.outcome();
    if (asItIs.clocks().stream().allMatch(ClockSteps::none)) {
      return outcome;
    }
    if (!outcome.report().complete() || !sources.stream().allMatch(Analysis.Source::again)) {
      return unsure(asItIs);
    }
    List<Analysis.Source> others = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      ClockSteps steps = asItIs.clocks().get(i);
      Analysis.Source source = sources.get(i);
      others.add(steps.none() ? source : new Analysis.Source.Mended(source, steps));
    }
    Pass mended = read.apply(others);
    if (!mended.outcome().report().complete()) {
      return unsure(asItIs);
    }
    long before = Causality.contradictions(asItIs.correlation());
    long after = Causality.contradictions(mended.correlation());
    if (after < before) {
      return mended.outcome();
    }
    return after > before || asItIs.verdicts().equals(mended.verdicts()) ? outcome : unsure(asItIs);
  }

  /** The same, with less confidence in what happened at times that the capture has twice. */
  private static Analysis.Outcome unsure(Pass pass) {
    List<SetBack> setBack = new ArrayList<>();
    for (int capture = 0; capture < pass.clocks().size(); capture++) {
      for (ClockSteps.Step step : pass.clocks().get(capture).all()) {
        At first = new At(capture, step.frame(), step.timeNanos());
        setBack.add(new SetBack(first, step.backNanos(), 0));
      }
    }
    Report report = pass.outcome().report();
    Correlation correlation = pass.correlation();
    Observation seen = correlation.observation().setBack(setBack);
    Audit audit = Audit.of(correlation.observed(seen), report.audit().profile());
    return new Analysis.Outcome(report.with(audit), pass.outcome().events());
  }
}
