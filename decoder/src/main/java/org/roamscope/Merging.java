package org.roamscope;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongUnaryOperator;
import org.roamscope.audit.Profile;
import org.roamscope.compare.PointMatcher;
import org.roamscope.compare.TwoPoints;
import org.roamscope.keys.KeyRing;
import org.roamscope.report.CaptureSummary;
import org.roamscope.report.Report;
import org.roamscope.track.Event;

/**
 * Two capture points of one path: reads both, finds what is at both, and audits them as one on the
 * clock of the second. What is at both counts as the second saw it, behind any NAT; what the second
 * did not see counts as the first saw it.
 */
public final class Merging {
  /**
   * What came out.
   *
   * @param points the same messages at both, clocks, delays, losses
   * @param report the audit of both as one; frames of the first capture are those at it alone
   */
  public record Result(TwoPoints points, Report report) {}

  private Merging() {}

  /**
   * Reads both captures twice: to compare them, and to audit them.
   *
   * @param first the point nearer to the UEs; must open twice
   * @param second the point nearer to the home agent; must open twice
   * @param keys what opens encrypted packets; a capture may hold more
   * @param profile whose text decides where specifications disagree
   * @param version version for the report
   * @param progress told how far reading is
   * @param cancelled true to stop early with a partial report
   */
  public static Result run(
      Analysis.Source first,
      Analysis.Source second,
      KeyRing keys,
      Profile profile,
      String version,
      Analysis.Progress progress,
      BooleanSupplier cancelled) {
    List<List<Event>> events = List.of(new ArrayList<>(), new ArrayList<>());
    List<CaptureSummary> apart =
        Analysis.events(
            List.of(first, second),
            keys,
            progress,
            cancelled,
            event -> events.get(event.at().capture()).add(event));
    TwoPoints points =
        PointMatcher.match(events.get(0), span(apart.get(0)), events.get(1), span(apart.get(1)));
    Report report =
        Analysis.run(
            List.of(corrected(first, points), second), keys, profile, version, progress, cancelled);
    return new Result(points, report);
  }

  private static PointMatcher.Span span(CaptureSummary capture) {
    return new PointMatcher.Span(capture.firstNanos(), capture.lastNanos());
  }

  private static Analysis.Source corrected(Analysis.Source first, TwoPoints points) {
    BitSet atBoth = new BitSet();
    points.matched().forEach(match -> atBoth.set(match.first().at().frame()));
    LongUnaryOperator clock =
        points
            .clock()
            .<LongUnaryOperator>map(known -> known::corrected)
            .orElse(LongUnaryOperator.identity());
    return new Analysis.Source.Corrected(first, clock, atBoth);
  }
}
