package org.roamscope.gui.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableNumberValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;

/** The look of every window: one theme for the application, one sheet for each scene. */
final class Theme {
  /** Size of text at 100 %, in pixels. */
  private static final double TEXT = 13;

  private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

  private Theme() {}

  /** Keeps the application light or dark as {@code dark} says. */
  static void follow(ObservableBooleanValue dark) {
    apply(dark.get());
    dark.addListener((_, _, isDark) -> apply(isDark));
  }

  /** Adds the house sheet, which also gives ControlsFX the theme's colours. */
  static void dress(Scene scene) {
    var sheet = Theme.class.getResource("roamscope.css");
    if (sheet == null) {
      throw new IllegalStateException("roamscope.css is missing from the build");
    }
    scene.getStylesheets().add(sheet.toExternalForm());
  }

  /** Keeps what a window shows in the colours and the size that the user chose. */
  static void follow(Node root, ObservableBooleanValue dark, ObservableNumberValue zoom) {
    root.pseudoClassStateChanged(DARK, dark.get());
    dark.addListener((_, _, isDark) -> root.pseudoClassStateChanged(DARK, isDark));
    size(root, zoom.intValue());
    zoom.addListener((_, _, percent) -> size(root, percent.intValue()));
  }

  private static void size(Node root, int percent) {
    root.setStyle("-fx-font-size: " + TEXT * percent / 100 + "px;");
  }

  /** Size of text at a zoom, in pixels. */
  static double textSize(int percent) {
    return TEXT * percent / 100;
  }

  /** Height of a row of text at a zoom, in pixels. */
  static double rowHeight(int percent) {
    return (double) Math.round(TEXT * percent / 100 * 1.85);
  }

  private static void apply(boolean dark) {
    var theme = dark ? new PrimerDark() : new PrimerLight();
    Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
  }
}
