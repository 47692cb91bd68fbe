package org.roamscope.gui.app;

import javafx.application.Application;

/**
 * Entry point. It does not extend {@link Application}, because the JVM refuses to start such a
 * class from the class path.
 */
public final class Launcher {
  private Launcher() {}

  /** Opens the desktop, with captures as one analysis if some are named. */
  public static void main(String[] args) {
    try {
      Arguments.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println("roamscope: " + e.getMessage());
      System.err.println(Arguments.USAGE);
      System.exit(2);
    }
    try {
      Application.launch(RoamscopeApplication.class, args);
    } catch (UnsupportedOperationException e) {
      // How the toolkit reports that there is no display.
      System.err.println("roamscope: the desktop cannot be opened: " + e.getMessage());
      System.exit(2);
    }
  }
}
