package org.roamscope;

import java.util.Locale;
import java.util.TreeMap;

/** How often a verdict or rule was said rightly, wrongly, and missed. */
final class LabScores {
  private static final class Score {
    private int right;
    private int wrong;
    private int missed;

    double precision() {
      return right + wrong == 0 ? 1 : right / (double) (right + wrong);
    }

    double recall() {
      return right + missed == 0 ? 1 : right / (double) (right + missed);
    }
  }

  private final TreeMap<String, Score> scores = new TreeMap<>();

  private Score of(String name) {
    return scores.computeIfAbsent(name, any -> new Score());
  }

  /** Said, and true. */
  void right(String name) {
    of(name).right++;
  }

  /** Said, and not true. */
  void wrong(String name) {
    of(name).wrong++;
  }

  /** True, and not said. */
  void missed(String name) {
    of(name).missed++;
  }

  /** Nothing was wrong and nothing was missed. */
  boolean perfect() {
    return scores.values().stream().allMatch(score -> score.wrong == 0 && score.missed == 0);
  }

  /** Times that something was said rightly. */
  int right() {
    return scores.values().stream().mapToInt(score -> score.right).sum();
  }

  /** One line each, by name. */
  String table() {
    StringBuilder table =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%-28s %6s %6s %6s %10s %7s%n",
                "verdict or rule",
                "right",
                "wrong",
                "missed",
                "precision",
                "recall"));
    scores.forEach((name, score) ->
        table.append(
            String.format(
                Locale.ROOT,
                "%-28s %6d %6d %6d %9.1f%% %6.1f%%%n",
                name,
                score.right,
                score.wrong,
                score.missed,
                score.precision() * 100,
                score.recall() * 100)));
    return table.toString();
  }
}
