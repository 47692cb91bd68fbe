package org.roamscope.gui.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import org.roamscope.CaptureHelper;
import org.roamscope.field.PlainText;
import org.roamscope.gui.viewmodel.ProfileFolders;
import org.roamscope.live.CaptureStart;
import org.roamscope.live.LiveException;
import org.roamscope.live.Tap;

/**
 * Entry point. It does not extend {@link Application}, because the JVM refuses to start such a
 * class from the class path.
 */
public final class Launcher {
  private static final long GRACE_MILLIS = 5_000;

  private Launcher() {}

  /** Opens the desktop, with captures as one analysis if some are named. */
  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals(CaptureStart.HELPER)) {
      capture(List.of(args).subList(1, args.length));
      return;
    }
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

  /**
   * The helper process of a live capture. Exit code 3 when an interface cannot be captured on, or
   * not to the end; 4 when nobody takes the packets.
   */
  private static void capture(List<String> options) {
    Thread main = Thread.currentThread();
    int code;
    try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      var helper = new CaptureHelper(Tap.of(options), System.err::println);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(helper, main)));
      code = helper.run(System.in, out) ? 0 : 3;
    } catch (LiveException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      code = 3;
    } catch (IOException e) {
      System.err.println("packets could not be handed on: " + e.getMessage());
      code = 4;
    }
    if (code != 0) {
      // Not exit: after a signal that would wait for the hook, and the hook for this thread.
      Runtime.getRuntime().halt(code);
    }
  }

  /** After a signal what was captured is still written. */
  private static void end(CaptureHelper helper, Thread main) {
    helper.stop();
    try {
      main.join(GRACE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the program with a sentence that says why. */
  static void fail(String why) {
    System.err.println("roamscope: " + why);
    System.exit(2);
  }
}
