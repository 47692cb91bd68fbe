package org.roamscope.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.roamscope.audit.Verdict;

/** How bad something is, for a drawing; the colour repeats a word and never stands alone. */
public enum Tone {
  /** Something is wrong. */
  BAD,
  /** Something should be better, or cannot be told. */
  DOUBTFUL,
  /** Worth knowing. */
  NOTABLE,
  /** As it should be. */
  GOOD;

  /** How bad a verdict is. */
  public static Tone of(Verdict verdict) {
    return of(VerdictWords.of(verdict).style());
  }

  /** All verdicts, the worst first. */
  public static List<Verdict> worstFirst() {
    return Arrays.stream(Verdict.values())
        .sorted(Comparator.comparingInt(verdict -> VerdictWords.of(verdict).rank()))
        .toList();
  }

  static Tone of(Lines.Style style) {
    return switch (style) {
      case BAD -> BAD;
      case DOUBTFUL -> DOUBTFUL;
      case NOTABLE, HEADING -> NOTABLE;
      case GOOD -> GOOD;
    };
  }
}
