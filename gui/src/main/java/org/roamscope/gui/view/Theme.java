package org.roamscope.gui.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;

/** The look of every window: one theme for the application, one sheet for each scene. */
final class Theme {
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

  private static void apply(boolean dark) {
    var theme = dark ? new PrimerDark() : new PrimerLight();
    Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
  }
}
