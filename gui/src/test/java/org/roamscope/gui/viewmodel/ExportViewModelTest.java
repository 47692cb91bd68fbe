package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.Analysis;
import org.roamscope.audit.Profile;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.Frame;
import org.roamscope.gui.viewmodel.ExportViewModel.Drawing;
import org.roamscope.gui.viewmodel.ExportViewModel.Packets;

class ExportViewModelTest {
  @TempDir private Path folder;

  private final MainViewModel main =
      new MainViewModel(Runnable::run, Runnable::run, Settings.forgetful(), "test");
  private final ExportViewModel exports = main.exports();

  private Path open(String name) {
    Path capture = SampleFiles.in(folder, name);
    main.open(List.of(capture));
    main.ues().choose(main.ues().shown().getFirst());
    return capture;
  }

  private static List<Frame> frames(Path file) throws IOException {
    List<Frame> frames = new ArrayList<>();
    try (CaptureReader reader = CaptureReader.open(file)) {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        frames.add(frame);
      }
    }
    return frames;
  }

  @Test
  void theDisplayedPacketsAreThoseOfTheFilter() throws IOException {
    Path capture = open("needless-rerun-after");
    main.filter().text().set("mip6.bu.seqnr");
    main.filter().apply();
    Path out = folder.resolve("out.pcapng");
    exports.packets(Packets.DISPLAYED, false, out);
    assertThat(exports.said().get()).isEqualTo("2 packets written to " + out);
    List<Frame> all = frames(capture);
    assertThat(frames(out))
        .extracting(Frame::timeNanos)
        .containsExactly(all.get(4).timeNanos(), all.get(8).timeNanos());
  }

  @Test
  void theSelectedPacketGoesAlone() throws IOException {
    Path capture = open("needless-rerun-after");
    main.select(8);
    Path out = folder.resolve("out.pcapng");
    exports.packets(Packets.SELECTED, false, out);
    assertThat(frames(out))
        .singleElement()
        .extracting(Frame::timeNanos)
        .isEqualTo(frames(capture).get(8).timeNanos());
  }

  @Test
  void commentsSayWhatWasFound() throws IOException {
    open("needless-rerun-after");
    Path out = folder.resolve("out.pcapng");
    exports.packets(Packets.DISPLAYED, true, out);
    assertThat(Files.readString(out, StandardCharsets.ISO_8859_1)).contains("NEEDLESS_RERUN");
    Path plain = folder.resolve("plain.pcapng");
    exports.packets(Packets.DISPLAYED, false, plain);
    assertThat(Files.readString(plain, StandardCharsets.ISO_8859_1))
        .doesNotContain("NEEDLESS_RERUN");
  }

  @Test
  void thePartOfAUeIsJudgedLikeTheWhole() throws IOException {
    Path capture = open("two-behind-one-nat");
    Path out = folder.resolve("ue.pcapng");
    exports.packets(Packets.UE, false, out);
    assertThat(frames(out)).hasSizeLessThan(frames(capture).size());
    var part =
        Analysis.run(
            List.of(new Analysis.Source.File(out, "ue")),
            Profile.TS24303,
            "test",
            (_, _, _) -> {},
            () -> false);
    assertThat(part.audit().handovers())
        .extracting(one -> one.verdict().name())
        .contains("NEEDLESS_RERUN");
  }

  @Test
  void severalCapturesBecomeOneInTheOrderOfTheirTimes() throws IOException {
    Path first = SampleFiles.in(folder, "needless-rerun-after");
    Path second = SampleFiles.in(folder, "k-honoured");
    main.open(List.of(first, second));
    Path out = folder.resolve("both.pcapng");
    exports.packets(Packets.DISPLAYED, false, out);
    List<Frame> written = frames(out);
    assertThat(written).hasSize(frames(first).size() + frames(second).size());
    assertThat(written).extracting(Frame::timeNanos).isSorted();
  }

  @Test
  void anOpenCaptureIsNeverWrittenOver() throws IOException {
    Path capture = open("needless-rerun-after");
    byte[] before = Files.readAllBytes(capture);
    exports.packets(Packets.DISPLAYED, false, capture);
    assertThat(main.banner().get()).contains("is an open capture; choose another name");
    exports.report(ReportForm.TEXT, folder.resolve(".").resolve(capture.getFileName()));
    assertThat(capture).hasBinaryContent(before);
    assertThat(exports.busy().get()).isFalse();
  }

  @Test
  void whatCannotBeWrittenLeavesNothing() throws IOException {
    open("needless-rerun-after");
    exports.packets(Packets.DISPLAYED, false, folder.resolve("no/such/out.pcapng"));
    assertThat(main.banner().get()).startsWith("Not written: ").contains("does not exist");
    exports.packets(Packets.SELECTED, false, folder.resolve("none.pcapng"));
    assertThat(main.banner().get()).contains("no packet is to be written");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void everyFormOfTheReportIsWritten() throws IOException {
    open("needless-rerun-after");
    for (ReportForm form : ReportForm.values()) {
      Path out = folder.resolve("report." + form.extension());
      exports.report(form, out);
      assertThat(out).content().contains("K001");
      assertThat(exports.said().get()).startsWith(form.label());
    }
  }

  @Test
  void tablesGoIntoAFolderAndReplaceNothing() throws IOException {
    open("needless-rerun-after");
    Path out = Files.createDirectory(folder.resolve("tables"));
    exports.tables(out);
    assertThat(out.resolve("handovers.csv")).content().contains("NEEDLESS_RERUN");
    Files.delete(out.resolve("bindings.csv"));
    exports.tables(out);
    assertThat(main.banner().get()).contains("is there already");
    assertThat(out.resolve("bindings.csv")).doesNotExist();
  }

  @Test
  void drawingsAreSvg() {
    open("needless-rerun-after");
    for (Drawing drawing : Drawing.values()) {
      Path out = folder.resolve(drawing + ".svg");
      exports.svg(drawing, out);
      assertThat(out).content().startsWith("<svg").contains("2001:db8:100::a1");
    }
  }

  @Test
  void aPictureIsWrittenAsItIs() {
    open("needless-rerun-after");
    Path out = folder.resolve("out.png");
    exports.picture(() -> new byte[] {1, 2, 3}, out);
    assertThat(out).hasBinaryContent(new byte[] {1, 2, 3});
  }

  // ---- pages ---------------------------------------------------------------------------------

  private static ExportViewModel.Pages pages(int count) {
    return new ExportViewModel.Pages() {
      @Override
      public int count() {
        return count;
      }

      @Override
      public Supplier<byte[]> draw(int page) {
        return () -> new byte[] {(byte) page};
      }
    };
  }

  @Test
  void onePageIsOneFile() throws IOException {
    open("needless-rerun-after");
    Path out = folder.resolve("ladder.png");
    exports.pages(pages(1), out);
    assertThat(exports.said().get()).isEqualTo("PNG written to " + out);
    assertThat(out).hasBinaryContent(new byte[] {0});
  }

  @Test
  void severalPagesHaveNumbers() throws IOException {
    open("needless-rerun-after");
    exports.pages(pages(3), folder.resolve("ladder.png"));
    assertThat(exports.said().get())
        .isEqualTo("PNG written to " + folder.resolve("ladder-1.png") + " to ladder-3.png");
    for (int i = 1; i <= 3; i++) {
      assertThat(folder.resolve("ladder-" + i + ".png"))
          .hasBinaryContent(new byte[] {(byte) (i - 1)});
    }
    assertThat(folder.resolve("ladder.png")).doesNotExist();
  }

  /** Nobody was asked about files with these names. */
  @Test
  void pagesReplaceNothing() throws IOException {
    open("needless-rerun-after");
    Path old = Files.write(folder.resolve("ladder-2.png"), new byte[] {9});
    exports.pages(pages(3), folder.resolve("ladder.png"));
    assertThat(main.banner().get())
        .isEqualTo("Not written: " + old + " is there already; choose another name");
    assertThat(old).hasBinaryContent(new byte[] {9});
    assertThat(folder.resolve("ladder-1.png")).doesNotExist();
  }

  @Test
  void tooManyPagesAreRefused() {
    open("needless-rerun-after");
    exports.pages(pages(101), folder.resolve("ladder.png"));
    assertThat(main.banner().get())
        .isEqualTo(
            "Not written: the picture would have 101 pages, more than 100; as SVG it is one");
  }

  /** A picture that cannot be drawn leaves no page behind, and another export can follow. */
  @Test
  void aPageThatCannotBeDrawnIsSaid() throws IOException {
    open("needless-rerun-after");
    var failing =
        new ExportViewModel.Pages() {
          @Override
          public int count() {
            return 2;
          }

          @Override
          public Supplier<byte[]> draw(int page) {
            if (page == 1) {
              throw new IllegalStateException("no texture");
            }
            return () -> new byte[1];
          }
        };
    exports.pages(failing, folder.resolve("ladder.png"));
    assertThat(main.banner().get())
        .startsWith("Not written: page 2 cannot be drawn")
        .endsWith("no texture");
    assertThat(exports.busy().get()).isFalse();
    assertThat(folder.resolve("ladder-1.png")).doesNotExist();
  }
}
