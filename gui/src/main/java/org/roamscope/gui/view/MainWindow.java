package org.roamscope.gui.view;

import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.controlsfx.control.StatusBar;
import org.roamscope.gui.viewmodel.MainViewModel;
import org.roamscope.gui.viewmodel.Selection;

/** The main window: menu, page, status bar. */
public final class MainWindow {
  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

  private final Stage stage;
  private final MainViewModel model;
  private final String version;
  private final WelcomePane welcome;

  /** Furnishes {@code stage}; {@link #show()} makes it visible. */
  public MainWindow(Stage stage, MainViewModel model, String version) {
    this.stage = stage;
    this.model = model;
    this.version = version;

    welcome = new WelcomePane(model.auditCommand(), this::chooseCapture);
    var root = new BorderPane(welcome);
    root.setTop(new MainMenu(new MenuActions(), model.dark()));
    root.setBottom(statusBar(model));
    var screen = Screen.getPrimary().getVisualBounds();
    var scene =
        new Scene(root, Math.min(960, screen.getWidth()), Math.min(680, screen.getHeight()));
    Theme.dress(scene);
    Theme.follow(model.dark());
    stage.setScene(scene);
    stage.setMinWidth(480);
    stage.setMinHeight(320);
    stage.titleProperty().bind(model.title());
  }

  /** Shows the window. */
  public void show() {
    stage.show();
    // Only now is the page part of the scene.
    welcome.focusFirst();
  }

  private void chooseCapture() {
    var chooser = new FileChooser();
    chooser.setTitle("Open a capture");
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                "Captures", "*.pcap", "*.pcapng", "*.cap", "*.gz", "*.zst", "*.lz4"),
            new FileChooser.ExtensionFilter("All files", "*"));
    var file = chooser.showOpenDialog(stage);
    if (file != null) {
      model.open(file.toPath());
    }
  }

  private static StatusBar statusBar(MainViewModel model) {
    var bar = new StatusBar();
    bar.setId("status");
    bar.textProperty().bind(model.status());
    var whole = new Tooltip();
    whole.textProperty().bind(model.status());
    bar.setTooltip(whole);
    var size = new Label();
    size.setId("size");
    size.setMinWidth(Label.USE_PREF_SIZE);
    size.setMaxHeight(Double.MAX_VALUE);
    size.textProperty().bind(model.size());
    bar.getRightItems().add(size);
    model
        .selection()
        .subscribe(selection ->
            bar.pseudoClassStateChanged(ERROR, selection instanceof Selection.Refused));
    return bar;
  }

  private final class MenuActions implements MainMenu.Actions {
    @Override
    public void open() {
      chooseCapture();
    }

    @Override
    public void quit() {
      stage.close();
    }

    @Override
    public void about() {
      new AboutDialog(stage, version).show();
    }
  }
}
