package org.roamscope.gui.app;

import javafx.application.Application;

/**
 * Entry point. It does not extend {@link Application}, because the JVM refuses to start such a
 * class from the class path.
 */
public final class Launcher {
  private Launcher() {}

  /** Opens the desktop, with the capture {@code args[0]} if there is one. */
  public static void main(String[] args) {
    if (args.length > 1) {
      System.err.println("usage: roamscope gui [FILE]");
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
