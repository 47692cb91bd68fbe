package org.roamscope.cli.board;

/** What the user pressed. */
sealed interface Key {
  /** A key without a character. */
  enum Named implements Key {
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    HOME,
    END,
    ENTER,
    ESCAPE,
    BACKSPACE
  }

  /**
   * A character.
   *
   * @param character its code point
   */
  record Typed(int character) implements Key {}
}
