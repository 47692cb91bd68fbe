package org.roamscope.gui.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.prefs.Preferences;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.roamscope.gui.view.MainWindow;
import org.roamscope.gui.viewmodel.LiveViewModel;
import org.roamscope.gui.viewmodel.MainViewModel;
import org.roamscope.gui.viewmodel.Settings;
import org.roamscope.gui.viewmodel.UserFolder;
import org.roamscope.gui.viewmodel.Workspace;

/** Puts the desktop together: view-model, window, and the captures named on the command line. */
public final class RoamscopeApplication extends Application {
  /** What the preferences have to say about themselves; kept, or its level would be forgotten. */
  private static final Logger PREFERENCES = Logger.getLogger("java.util.prefs");

  private @Nullable Workspace workspace;

  /** For the toolkit. */
  public RoamscopeApplication() {}

  @Override
  public void start(Stage stage) {
    // That a folder was made for them is nothing to tell; that they cannot be kept costs a list.
    PREFERENCES.setLevel(Level.SEVERE);
    var settings = Settings.ofUser(Preferences.userNodeForPackage(RoamscopeApplication.class));
    var model =
        new MainViewModel(
            RoamscopeApplication::inBackground,
            Platform::runLater,
            settings,
            Optional.of(userFolder()),
            version(),
            LiveViewModel.starter(
                Launcher.class.getName(), System.getenv().getOrDefault("PATH", "")));
    workspace = model.workspace();
    // However this ends: dumpcap would not notice on a silent interface.
    Runtime.getRuntime().addShutdownHook(new Thread(model.live()::endNow));
    Platform.getPreferences()
        .colorSchemeProperty()
        .subscribe(scheme -> model.look().systemDark().set(scheme == ColorScheme.DARK));
    model.times().zone(ZoneId.systemDefault());
    var arguments = Arguments.parse(getParameters().getRaw().toArray(String[]::new));
    String profile = arguments.profile();
    if (profile != null) {
      model.workspace().profiles().chooseOnce(profile);
    }
    var window = new MainWindow(stage, model, version());
    window.show();
    if (!arguments.keys().isEmpty()) {
      model.useKeys(arguments.keys(), arguments.files());
    } else {
      model.open(arguments.files());
    }
    Path folder = arguments.snapshot();
    if (folder != null) {
      model.workspace().keepNothing();
      new Snapshots(window, model, folder, arguments.size(), RoamscopeApplication::end).take();
    }
  }

  /** Where the user's own configuration is kept. */
  static Path userFolder() {
    return UserFolder.of(System.getenv(), Path.of(System.getProperty("user.home", ".")));
  }

  @Override
  public void stop() {
    if (workspace != null) {
      workspace.flush();
    }
  }

  private static void end(Optional<String> failure) {
    failure.ifPresent(Launcher::fail);
    Platform.exit();
  }

  /**
   * A daemon, so that a long audit does not outlive the window, and behind the window's own thread
   * where there is more work than processors; threads of an audit have the priority of the one that
   * began it. Nothing is right only because of this order: without it the window answers later.
   */
  @SuppressWarnings("ThreadPriorityCheck")
  static void inBackground(Runnable task) {
    Thread.ofPlatform()
        .daemon()
        .name("roamscope-background")
        .priority(Thread.MIN_PRIORITY)
        .start(task);
  }

  private static String version() {
    var properties = new Properties();
    try (var in = RoamscopeApplication.class.getResourceAsStream("version.properties")) {
      if (in == null) {
        throw new IllegalStateException("version.properties is missing from the build");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "unknown");
  }
}
