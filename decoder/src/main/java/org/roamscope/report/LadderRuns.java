package org.roamscope.report;

import java.util.ArrayList;
import java.util.List;

/** Gathers what repeats itself: refreshes, liveness checks, retransmissions. */
final class LadderRuns {
  /** Rows that may make up one round, the shortest first. */
  private static final List<Integer> ROUNDS = List.of(1, 2, 4);

  /** From this many rounds in a row on only the first is drawn. */
  private static final int ENOUGH = 4;

  /** Messages that differ in nothing but their numbers. */
  private record Likeness(
      LadderRow.Kind kind,
      int from,
      int to,
      List<Integer> via,
      String text,
      List<LadderMark> marks) {}

  private LadderRuns() {}

  /** The rows with runs of like rounds told by their first round and a count. */
  static List<LadderRow> gathered(List<LadderRow> rows) {
    List<Object> likeness = new ArrayList<>(rows.size());
    rows.forEach(row -> likeness.add(likeness(row)));
    List<LadderRow> told = new ArrayList<>();
    int i = 0;
    while (i < rows.size()) {
      int best = 0;
      int times = 0;
      for (int round : ROUNDS) {
        int rounds = rounds(likeness, i, round);
        if (rounds >= ENOUGH && rounds * round > times * best) {
          best = round;
          times = rounds;
        }
      }
      if (times == 0) {
        told.add(rows.get(i++));
        continue;
      }
      told.addAll(rows.subList(i, i + best));
      i += best * times;
      told.add(new LadderRow.Again(rows.get(i - 1).at(), best, times - 1));
    }
    return List.copyOf(told);
  }

  /** How many rounds of that length in a row are alike, from {@code start} on. */
  private static int rounds(List<Object> likeness, int start, int length) {
    int end = start + length;
    while (end < likeness.size() && likeness.get(end).equals(likeness.get(end - length))) {
      end++;
    }
    return (end - start) / length;
  }

  /** A remark and what a verdict rests on are like nothing else. */
  private static Object likeness(LadderRow row) {
    return switch (row) {
      case LadderRow.Arrow arrow when !arrow.marks().contains(LadderMark.EVIDENCE) ->
          new Likeness(
              arrow.kind(),
              arrow.from(),
              arrow.to(),
              arrow.via(),
              arrow.label().replaceAll("\\b\\d+\\b(?<!K=.)", "n") + arrow.detail(),
              List.copyOf(arrow.marks()));
      case LadderRow.Arrow arrow -> arrow;
      case LadderRow.Again again -> again;
      case LadderRow.LeftOut gone -> gone;
      case LadderRow.Remark remark -> remark;
    };
  }
}
