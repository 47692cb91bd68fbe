package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
