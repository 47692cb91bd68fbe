package org.roamscope.gui.view;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.roamscope.report.Tone;

/**
 * Horizontal bars on one scale, a row each: what, how many as a bar, how many as words. The numbers
 * stand beside the bars, so length and colour only repeat them.
 */
final class Bars extends GridPane {
  private static final double LEAST = 2;
  private static final double WHAT = 240;

  /**
   * A piece of a bar.
   *
   * @param tone its colour
   * @param count its length
   */
  record Piece(Tone tone, int count) {}

  private final int most;
  private int rows;

  /** Bars of which the longest stands for {@code most}. */
  Bars(int most) {
    this.most = Math.max(1, most);
    getStyleClass().add("bars");
    var what = new ColumnConstraints();
    what.setMaxWidth(WHAT);
    var bar = new ColumnConstraints();
    bar.setHgrow(Priority.ALWAYS);
    bar.setFillWidth(true);
    bar.setMinWidth(60);
    var count = new ColumnConstraints();
    count.setHalignment(HPos.LEFT);
    count.setMinWidth(Region.USE_PREF_SIZE);
    getColumnConstraints().setAll(what, bar, count);
  }

  /**
   * Adds a row.
   *
   * @param what what is counted
   * @param pieces the pieces of its bar, from the left
   * @param words how many, for people
   */
  void row(Node what, List<Piece> pieces, String words) {
    var bar = new HBox();
    bar.getStyleClass().add("bar");
    for (Piece piece : pieces) {
      if (piece.count() > 0) {
        var part = new Region();
        part.getStyleClass().add("bar-piece");
        ToneStyle.apply(part, piece.tone());
        part.setMinWidth(LEAST);
        part.prefWidthProperty().bind(bar.widthProperty().multiply((double) piece.count() / most));
        bar.getChildren().add(part);
      }
    }
    bar.setMinWidth(0);
    bar.setPrefWidth(0);
    bar.setMaxWidth(Double.MAX_VALUE);
    what.setAccessibleText(words + ": " + (what instanceof Label label ? label.getText() : ""));
    addRow(rows++, what, bar, Texts.label(words, "quiet"));
  }
}
