package org.roamscope.gui.view;

import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableNumberValue;
import javafx.collections.FXCollections;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.roamscope.gui.viewmodel.FrameSelector;
import org.roamscope.report.Ladder;
import org.roamscope.report.LadderRow;

/**
 * The ladder of a UE: a row for each message, drawn when it comes into view. Enter or a double
 * click leads to the frame.
 */
final class LadderView extends BorderPane {
  private final ListView<LadderRow> list = new ListView<>();
  private final Canvas head = new Canvas();
  private final Pane headPane = new Pane(head);
  private final ObservableBooleanValue dark;
  private final ObservableNumberValue zoom;
  private @Nullable Ladder ladder;
  private FrameSelector selector = _ -> {};

  LadderView(ObservableBooleanValue dark, ObservableNumberValue zoom) {
    this.dark = dark;
    this.zoom = zoom;
    list.setId("ladder");
    list.setAccessibleText("Ladder: every message between this UE and its home agent");
    list.setPlaceholder(new Label("No message"));
    list.getStyleClass().add("ladder");
    list.setCellFactory(_ -> new Cell());
    list.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        go();
      }
    });
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        go();
        event.consume();
      }
    });
    headPane.getStyleClass().add("ladder-head");
    setTop(headPane);
    setCenter(list);
    list.widthProperty().subscribe(this::redraw);
    dark.addListener((_, _, _) -> redraw());
    zoom.addListener((_, _, _) -> redraw());
  }

  /** Where a row leads to. */
  void leads(FrameSelector frames) {
    selector = frames;
  }

  /** Shows a ladder; null for none. */
  void show(@Nullable Ladder shown) {
    boolean same = shown != null && ladder != null && ladder.title().equals(shown.title());
    int selected = list.getSelectionModel().getSelectedIndex();
    ladder = shown;
    list.setItems(
        shown == null
            ? FXCollections.observableArrayList()
            : FXCollections.observableList(shown.rows()));
    if (same && selected >= 0) {
      list.getSelectionModel().select(selected);
    }
    redraw();
  }

  private void go() {
    LadderRow row = list.getSelectionModel().getSelectedItem();
    if (row != null && row.at().frame() != LadderRow.NO_FRAME) {
      selector.select(row.at());
    }
  }

  private void redraw() {
    list.setFixedCellSize(LadderPainter.rowHeight(Theme.textSize(zoom.intValue())));
    list.refresh();
    Ladder shown = ladder;
    if (shown != null) {
      var painter = painter(shown);
      head.setWidth(painter.width());
      head.setHeight(painter.headHeight());
      headPane.setPrefHeight(painter.headHeight());
      painter.head(head.getGraphicsContext2D());
    }
  }

  private LadderPainter painter(Ladder shown) {
    // The scroll bar is not drawn on.
    double width = Math.max(320, list.getWidth() - 18);
    return new LadderPainter(
        shown, width, Theme.textSize(zoom.intValue()), DrawingColors.of(dark.get()));
  }

  private final class Cell extends ListCell<LadderRow> {
    private final Canvas canvas = new Canvas();

    @Override
    protected void updateItem(@Nullable LadderRow row, boolean empty) {
      super.updateItem(row, empty);
      Ladder shown = ladder;
      if (empty || row == null || shown == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      var painter = painter(shown);
      canvas.setWidth(painter.width());
      canvas.setHeight(painter.rowHeight());
      painter.row(canvas.getGraphicsContext2D(), row);
      setGraphic(canvas);
      setAccessibleText(
          shown.seconds(row) + " s, frame " + shown.frame(row) + ": " + shown.words(row));
    }
  }
}
