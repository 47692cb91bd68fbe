package org.roamscope.report;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.audit.Distribution;
import org.roamscope.audit.Expectation;
import org.roamscope.audit.Figures;
import org.roamscope.audit.NatMapping;
import org.roamscope.audit.RunCost;
import org.roamscope.track.At;
import org.roamscope.track.Correlation;

/** What handovers and IKE runs cost, in a few lines. */
final class TextFigures {
  private final Figures figures;
  private final Lines lines;

  TextFigures(Figures figures, Lines lines) {
    this.figures = figures;
    this.lines = lines;
  }

  void write() {
    List<String> sentences = sentences(figures);
    if (sentences.isEmpty()) {
      return;
    }
    lines.section("FIGURES");
    sentences.forEach(sentence -> lines.hang("  ", sentence));
  }

  /** A line each; empty when there is nothing to count. */
  static List<String> sentences(Figures figures) {
    List<String> all = new ArrayList<>();
    distribution("BU to BA", figures.binding(), all);
    distribution("IKE run", figures.ikeRun(), all);
    distribution("User without packets at a handover", figures.interruption(), all);
    if (figures.ikeRuns().runs() > 0) {
      all.add("In all " + cost(figures.ikeRuns()) + ".");
    }
    return all;
  }

  /** What K would have saved, or empty. */
  static String saved(Figures figures) {
    return figures.saved().runs() == 0 ? "" : "K would have saved " + cost(figures.saved()) + ".";
  }

  /** Adds how long something took, a sentence; nothing when it never happened. */
  static void distribution(String what, Distribution distribution, List<String> all) {
    if (distribution.count() == 1) {
      all.add(what + ": once, " + Frames.millis(distribution.max()) + ".");
    } else if (distribution.count() > 1) {
      all.add(
          what
              + ": "
              + Frames.count(distribution.count(), "time", "times")
              + ", median "
              + Frames.millis(distribution.p50())
              + ", 95"
              + Lines.GLUE
              + "% within "
              + Frames.millis(distribution.p95())
              + ", longest "
              + Frames.millis(distribution.max())
              + ".");
    }
  }

  static String cost(RunCost cost) {
    return Frames.count(cost.runs(), "IKE run", "IKE runs")
        + ", "
        + Frames.count(cost.messages(), "message", "messages")
        + ", "
        + Frames.count(cost.octets(), "octet", "octets")
        + ", "
        + Frames.count(cost.roundTrips(), "round trip", "round trips")
        + ", "
        + Frames.millis(cost.nanos());
  }

  /** The NATs of a UE and what is overdue of it, a sentence each. */
  static List<String> of(ReportIndex index, Correlation.History history) {
    List<String> all = new ArrayList<>();
    for (NatMapping mapping : NatMapping.of(index.correlation(), history)) {
      all.add(mapping(index, mapping));
    }
    for (Expectation expectation : Expectation.of(index.correlation(), history)) {
      if (expectation.overdue()) {
        all.add(overdue(index, expectation));
      }
    }
    return all;
  }

  private static String mapping(ReportIndex index, NatMapping mapping) {
    Long refresh = mapping.refreshSeconds();
    Long silence = mapping.silenceNanos();
    return "NAT: "
        + mapping.careOfAddress()
        + " is "
        + mapping.outer()
        + " port"
        + Lines.GLUE
        + mapping.port()
        + " from "
        + index.frames().seconds(mapping.from().timeNanos())
        + " to "
        + index.frames().seconds(mapping.untilNanos())
        + (silence == null ? "" : "; silent for at most " + seconds(silence))
        + (refresh == null ? "" : ", told to send every " + refresh + Lines.GLUE + "s")
        + (mapping.late() ? ": late." : ".");
  }

  private static String seconds(long nanos) {
    return nanos < At.SECOND
        ? Frames.millis(nanos)
        : Math.floorDiv(nanos, At.SECOND) + String.valueOf(Lines.GLUE) + "s";
  }

  private static String overdue(ReportIndex index, Expectation expectation) {
    String what =
        switch (expectation.what()) {
          case BINDING_ACKNOWLEDGEMENT -> "an acknowledgement, or the Binding Update again";
          case BINDING_REFRESH -> "a Binding Update that renews the binding";
          case IKE_RESPONSE -> "an IKE response, or the request again";
          case IKE_REAUTHENTICATION -> "an IKE SA in place of the one that ran out";
        };
    return "Overdue since "
        + index.frames().seconds(expectation.byNanos())
        + ": "
        + what
        + " ("
        + index.frames().list(List.of(expectation.since()))
        + ").";
  }
}
