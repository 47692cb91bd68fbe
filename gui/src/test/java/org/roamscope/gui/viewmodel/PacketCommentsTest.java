package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.capture.BlockOption;
import org.roamscope.capture.Frame;

class PacketCommentsTest {
  @TempDir private Path folder;

  private final MainViewModel model =
      new MainViewModel(Runnable::run, Runnable::run, Settings.forgetful(), "test");
  private final PacketComments comments = model.workspace().comments();

  private void open(String name) {
    model.open(List.of(SampleFiles.in(folder, name)));
  }

  @Test
  void aCommentStandsInTheDetailsAndInTheExport() {
    open("needless-rerun-after");
    model.select(8);
    comments.set(8, "  look here ✓\n");
    assertThat(model.workspace().remarked(model.detail().get()).tree().getFirst().text())
        .isEqualTo("Your comment: look here ✓");
    Path out = folder.resolve("out.pcapng");
    model.exports().packets(ExportViewModel.Packets.DISPLAYED, false, out);
    model.open(List.of(out));
    model.filter().text().set("frame.comment == \"look here ✓\"");
    model.filter().apply();
    assertThat(model.packets().get()).containsExactly(8);
    assertThat(comments.all()).isEmpty();
  }

  /** An export of a UE copies what judges it; own comments must not be lost on that way. */
  @Test
  void theExportOfAUeCarriesComments() throws IOException {
    open("needless-rerun-after");
    model.ues().choose(model.ues().shown().getFirst());
    comments.set(8, "look here");
    Path out = folder.resolve("ue.pcapng");
    model.exports().packets(ExportViewModel.Packets.UE, false, out);
    assertThat(model.exports().said().get()).contains("written to");
    assertThat(Files.readString(out, StandardCharsets.ISO_8859_1))
        .contains("look here")
        .doesNotContain("NEEDLESS_RERUN");
    Path annotated = folder.resolve("annotated.pcapng");
    model.exports().packets(ExportViewModel.Packets.UE, true, annotated);
    model.open(List.of(annotated));
    assertThat(comments.lines())
        .filteredOn(line -> line.number().equals("9"))
        .extracting(PacketComments.Line::text)
        .anyMatch(text -> text.equals("look here"));
    assertThat(comments.lines()).anyMatch(line -> line.text().contains("NEEDLESS_RERUN"));
  }

  @Test
  void allCommentsAreListedByPacket() {
    open("needless-rerun-after");
    assertThat(comments.lines()).isEmpty();
    comments.set(8, "of the capture\nlater");
    Path out = folder.resolve("out.pcapng");
    model.exports().packets(ExportViewModel.Packets.DISPLAYED, false, out);
    model.open(List.of(out));
    comments.set(8, "mine\u202e");
    comments.set(2, "first");
    assertThat(comments.lines())
        .containsExactly(
            new PacketComments.Line("3", true, "first", 2),
            new PacketComments.Line("9", false, "of the capture\nlater", 8),
            new PacketComments.Line("9", true, "mine\\u{202e}", 8));
    assertThat(comments.leftOut()).isEmpty();
    model.close();
    assertThat(comments.lines()).isEmpty();
  }

  @Test
  void commentsOfCapturesAreBounded() {
    var all = new CapturedComments();
    var frame =
        new Frame(
            1,
            0,
            1,
            0,
            0,
            new byte[0],
            Collections.nCopies(CapturedComments.MAX + 3, BlockOption.comment("x".repeat(5000))));
    all.add(7, frame);
    assertThat(all.all()).hasSize(CapturedComments.MAX);
    assertThat(all.more()).isEqualTo(3);
    assertThat(all.all().getFirst().text()).hasSize(PacketComments.MAX_LENGTH);
  }

  @Test
  void aFileThatWasNotOpenedIsNotRecent() throws IOException {
    open("needless-rerun-after");
    comments.set(3, "mine");
    comments.confirm(() -> false);
    open("k-honoured");
    Path bad = Files.writeString(folder.resolve("bad.pcap"), "no capture at all");
    comments.confirm(() -> true);
    model.open(List.of(bad));
    assertThat(model.banner().get()).isNotEmpty();
    assertThat(model.recent())
        .extracting(file -> file.getFileName().toString())
        .containsExactly("needless-rerun-after.pcapng");
  }

  @Test
  void nothingIsLostUnasked() {
    comments.confirm(() -> false);
    open("needless-rerun-after");
    comments.set(3, "mine");
    open("k-honoured");
    model.close();
    assertThat(model.title().get()).startsWith("needless-rerun-after");
    model.reload();
    assertThat(comments.on(3)).contains("mine");
    model.filter().text().set("frame.number == 1");
    model.filter().apply();
    model.exports().packets(ExportViewModel.Packets.DISPLAYED, false, folder.resolve("a.pcapng"));
    assertThat(comments.mayLeave(List.of())).as("the commented packet was not displayed").isFalse();
    model.filter().clear();
    model.exports().packets(ExportViewModel.Packets.DISPLAYED, false, folder.resolve("b.pcapng"));
    assertThat(comments.mayLeave(List.of())).isTrue();
    comments.set(3, "");
    assertThat(comments.all()).isEmpty();
    comments.confirm(() -> true);
    model.close();
    assertThat(model.title().get()).isEqualTo("Roamscope");
  }

  @Test
  void aLongCommentFitsItsOption() {
    open("needless-rerun-after");
    comments.set(0, "✓".repeat(9000));
    comments.set(-1, "nowhere");
    assertThat(comments.all()).hasSize(1);
    Path out = folder.resolve("out.pcapng");
    model.exports().packets(ExportViewModel.Packets.SELECTED, false, out);
    assertThat(out).doesNotExist();
    model.exports().packets(ExportViewModel.Packets.DISPLAYED, false, out);
    assertThat(out).exists();
  }
}
