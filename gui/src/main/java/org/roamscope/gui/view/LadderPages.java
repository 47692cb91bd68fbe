package org.roamscope.gui.view;

import java.util.function.Supplier;
import javafx.geometry.VPos;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.roamscope.gui.viewmodel.ExportViewModel;
import org.roamscope.report.Ladder;

/**
 * A ladder as pictures of bounded height: no toolkit draws, and few programs open, one of any
 * height. Every page has the title and the names of the lifelines; the legend ends the last one.
 */
final class LadderPages implements ExportViewModel.Pages {
  private static final double WIDTH = 1080;
  private static final double HEIGHT = 4000;
  private static final double EM = 13;
  private static final double MARGIN = EM;

  private final Ladder ladder;
  private final LadderPainter painter;
  private final int perPage;

  LadderPages(Ladder ladder, DrawingColors colors) {
    this.ladder = ladder;
    painter = new LadderPainter(ladder, WIDTH, EM, colors);
    perPage = (int) ((HEIGHT - above() - MARGIN) / painter.rowHeight());
  }

  private double above() {
    return 2.5 * EM + painter.headHeight();
  }

  private int lines() {
    return ladder.rows().size() + ladder.legend().size();
  }

  @Override
  public int count() {
    return Math.max(1, (lines() + perPage - 1) / perPage);
  }

  @Override
  public Supplier<byte[]> draw(int page) {
    WritableImage image = image(page);
    return () -> Png.of(image);
  }

  /** A page, from 0. */
  WritableImage image(int page) {
    int from = page * perPage;
    int until = Math.min(lines(), from + perPage);
    var canvas = new Canvas(WIDTH, above() + (until - from) * painter.rowHeight() + MARGIN);
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.setTextBaseline(VPos.CENTER);
    g.setTextAlign(TextAlignment.LEFT);
    g.setFont(Font.font(null, FontWeight.BOLD, EM));
    g.setFill(painter.colors().ink());
    String pages = count() == 1 ? "" : " (" + (page + 1) + " of " + count() + ")";
    g.fillText("Ladder of " + ladder.title() + pages, EM * 0.5, EM * 1.5, WIDTH - EM);
    g.translate(0, 2.5 * EM);
    painter.head(g);
    g.translate(0, painter.headHeight());
    for (int line = from; line < until; line++) {
      if (line < ladder.rows().size()) {
        painter.row(g, ladder.rows().get(line));
      } else {
        painter.legend(g, ladder.legend().get(line - ladder.rows().size()));
      }
      g.translate(0, painter.rowHeight());
    }
    var parameters = new SnapshotParameters();
    parameters.setFill(painter.colors().paper());
    return canvas.snapshot(parameters, null);
  }
}
