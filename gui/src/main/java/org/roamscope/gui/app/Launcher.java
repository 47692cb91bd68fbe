package org.roamscope.gui.app;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Application;
import org.roamscope.field.PlainText;
import org.roamscope.gui.viewmodel.ProfileFolders;

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
      String profile = arguments.profile();
      if (profile != null) {
        missing(profile).ifPresent(Launcher::fail);
      }
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

  private static Optional<String> missing(String profile) {
    var profiles = new ProfileFolders(RoamscopeApplication.userFolder());
    return profiles.find(profile).isPresent()
        ? Optional.empty()
        : Optional.of(
            PlainText.of(
                "there is no configuration profile "
                    + profile
                    + "; there are: "
                    + String.join(", ", profiles.names())));
  }

  /** Ends the program with a sentence that says why. */
  static void fail(String why) {
    System.err.println("roamscope: " + why);
    System.exit(2);
  }
}
