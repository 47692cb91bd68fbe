package org.roamscope.gui.view;

import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.roamscope.gui.viewmodel.LiveInterface;
import org.roamscope.gui.viewmodel.MainViewModel;

/** The interfaces with what goes over them, and what begins to capture there. */
final class InterfacesPane extends VBox {
  private static final int ROWS = 5;
  private static final double LINE_WIDTH = 120;
  private static final double LINE_HEIGHT = 16;

  private final MainViewModel model;
  private final Runnable begun;
  private final ListView<LiveInterface> list = new ListView<>();
  private final Timeline clock;

  /**
   * No interface yet: they are listed while somebody {@link #look looks}.
   *
   * @param begun run when a capture begins
   */
  InterfacesPane(MainViewModel model, Runnable begun) {
    this.model = model;
    this.begun = begun;
    var live = model.live();
    list.setId("interfaces");
    list.setAccessibleText("Interfaces; Enter captures on those selected");
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setItems(live.interfaces());
    list.setCellFactory(_ -> new Cell());
    list.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        start();
      }
    });
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        start();
        event.consume();
      }
    });
    model
        .zoom()
        .subscribe(zoom -> {
          double row = Theme.rowHeight(zoom.intValue());
          list.setFixedCellSize(row);
          list.setPrefHeight(ROWS * row + 4);
          list.setMinHeight(3 * row);
        });
    var fault = Texts.wrapped("");
    fault.setId("interfaces-fault");
    fault.textProperty().bind(live.fault());
    fault.visibleProperty().bind(live.fault().isNotEmpty());
    fault.managedProperty().bind(live.fault().isNotEmpty());
    list.setPlaceholder(Texts.label("No interface", "quiet"));
    list.managedProperty().bind(live.fault().isEmpty());
    list.visibleProperty().bind(live.fault().isEmpty());

    var filter = new TextField();
    filter.setId("capture-filter");
    filter.setPromptText(
        "Capture filter; without one all that may be mobility signalling is taken");
    filter.setAccessibleText("Capture filter in the language of libpcap");
    filter.textProperty().bindBidirectional(live.filter());
    filter.setOnAction(_ -> start());
    HBox.setHgrow(filter, Priority.ALWAYS);
    var promiscuous = new CheckBox("Promiscuous");
    promiscuous.setId("promiscuous");
    promiscuous.setMinWidth(Region.USE_PREF_SIZE);
    promiscuous.selectedProperty().bindBidirectional(live.promiscuous());
    var start = new Button("Start");
    start.setId("capture-start");
    start.setMinWidth(Region.USE_PREF_SIZE);
    start.setOnAction(_ -> start());
    start.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    var refresh = new Button("Refresh");
    refresh.setId("interfaces-refresh");
    refresh.setMinWidth(Region.USE_PREF_SIZE);
    refresh.setOnAction(_ -> live.refresh());
    var bar = new HBox(8, filter, promiscuous, refresh, start);
    bar.setAlignment(Pos.CENTER_LEFT);
    setSpacing(8);
    getChildren().addAll(list, fault, bar);
    clock = new Timeline(new KeyFrame(Duration.seconds(1), _ -> live.sample()));
    clock.setCycleCount(Animation.INDEFINITE);
  }

  /** Whether somebody looks: only then traffic is counted. */
  void look(boolean seen) {
    if (seen) {
      model.live().refresh();
      clock.play();
    } else {
      clock.stop();
    }
  }

  private void start() {
    List<String> names =
        list.getSelectionModel().getSelectedItems().stream().map(LiveInterface::name).toList();
    if (!names.isEmpty()) {
      begun.run();
      model.capture(names);
    }
  }

  private final class Cell extends ListCell<LiveInterface> {
    private final Label name = new Label();
    private final Label facts = Texts.label("", "quiet", "small");
    private final Canvas line = new Canvas(LINE_WIDTH, LINE_HEIGHT);
    private final Label rate = Texts.label("", "quiet", "small");
    private final HBox row = new HBox(10, name, facts, line, rate);

    Cell() {
      name.setMinWidth(Region.USE_PREF_SIZE);
      facts.setMaxWidth(Double.MAX_VALUE);
      facts.setMinWidth(0);
      HBox.setHgrow(facts, Priority.ALWAYS);
      rate.setMinWidth(Region.USE_PREF_SIZE);
      rate.prefWidthProperty().bind(model.zoom().multiply(0.64));
      row.setAlignment(Pos.CENTER_LEFT);
      setPrefWidth(0); // the list does not scroll sideways
    }

    @Override
    protected void updateItem(@Nullable LiveInterface item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      name.setText(item.title());
      facts.setText(item.facts());
      rate.setText(item.rate());
      draw(item.rates());
      setGraphic(row);
      setAccessibleText(item.title() + ", " + item.facts() + ", " + item.rate());
    }

    /** A bar for each second, the latest at the right, the highest as high as the line. */
    private void draw(List<Long> rates) {
      var pen = line.getGraphicsContext2D();
      pen.clearRect(0, 0, LINE_WIDTH, LINE_HEIGHT);
      pen.setFill(DrawingColors.of(model.dark().get()).ike().line());
      double most = Math.max(1, rates.stream().mapToLong(Long::longValue).max().orElse(1));
      double step = LINE_WIDTH / 60;
      double x = LINE_WIDTH - rates.size() * step;
      for (long one : rates) {
        double height = one == 0 ? 1 : Math.max(2, LINE_HEIGHT * one / most);
        pen.fillRect(x, LINE_HEIGHT - height, step - 0.5, height);
        x += step;
      }
    }
  }
}
