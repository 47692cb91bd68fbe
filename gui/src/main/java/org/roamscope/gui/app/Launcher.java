package org.roamscope.gui.app;

import java.nio.file.Path;
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
      Arguments arguments = Arguments.parse(args);
      Path folder = arguments.snapshot();
      if (folder != null) {
        Snapshots.refusal(folder, arguments.force()).ifPresent(Launcher::fail);
        // Pictures need no screen.
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
      }
    } catch (IllegalArgumentException e) {
      System.err.println("roamscope: " + e.getMessage());
      System.err.println(Arguments.USAGE);
      System.exit(2);
    }
    try {
      Application.launch(RoamscopeApplication.class, args);
    } catch (UnsupportedOperationException e) {
      // How the toolkit reports that there is no display.
      fail("the desktop cannot be opened: " + e.getMessage());
    }
  }

  /** Ends the program with a sentence that says why. */
  static void fail(String why) {
    System.err.println("roamscope: " + why);
    System.exit(2);
  }
}
