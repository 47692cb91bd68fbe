package org.roamscope.gui.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.gui.viewmodel.MainViewModel;
import org.roamscope.gui.viewmodel.SampleFiles;
import org.roamscope.gui.viewmodel.Settings;
import org.roamscope.report.Ladder;
import org.roamscope.report.LadderRow;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class LadderPagesTest {
  @TempDir private Path folder;

  @BeforeEach
  void start() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private Ladder ladder() {
    var main = new MainViewModel(Runnable::run, Runnable::run, Settings.forgetful(), "test");
    main.open(List.of(SampleFiles.in(folder, "needless-rerun-after")));
    main.ues().choose(main.ues().shown().getFirst());
    return Objects.requireNonNull(main.ues().detail().get()).ladder();
  }

  private static Ladder taller(Ladder ladder, int rows) {
    List<LadderRow> many = new ArrayList<>();
    while (many.size() < rows) {
      many.addAll(ladder.rows());
    }
    return new Ladder(
        ladder.ue(),
        ladder.title(),
        ladder.columns(),
        many.subList(0, rows),
        ladder.bands(),
        ladder.legend(),
        ladder.frames());
  }

  private static WritableImage image(LadderPages pages, int page) throws Exception {
    return WaitForAsyncUtils.asyncFx(() -> pages.image(page)).get();
  }

  @Test
  void aShortLadderIsOnePage() throws Exception {
    Ladder ladder = ladder();
    var pages = new LadderPages(ladder, DrawingColors.of(false));
    assertThat(pages.count()).isEqualTo(1);
    WritableImage image = image(pages, 0);
    int row = (int) LadderPainter.rowHeight(13);
    assertThat(image.getHeight())
        .isGreaterThan(row * (ladder.rows().size() + ladder.legend().size()));
    assertThat(image.getPixelReader().getColor(0, 0)).isEqualTo(Color.WHITE);
    assertThat(colours(image)).hasSizeGreaterThan(5);
    byte[] png = WaitForAsyncUtils.asyncFx(() -> pages.draw(0)).get().get();
    var read = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(read.getHeight()).isEqualTo((int) image.getHeight());
  }

  private static Stream<Integer> colours(WritableImage image) {
    List<Integer> found = new ArrayList<>();
    for (int x = 0; x < image.getWidth(); x += 3) {
      for (int y = 0; y < image.getHeight(); y++) {
        int argb = image.getPixelReader().getArgb(x, y);
        if (!found.contains(argb) && found.size() < 10) {
          found.add(argb);
        }
      }
    }
    return found.stream();
  }

  /** Every line is on one page, and none is higher than a toolkit can draw. */
  @Test
  void aTallLadderIsCutIntoPages() throws Exception {
    Ladder ladder = taller(ladder(), 1000);
    var pages = new LadderPages(ladder, DrawingColors.of(true));
    double row = LadderPainter.rowHeight(13);
    double around = 2.5 * 13 + 26 + 13; // title, names of the lifelines, margin
    double lines = 0;
    for (int i = 0; i < pages.count(); i++) {
      WritableImage image = image(pages, i);
      assertThat(image.getHeight()).isBetween(around + row, 4000.0);
      assertThat(colours(image)).hasSizeGreaterThan(5);
      lines += Math.floor((image.getHeight() - around + 1) / row);
    }
    assertThat(pages.count()).isEqualTo(9);
    assertThat(lines).isEqualTo(ladder.rows().size() + ladder.legend().size());
  }
}
