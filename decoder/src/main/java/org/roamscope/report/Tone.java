package org.roamscope.report;

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

  static Tone of(Lines.Style style) {
    return switch (style) {
      case BAD -> BAD;
      case DOUBTFUL -> DOUBTFUL;
      case NOTABLE, HEADING -> NOTABLE;
      case GOOD -> GOOD;
    };
  }
}
