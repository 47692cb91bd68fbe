package org.roamscope.gui.view;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.roamscope.report.Ladder;
import org.roamscope.report.LadderMark;
import org.roamscope.report.LadderRow;

/**
 * Draws the head and the rows of a ladder.
 *
 * @param width of a row, in pixels
 * @param em size of text, in pixels
 */
record LadderPainter(Ladder ladder, double width, double em, DrawingColors colors) {
  /** Height of a row, in em. */
  private static final double ROW = 2.5;

  /** Left edges of frame number, time, binding, IKE SAs and lifelines, in em. */
  private static final double FRAME = 0.5;

  private static final double TIME = 4.6;
  private static final double BINDING = 10.6;
  private static final double SAS = 14.6;
  private static final double LIFELINES = 17.6;

  /** Height of a row at a size of text, in pixels. */
  static double rowHeight(double em) {
    return Math.rint(em * ROW);
  }

  double rowHeight() {
    return rowHeight(em);
  }

  double headHeight() {
    return Math.rint(em * 2);
  }

  private double x(int column) {
    double left = LIFELINES * em + 2 * em;
    double right = width - 4 * em;
    int gaps = Math.max(1, ladder.columns().size() - 1);
    return Math.rint(left + (right - left) * column / gaps) + 0.5;
  }

  /** Names of the columns. */
  void head(GraphicsContext g) {
    g.clearRect(0, 0, width, headHeight());
    g.setTextBaseline(VPos.CENTER);
    g.setFont(bold());
    g.setFill(colors.soft());
    double middle = headHeight() / 2;
    g.setTextAlign(TextAlignment.LEFT);
    g.fillText("Packet", FRAME * em, middle);
    g.fillText("Time", TIME * em, middle);
    g.fillText("Bound", BINDING * em, middle);
    g.fillText("SAs", SAS * em, middle);
    g.setTextAlign(TextAlignment.CENTER);
    g.setFill(colors.ink());
    for (int i = 0; i < ladder.columns().size(); i++) {
      g.fillText(ladder.columns().get(i).name(), x(i), middle);
    }
  }

  /** One row. */
  void row(GraphicsContext g, LadderRow row) {
    double height = rowHeight();
    g.clearRect(0, 0, width, height);
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.LEFT);
    g.setFont(plain());
    g.setFill(colors.ink());
    g.fillText(ladder.frame(row), FRAME * em, height / 2);
    g.setFill(colors.soft());
    g.fillText(ladder.seconds(row), TIME * em, height / 2);
    long nanos = row.at().timeNanos();
    state(g, ladder.bound(nanos), BINDING, 3.6, colors.binding());
    state(g, ladder.sas(nanos), SAS, 2.4, colors.ike());
    g.setStroke(colors.rule());
    g.setLineWidth(1.5);
    for (int i = 0; i < ladder.columns().size(); i++) {
      g.strokeLine(x(i), 0, x(i), height);
    }
    switch (row) {
      case LadderRow.Arrow arrow -> arrow(g, arrow);
      case LadderRow.Again _, LadderRow.LeftOut _ -> words(g, ladder.words(row), colors.soft());
      case LadderRow.Remark remark -> words(g, ladder.words(row), tone(remark.topic()).line());
    }
  }

  /** A line of the legend, in place of a row. */
  void legend(GraphicsContext g, String line) {
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.LEFT);
    g.setFont(plain());
    g.setFill(colors.soft());
    g.fillText(line, FRAME * em, rowHeight() / 2, width - em);
  }

  /** A band: it goes on in the row below when the state does. */
  private void state(
      GraphicsContext g, String label, double left, double wide, DrawingColors.Pair pair) {
    if (label.equals("-")) {
      return;
    }
    g.setFill(pair.wash());
    g.fillRect(left * em, 0, wide * em, rowHeight());
    g.setFill(pair.line());
    g.setFont(bold());
    g.fillText(label, (left + 0.3) * em, rowHeight() / 2);
  }

  private DrawingColors.Pair tone(LadderRow.Topic topic) {
    return switch (topic) {
      case ERROR -> colors.bad();
      case WARNING -> colors.doubtful();
      case NOTE -> colors.notable();
      case HANDOVER, STATE -> new DrawingColors.Pair(colors.ink(), colors.paper());
    };
  }

  private void words(GraphicsContext g, String text, Color color) {
    double left = LIFELINES * em;
    g.setFont(bold());
    double wide = Math.min(width - left, text.length() * em * 0.6);
    g.setFill(colors.paper());
    g.fillRect(left, rowHeight() * 0.2, wide, rowHeight() * 0.6);
    g.setFill(color);
    g.fillText(text, left, rowHeight() / 2, width - left - em);
  }

  private void arrow(GraphicsContext g, LadderRow.Arrow arrow) {
    double from = x(arrow.from());
    double to = x(arrow.to());
    double line = rowHeight() * 0.78;
    DrawingColors.Pair pair =
        switch (arrow.kind()) {
          case UPDATE, ACKNOWLEDGEMENT, MOBILITY -> colors.binding();
          case IKE -> colors.ike();
          case ESP -> new DrawingColors.Pair(colors.soft(), colors.paper());
        };
    g.setStroke(pair.line());
    g.setFill(pair.line());
    g.setLineWidth(arrow.marks().contains(LadderMark.EVIDENCE) ? 2.5 : 1.5);
    if (arrow.marks().contains(LadderMark.CLOSED)) {
      g.setLineDashes(5, 4);
    }
    g.strokeLine(from, line, to, line);
    g.setLineDashes();
    double back = to > from ? -0.6 * em : 0.6 * em;
    g.fillPolygon(
        new double[] {to, to + back, to + back},
        new double[] {line, line - 0.3 * em, line + 0.3 * em},
        3);
    arrow.via().forEach(nat -> g.fillOval(x(nat) - 3, line - 3, 6, 6));
    label(g, arrow, Math.min(from, to));
  }

  private void label(GraphicsContext g, LadderRow.Arrow arrow, double left) {
    String words = arrow.words();
    double start =
        Math.max(LIFELINES * em, Math.min(left + 0.6 * em, width - words.length() * em * 0.55));
    double middle = rowHeight() * 0.4;
    g.setFont(plain());
    g.setFill(colors.paper());
    g.fillRect(
        start - 2, middle - em * 0.6, Math.min(width - start, words.length() * em * 0.5), em * 1.2);
    g.setFill(colors.ink());
    g.fillText(words, start, middle, width - start - 4);
  }

  private Font plain() {
    return Font.font(em * 0.9);
  }

  private Font bold() {
    return Font.font(null, FontWeight.BOLD, em * 0.9);
  }
}
