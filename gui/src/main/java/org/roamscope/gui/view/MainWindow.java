package org.roamscope.gui.view;

import java.io.File;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TextInputDialog;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.controlsfx.control.StatusBar;
import org.jspecify.annotations.Nullable;
import org.roamscope.gui.viewmodel.Expert;
import org.roamscope.gui.viewmodel.FrameLink;
import org.roamscope.gui.viewmodel.MainViewModel;
import org.roamscope.gui.viewmodel.MainViewModel.Page;
import org.roamscope.report.Report;
import org.roamscope.track.At;

/** The main window: menu, pages, status bar. */
public final class MainWindow {
  private static final List<String> PAGES =
      List.of("Packets", "Findings", "UEs", "IKE SAs", "Statistics");
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;

  /** What {@link #show(View)} can show. */
  public enum View {
    /** The packet list with details and octets. */
    PACKETS(0),
    /** The findings. */
    FINDINGS(1),
    /** The UEs, one of them with its timeline and its handovers. */
    UES(2),
    /** The same with the ladder. */
    LADDER(2),
    /** The same with binding and IKE SAs after a packet. */
    STATE(2),
    /** The IKE SAs. */
    IKE_SAS(3),
    /** Verdicts, durations and findings counted. */
    STATISTICS(4);

    private final int page;

    View(int page) {
      this.page = page;
    }

    /** Its name in file names. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Stage stage;
  private final MainViewModel model;
  private final String version;
  private final FrameLink link = new FrameLink();
  private final WelcomePane welcome;
  private final PacketsPage packets;
  private final UePage ues;
  private final List<ReportView> reportViews;
  private final TabPane pages = new TabPane();
  private final MainMenu menu;
  private final Once preferences;
  private final Once profiles;
  private Scene scene;
  private final Once comments;
  private final Once colours;

  /** Furnishes {@code stage}; {@link #show()} makes it visible. */
  public MainWindow(Stage stage, MainViewModel model, String version) {
    this.stage = stage;
    this.model = model;
    this.version = version;
    welcome = new WelcomePane(model, this::chooseCaptures);
    var actions = new FilterActions(model, () -> pages.getSelectionModel().select(0));
    packets = new PacketsPage(model, link, actions);
    var names = model.workspace().names();
    ues = new UePage(model.ues(), names, model.dark(), model.zoom(), actions);
    reportViews =
        List.of(
            new FindingsPage(names, model.sorted(), actions),
            ues,
            new IkeSaPage(names, model.sorted(), actions));
    preferences = new Once(() -> new PreferencesDialog(stage, model));
    profiles = new Once(() -> new ProfilesDialog(stage, model));
    colours = new Once(() -> new ColourRulesDialog(stage, model));
    comments = new Once(() -> new CommentsDialog(stage, model, this::goTo));
    menu =
        new MainMenu(
            model, new MenuActions(), PAGES, new ExportMenu(stage, model, ues::timelinePicture));

    var capture = new BorderPane(pages());
    var workBar = new WorkBar(model);
    HBox.setHgrow(workBar, Priority.ALWAYS);
    capture.setTop(
        new VBox(new HBox(new BackForward(model), workBar), new ExportBar(model.exports())));
    capture.setId("capture");
    var root = new BorderPane(new StackPane(welcome, capture));
    root.setTop(new VBox(menu, new Banner(model)));
    root.setBottom(statusBar());
    root.getStyleClass().add("window");
    var screen = Screen.getPrimary().getVisualBounds();
    scene =
        new Scene(root, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
    Theme.dress(scene);
    Theme.follow(model.dark());
    Theme.follow(root, model.dark(), model.zoom());
    scene.setOnDragOver(MainWindow::dragged);
    scene.setOnDragDropped(this::dropped);
    moreKeys(scene);
    model.workspace().comments().confirm(() -> CommentDialog.mayLose(stage, model));
    model.live().confirm(() -> CaptureDialog.mayLose(stage, model));
    stage.setOnCloseRequest(event -> {
      if (!model.mayLeave()) {
        event.consume();
      }
    });
    stage.setScene(scene);
    stage.setMinWidth(480);
    stage.setMinHeight(320);
    stage.titleProperty().bind(model.title());
    model
        .page()
        .subscribe(page -> {
          welcome.setVisible(page == Page.WELCOME);
          capture.setVisible(page == Page.CAPTURE);
          if (page == Page.CAPTURE) {
            pages.getSelectionModel().select(0);
            packets.focusList();
          } else {
            welcome.focusFirst();
          }
        });
    model.report().subscribe(this::report);
  }

  /** Shows the window. */
  public void show() {
    stage.show();
    // Only now is the page part of the scene.
    welcome.focusFirst();
  }

  /** Brings a view to the front; until the report is there only the packets. */
  public void show(View view) {
    if (!pages.getTabs().get(view.page).isDisabled()) {
      pages.getSelectionModel().select(view.page);
      ues.show(
          switch (view) {
            case LADDER -> UePage.Part.LADDER;
            case STATE -> UePage.Part.STATE;
            case PACKETS, FINDINGS, UES, IKE_SAS, STATISTICS -> UePage.Part.HANDOVER;
          });
    }
  }

  /**
   * From here on the contents are drawn for {@link #picture()} alone, as a window of that size
   * would show them, be it larger than any screen; the window itself is empty.
   */
  public void drawOnly(double width, double height) {
    Parent root = scene.getRoot();
    scene.setRoot(new Region());
    scene = new Scene(root, width, height);
    Theme.dress(scene);
  }

  /** What the window looks like now. */
  public WritableImage picture() {
    return scene.snapshot(null);
  }

  // ---- pages ---------------------------------------------------------------------------------

  private TabPane pages() {
    pages.setId("pages");
    pages.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    add(packets, 0);
    for (int i = 0; i < reportViews.size(); i++) {
      add(reportViews.get(i).node(), i + 1);
    }
    add(new StatisticsPage(model.statistics(), this::searchUes).node(), PAGES.size() - 1);
    var chosen = pages.getSelectionModel();
    chosen.selectedIndexProperty().subscribe(page -> model.navigation().page(page.intValue()));
    model.navigation().current().subscribe(place -> chosen.select(place.page()));
    return pages;
  }

  private void add(Node node, int index) {
    var tab = new Tab(PAGES.get(index), node);
    tab.setId("page-tab-" + index);
    pages.getTabs().add(tab);
  }

  private void report(@Nullable Report report) {
    if (report != null) {
      reportViews.forEach(view -> view.show(report, this::goTo));
      count(1, report.audit().findings().size());
      count(2, report.audit().correlation().histories().size());
      count(3, report.audit().correlation().ikeSas().size());
    } else {
      for (int i = 1; i < PAGES.size(); i++) {
        pages.getTabs().get(i).setText(PAGES.get(i));
      }
    }
    for (int i = 1; i < PAGES.size(); i++) {
      pages.getTabs().get(i).setDisable(report == null);
    }
  }

  private void count(int index, int number) {
    pages.getTabs().get(index).setText(PAGES.get(index) + " (" + number + ")");
  }

  private void searchUes(String words) {
    model.ues().search().set(words);
    show(View.UES);
  }

  private void goTo(String number) {
    model
        .navigation()
        .together(() -> {
          pages.getSelectionModel().select(0);
          model.goTo(number);
        });
    packets.focusList();
  }

  private void goTo(At frame) {
    model
        .navigation()
        .together(() -> {
          pages.getSelectionModel().select(0);
          model.goTo(frame);
        });
    packets.focusList();
  }

  // ---- files ---------------------------------------------------------------------------------

  private void chooseCaptures() {
    var chooser = new FileChooser();
    chooser.setTitle("Open captures");
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(
                "Captures", "*.pcap", "*.pcapng", "*.cap", "*.pcap.gz", "*.pcapng.gz", "*.gz"),
            new FileChooser.ExtensionFilter("All files", "*"));
    List<File> files = chooser.showOpenMultipleDialog(stage);
    if (files != null) {
      model.open(files.stream().map(File::toPath).toList());
    }
  }

