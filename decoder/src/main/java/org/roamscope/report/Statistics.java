package org.roamscope.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.roamscope.audit.Audit;
import org.roamscope.audit.Figures;
import org.roamscope.audit.Finding;
import org.roamscope.audit.Handover;
import org.roamscope.audit.RuleInfo;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;
import org.roamscope.field.PlainText;
import org.roamscope.report.HandoverCard.Fact;
import org.roamscope.track.At;

/**
 * What a report says in numbers over all UEs.
 *
 * @param verdicts handovers by verdict, the worst first, verdicts without one left out
 * @param rules findings by rule, the worst first, then the most frequent
 * @param durations BU to BA, IKE runs, users without packets
 * @param spans handovers over the time of the capture; empty without a handover
 * @param costs what IKE runs cost, and what K would have saved, a sentence each
 * @param captures what was read
 */
public record Statistics(
    List<OfVerdict> verdicts,
    List<OfRule> rules,
    List<Histogram> durations,
    List<Span> spans,
    List<String> costs,
    List<OfCapture> captures) {
  /** Spans are as long as it takes for these to be enough. */
  private static final int MOST_SPANS = 12;

  private static final long[] SPAN_SECONDS = {
    1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21_600, 86_400, 604_800
  };

  /**
   * Handovers with a verdict.
   *
   * @param verdict the verdict
   * @param tone how bad it is
   * @param words what it says
   * @param count how many
   */
  public record OfVerdict(Verdict verdict, Tone tone, String words, int count) {}

  /**
   * Findings of a rule.
   *
   * @param rule the rule
   * @param severity how bad they are
   * @param tone the same for a drawing
   * @param count how many
   */
  public record OfRule(RuleInfo rule, Severity severity, Tone tone, int count) {}

  /**
   * Handovers that began within a span of time.
   *
   * @param fromNanos its beginning, nanoseconds since the first frame
   * @param nanos its length
   * @param counts how many of each tone; tones without one left out
   */
  public record Span(long fromNanos, long nanos, Map<Tone, Integer> counts) {
    /** All of them. */
    public int count() {
      return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * A capture.
   *
   * @param file its name, printable
   * @param facts name and value of everything there is to say of it
   * @param problems what is wrong with it, printable
   */
  public record OfCapture(String file, List<Fact> facts, List<String> problems) {}

  /** Counts what a report holds. */
  public static Statistics of(Report report) {
    Audit audit = report.audit();
    Figures figures = Figures.of(audit);
    List<String> costs = new ArrayList<>();
    if (figures.ikeRuns().runs() > 0) {
      costs.add("In all " + TextFigures.cost(figures.ikeRuns()) + ".");
    }
    String saved = TextFigures.saved(figures);
    if (!saved.isEmpty()) {
      costs.add(saved);
    }
    return new Statistics(
        verdicts(audit),
        rules(audit),
        List.of(
            Histogram.of("Binding Update to acknowledgement", Figures.bindings(audit)),
            Histogram.of("IKE run", Figures.ikeRuns(audit)),
            Histogram.of("User without packets at a handover", Figures.interruptions(audit))),
        spans(report),
        costs.stream().map(cost -> cost.replace(Lines.GLUE, ' ')).toList(),
        report.captures().stream().map(Statistics::capture).toList());
  }

  /**
   * The same with another fact about each capture.
   *
   * @param values one for each capture in its order; an empty one is no fact
   */
  public Statistics with(String name, List<String> values) {
    List<OfCapture> told = new ArrayList<>();
    for (OfCapture capture : captures) {
      List<Fact> facts = new ArrayList<>(capture.facts());
      if (told.size() < values.size() && !values.get(told.size()).isEmpty()) {
        facts.add(new Fact(name, PlainText.of(values.get(told.size()))));
      }
      told.add(new OfCapture(capture.file(), List.copyOf(facts), capture.problems()));
    }
    return new Statistics(verdicts, rules, durations, spans, costs, List.copyOf(told));
  }

  private static OfCapture capture(CaptureSummary capture) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Format", capture.format()));
    facts.add(new Fact("Link types", String.join(", ", capture.linkTypes())));
    facts.add(new Fact("Packets", Long.toString(capture.packets())));
    facts.add(new Fact("Signalling", Long.toString(capture.signallingPackets())));
    facts.add(new Fact("Captured twice", Long.toString(capture.copies())));
    facts.add(new Fact("Cut off by the capture", Long.toString(capture.truncatedPackets())));
    if (capture.packets() > 0) {
      facts.add(new Fact("First packet", Times.utc(capture.firstNanos())));
      facts.add(new Fact("Last packet", Times.utc(capture.lastNanos())));
      facts.add(
          new Fact(
              "Length",
              new Frames(false, capture.firstNanos()).seconds(capture.lastNanos()) + " s"));
    }
    return new OfCapture(
        PlainText.of(capture.file()),
        facts.stream().filter(fact -> !fact.value().isEmpty()).toList(),
        capture.problems().stream().map(problem -> PlainText.of(problem.message())).toList());
  }

  private static List<OfVerdict> verdicts(Audit audit) {
    return Summary.verdicts(audit).entrySet().stream()
        .map(entry -> {
          VerdictWords words = VerdictWords.of(entry.getKey());
          return new OfVerdict(
              entry.getKey(),
              Tone.of(words.style()),
              words.words(),
              Math.toIntExact(entry.getValue()));
        })
        .sorted(Comparator.comparingInt(one -> VerdictWords.of(one.verdict()).rank()))
        .toList();
  }

  private static List<OfRule> rules(Audit audit) {
    return FindingGroups.byRule(audit).values().stream()
        .map(findings -> {
          Finding first = findings.getFirst();
          return new OfRule(
              first.rule(),
              first.severity(),
              Tone.of(VerdictWords.style(first.severity())),
              findings.size());
        })
        .sorted(
            Comparator.comparing(OfRule::severity)
                .thenComparing(Comparator.comparingInt(OfRule::count).reversed()))
        .toList();
  }

  private static List<Span> spans(Report report) {
    List<Handover> handovers = report.audit().handovers();
    if (handovers.isEmpty()) {
      return List.of();
    }
    long first = report.audit().correlation().observation().firstNanos();
    long last = report.audit().correlation().observation().lastNanos();
    long length = length(last - first);
    List<Map<Tone, Integer>> counts = new ArrayList<>();
    for (long at = 0; at <= (last - first) / length; at++) {
      counts.add(new EnumMap<>(Tone.class));
    }
    for (Handover handover : handovers) {
      long since = handover.movement().begin().timeNanos() - first;
      int at = Math.clamp(since / length, 0, counts.size() - 1);
      Tone tone = Tone.of(VerdictWords.of(handover.verdict()).style());
      counts.get(at).merge(tone, 1, Integer::sum);
    }
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      spans.add(new Span(i * length, length, counts.get(i)));
    }
    return List.copyOf(spans);
  }

  /** The shortest of the usual lengths that makes few enough spans, else one that fits. */
  private static long length(long nanos) {
    for (long seconds : SPAN_SECONDS) {
      if (nanos / (seconds * At.SECOND) < MOST_SPANS) {
        return seconds * At.SECOND;
      }
    }
    return nanos / MOST_SPANS + 1;
  }
}
