package org.roamscope.gui.view;

import java.util.Map;
import javafx.scene.paint.Color;
import org.roamscope.report.Palette;
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
  record Pair(Color line, Color wash) {}

  private static final DrawingColors LIGHT = of(Palette.light(), "#ffffff", "#0969da");
  private static final DrawingColors DARK = of(Palette.dark(), "#0d1117", "#58a6ff");

  /** With the paper and the focus of the window's theme. */
  private static DrawingColors of(Map<String, String> colours, String paper, String focus) {
    return new DrawingColors(
        Color.web(paper),
        Color.web(colours.get("ink")),
        Color.web(colours.get("soft")),
        Color.web(colours.get("rule")),
        Color.web(focus),
        pair(colours, "bad"),
        pair(colours, "doubt"),
        pair(colours, "note"),
        pair(colours, "good"),
        pair(colours, "bind"),
        pair(colours, "sa"));
  }

  private static Pair pair(Map<String, String> colours, String name) {
    return new Pair(Color.web(colours.get(name)), Color.web(colours.get(name + "-wash")));
  }

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
