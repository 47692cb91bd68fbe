package org.roamscope.gui.viewmodel;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/**
 * The state of the main window. All methods and properties belong to the thread of {@code
 * foreground}.
 */
public final class MainViewModel {
  private final Executor background;
  private final Executor foreground;
  private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
  private final ReadOnlyObjectWrapper<Selection> selection =
      new ReadOnlyObjectWrapper<>(this, "selection", new Selection.None());
  private final ObservableValue<String> title = selection.map(MainViewModel::title);
  private final ObservableValue<String> status = selection.map(MainViewModel::status);
  private final ObservableValue<String> size = selection.map(MainViewModel::size);
  private final ObservableValue<String> auditCommand = selection.map(MainViewModel::auditCommand);
  private int requests;

  /**
   * @param background runs what may block
   * @param foreground runs what changes the properties
   */
  public MainViewModel(Executor background, Executor foreground) {
    this.background = background;
    this.foreground = foreground;
  }

  /** Chooses a capture; {@link #selection()} follows as soon as the file was looked at. */
  public void open(Path file) {
    int request = ++requests;
    background.execute(() -> {
      var found = FileProbe.probe(file);
      foreground.execute(() -> settle(request, found));
    });
  }

  /** A slow disk must not let an earlier choice overwrite a later one. */
  private void settle(int request, Selection found) {
    if (request == requests) {
      selection.set(found);
    }
  }

  /** Whether the dark theme is on. */
  public BooleanProperty dark() {
    return dark;
  }

  /** The chosen capture. */
  public ReadOnlyObjectProperty<Selection> selection() {
    return selection.getReadOnlyProperty();
  }

  /** The window's title. */
  public ObservableValue<String> title() {
    return title;
  }

  /** One line for the status bar: the file's path, or why it cannot be opened. */
  public ObservableValue<String> status() {
    return status;
  }

  /** The chosen file's size, or nothing. */
  public ObservableValue<String> size() {
    return size;
  }

  /** The command that audits the chosen file, ready for a shell. */
  public ObservableValue<String> auditCommand() {
    return auditCommand;
  }

  private static String title(Selection selection) {
    return switch (selection) {
      case Selection.Capture(var file, _) -> Wording.visible(lastName(file)) + " - Roamscope";
      case Selection.None _, Selection.Refused _ -> "Roamscope";
    };
  }

  private static String status(Selection selection) {
    return switch (selection) {
      case Selection.None _ -> "No capture chosen";
      case Selection.Capture(var file, _) -> Wording.visible(file.toString());
      // The reason first: a long path is cut at its end.
      case Selection.Refused(var file, var reason) ->
          "Cannot open, " + reason + ": " + Wording.visible(file.toString());
    };
  }

  private static String size(Selection selection) {
    return switch (selection) {
      case Selection.Capture(_, var bytes) -> Wording.size(bytes);
      case Selection.None _, Selection.Refused _ -> "";
    };
  }

  private static String auditCommand(Selection selection) {
    return switch (selection) {
      case Selection.Capture(var file, _) when !Wording.hides(file.toString()) ->
          "./roamscope audit " + Wording.shellWord(file.toString());
      case Selection.Capture _, Selection.None _, Selection.Refused _ -> "./roamscope audit FILE";
    };
  }

  private static String lastName(Path file) {
    var name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }
}
