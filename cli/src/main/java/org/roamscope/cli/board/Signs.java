package org.roamscope.cli.board;

import java.util.Collections;
import java.util.List;
import org.roamscope.report.Tone;

/**
 * Characters that the terminal can show beside letters.
 *
 * @param unicode false for ASCII alone
 */
record Signs(boolean unicode) {
  private static final String BARS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";
  private static final String ASCII_BARS = "_.:-=+*#";

  /** How bad something is, beside the word that says it. */
  String of(Tone tone) {
    return switch (tone) {
      case BAD -> unicode ? "\u2717" : "X";
      case DOUBTFUL -> "!";
      case NOTABLE -> unicode ? "\u00b7" : "-";
      case GOOD -> unicode ? "\u2713" : "+";
    };
  }

  /** Counts as bars, the highest as high as a line, the lowest for none. */
  String bars(List<Integer> counts) {
    int most = counts.isEmpty() ? 0 : Collections.max(counts);
    StringBuilder bars = new StringBuilder();
    String signs = unicode ? BARS : ASCII_BARS;
    for (int count : counts) {
      int height = count <= 0 ? 0 : 1 + (int) ((long) count * (signs.length() - 2) / most);
      bars.append(signs.charAt(height));
    }
    return bars.toString();
  }

  /** A line between parts. */
  String rule(int columns) {
    return (unicode ? "\u2500" : "-").repeat(columns);
  }
}
