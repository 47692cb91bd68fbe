package org.roamscope.gui.view;

import javafx.beans.value.ObservableNumberValue;
import javafx.scene.layout.Region;
import javafx.stage.Screen;

/**
 * Gives what a dialog holds its margins, and a size that grows with the zoom and fits the screen.
 */
final class DialogSize {
  /** What title, buttons and margins take, in pixels at 100 %. */
  private static final double AROUND = 130;

  private DialogSize() {}

  /** Sizes in pixels at 100 %. */
  static void set(Region content, double width, double height, ObservableNumberValue zoom) {
    content.getStyleClass().add("dialog-body");
    double scale = zoom.doubleValue() / 100;
    var screen = Screen.getPrimary().getVisualBounds();
    content.setPrefSize(
        Math.min(width * scale, screen.getWidth() * 0.94),
        Math.min(height * scale, screen.getHeight() - AROUND * scale));
  }
}
