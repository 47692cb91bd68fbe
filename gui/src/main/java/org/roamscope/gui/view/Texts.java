package org.roamscope.gui.view;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Labels made in one line. */
final class Texts {
  private Texts() {}

  /** A label with style classes. */
  static Label label(String text, String... styles) {
    var label = new Label(text);
    label.getStyleClass().addAll(styles);
    return label;
  }

  /** A label that breaks its lines; it always gets its full height. */
  static Label wrapped(String text, String... styles) {
    var label = label(text, styles);
    label.setWrapText(true);
    // A label alone would rather be cut to one line.
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
