package org.roamscope.gui.view;

import javafx.scene.paint.Color;
import org.roamscope.report.Tone;

/**
 * The colours of drawings, those of the reports.
 *
 * @param ink text
 * @param soft names of lanes and times
 * @param rule grid
 * @param focus what the keyboard is at
 * @param binding line and wash of bindings and of Mobile IPv6
 * @param ike line and wash of IKE SAs and of IKE
 */
record DrawingColors(
    Color paper,
    Color ink,
    Color soft,
    Color rule,
    Color focus,
    Pair bad,
    Pair doubtful,
    Pair notable,
    Pair good,
    Pair binding,
    Pair ike) {
  /** A line and what it encloses. */
  record Pair(Color line, Color wash) {
    static Pair of(String line, String wash) {
      return new Pair(Color.web(line), Color.web(wash));
    }
  }

  private static final DrawingColors LIGHT =
      new DrawingColors(
          Color.web("#ffffff"),
          Color.web("#1b2330"),
          Color.web("#55606f"),
          Color.web("#d4dae2"),
          Color.web("#0969da"),
          Pair.of("#b3181f", "#fdecec"),
          Pair.of("#8a5200", "#fff3dc"),
          Pair.of("#1c5f9e", "#e8f1fb"),
          Pair.of("#1b6b39", "#e6f5eb"),
          Pair.of("#0f6674", "#d9eff2"),
          Pair.of("#5b3f9b", "#ebe5f8"));

  private static final DrawingColors DARK =
      new DrawingColors(
          Color.web("#0d1117"),
          Color.web("#e4e9f0"),
          Color.web("#a3afbd"),
          Color.web("#36404d"),
          Color.web("#58a6ff"),
          Pair.of("#ff8f8f", "#42191c"),
          Pair.of("#f2b95f", "#3b2a0c"),
          Pair.of("#85bdf5", "#15304d"),
          Pair.of("#7fd39b", "#14361f"),
          Pair.of("#6ccbd8", "#123b42"),
          Pair.of("#c3aef5", "#34265c"));

  static DrawingColors of(boolean dark) {
    return dark ? DARK : LIGHT;
  }

  Pair of(Tone tone) {
    return switch (tone) {
      case BAD -> bad;
      case DOUBTFUL -> doubtful;
      case NOTABLE -> notable;
      case GOOD -> good;
    };
  }
}