  private static void dragged(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
    }
    event.consume();
  }

  private void dropped(DragEvent event) {
    boolean files = event.getDragboard().hasFiles();
    if (files) {
      model.open(event.getDragboard().getFiles().stream().map(File::toPath).toList());
    }
    event.setDropCompleted(files);
    event.consume();
  }

  // ---- keys ----------------------------------------------------------------------------------

  /**
   * Tables and trees have keys of their own with Ctrl; ours come first, but not where text is
   * edited.
   */
  private static void ourKeysFirst(Scene scene, KeyEvent event) {
    if (scene.getFocusOwner() instanceof TextInputControl || !event.isShortcutDown()) {
      return;
    }
    for (var entry : List.copyOf(scene.getAccelerators().entrySet())) {
      if (entry.getKey().match(event)) {
        event.consume();
        entry.getValue().run();
        return;
      }
    }
  }

  /** Second keys for what the menus do. */
  private void moreKeys(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> ourKeysFirst(scene, event));
    var keys = scene.getAccelerators();
    keys.put(new KeyCodeCombination(KeyCode.F7), () -> model.step(-1));
    keys.put(new KeyCodeCombination(KeyCode.F8), () -> model.step(1));
    keys.put(
        new KeyCodeCombination(KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN), () -> model.zoom(1));
    keys.put(
        new KeyCodeCombination(KeyCode.ADD, KeyCombination.SHORTCUT_DOWN), () -> model.zoom(1));
    keys.put(
        new KeyCodeCombination(KeyCode.SUBTRACT, KeyCombination.SHORTCUT_DOWN),
        () -> model.zoom(-1));
  }

  // ---- status --------------------------------------------------------------------------------

  private StatusBar statusBar() {
    var bar = new StatusBar();
    bar.setId("status");
    bar.textProperty().bind(link.description());
    var expert = new Label();
    expert.setId("expert");
    expert.getStyleClass().add("expert");
    expert.setMaxHeight(Double.MAX_VALUE);
    model
        .report()
        .subscribe(report -> {
          Expert now = Expert.of(report);
          expert.setText(now.word().isEmpty() ? "" : "● " + now.word());
          SeverityStyle.apply(expert, now.worst());
          expert.setTooltip(
              report == null
                  ? null
                  : new Tooltip("The worst that was found; click for all findings"));
        });
    expert.setOnMouseClicked(_ -> {
      if (model.report().get() != null) {
        pages.getSelectionModel().select(1);
      }
    });
    bar.getLeftItems().add(expert);
    bar.getRightItems().add(right("facts", model.facts()));
    bar.getRightItems().add(right("counts", model.status()));
    bar.getRightItems().add(new ProfileButton(model.workspace().profiles(), profiles::show));
    return bar;
  }

  private static Label right(String id, ReadOnlyStringProperty text) {
    var label = new Label();
    label.setId(id);
    label.getStyleClass().add("status-right");
    label.setMinWidth(Label.USE_PREF_SIZE);
    label.setMaxHeight(Double.MAX_VALUE);
    label.textProperty().bind(text);
    return label;
  }

  private final class MenuActions implements MainMenu.Actions {
    @Override
    public void open() {
      chooseCaptures();
    }

    @Override
    public void keys() {
      new KeysDialog(stage, model).show();
    }

    @Override
    public void quit() {
      if (model.mayLeave()) {
        stage.close();
      }
    }

    @Override
    public void filter() {
      pages.getSelectionModel().select(0);
      packets.filter().focusBox();
    }

    @Override
    public void find() {
      pages.getSelectionModel().select(0);
      packets.find().focusBox();
    }

    @Override
    public void goTo() {
      var dialog = new TextInputDialog();
      dialog.initOwner(stage);
      dialog.setTitle("Go to packet");
      dialog.setHeaderText(null);
      dialog.setGraphic(null);
      dialog.setContentText("Packet number:");
      dialog.getDialogPane().setId("go-to-pane");
      Theme.dress(dialog.getDialogPane().getScene());
      Theme.follow(dialog.getDialogPane(), model.dark(), model.zoom());
      dialog
          .resultProperty()
          .subscribe(number -> {
            if (number != null) {
              pages.getSelectionModel().select(0);
              if (!model.goTo(number)) {
                model.say("There is no packet " + number + ".");
              }
            }
          });
      dialog.show();
    }

    @Override
    public void page(int index) {
      if (!pages.getTabs().get(index).isDisabled()) {
        pages.getSelectionModel().select(index);
        pages.getTabs().get(index).getContent().requestFocus();
      }
    }

    @Override
    public void expandAll() {
      packets.tree().expandAll();
    }

    @Override
    public void collapseAll() {
      packets.tree().collapseAll();
    }

    @Override
    public void comment() {
      if (model.selected().get() < 0) {
        model.say("Select a packet to comment on.");
      } else {
        new CommentDialog(stage, model).show();
      }
    }

    @Override
    public void comments() {
      MainWindow.this.comments.show();
    }

    @Override
    public void colours() {
      MainWindow.this.colours.show();
    }

    @Override
    public void hosts() {
      var names = model.workspace().names();
      FileChoice.open(stage, "Choose hosts file")
          .ifPresent(file -> {
            names.file().set(file.toString());
            names.on().set(true);
          });
    }

    @Override
    public void profiles() {
      MainWindow.this.profiles.show();
    }

    @Override
    public void preferences() {
      MainWindow.this.preferences.show();
    }

    @Override
    public void interfaces() {
      new CaptureDialog(stage, model).show();
    }

    @Override
    public void saveCapture() {
      var chooser = new FileChooser();
      chooser.setTitle("Save captured packets");
      chooser.setInitialFileName("capture.pcapng");
      chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("pcapng", "*.pcapng"));
      File file = chooser.showSaveDialog(stage);
      if (file != null) {
        model.live().save(file.toPath());
      }
    }

    @Override
    public void shortcuts() {
      new ShortcutsDialog(stage, model, menu).show();
    }

    @Override
    public void about() {
      new AboutDialog(stage, model, version).show();
    }
  }
}
