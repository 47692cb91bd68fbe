package org.roamscope.gui.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.roamscope.gui.view.MainWindow;
import org.roamscope.gui.viewmodel.MainViewModel;

/** Puts the desktop together: view-model, window, and the capture named on the command line. */
public final class RoamscopeApplication extends Application {
  @Override
  public void start(Stage stage) {
    var model = new MainViewModel(Thread::startVirtualThread, Platform::runLater);
    model.dark().set(Platform.getPreferences().getColorScheme() == ColorScheme.DARK);
    new MainWindow(stage, model, version()).show();
    getParameters().getRaw().stream().findFirst().map(Path::of).ifPresent(model::open);
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
