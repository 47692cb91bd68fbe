package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.roamscope.decode.output.Column;
import org.roamscope.dissect.DetailNode;
import org.roamscope.gui.viewmodel.FrameDetail.Marked;
import org.roamscope.gui.viewmodel.FrameDetail.Octets;

/** A recorded capture whose Binding Updates travel inside ESP, with its keys. */
class DecryptedBytesTest {
  private static final Path RECORDED = Path.of("..", "samples", "recorded");
  private static final Path CAPTURE = RECORDED.resolve("protected-signalling.pcap");
  private static final Path KEYS = RECORDED.resolve("protected-signalling.keys");

  private final MainViewModel model =
      new MainViewModel(Runnable::run, Runnable::run, Settings.forgetful(), "test");

  private int row(String info) {
    for (int row : model.packets().get()) {
      if (model.text(row, Column.INFO).equals(info)) {
        return row;
      }
    }
    return -1;
  }

  @Test
  void withoutKeysNothingIsDecrypted() {
    model.open(List.of(CAPTURE));
    assertThat(row("Binding Update")).isNegative();
    model.goTo("1");
    assertThat(model.detail().get().sources()).extracting(Octets::title).containsExactly("Frame");
  }

  @Test
  void keysOpenTheBindingUpdateInOctetsOfItsOwn() {
    model.useKeys(List.of(KEYS), List.of(CAPTURE));
    assertThat(model.banner().get()).isEmpty();
    assertThat(model.hasKeys()).isTrue();
    int row = row("Binding Update");
    assertThat(row).isNotNegative();
    model.select(row);
    FrameDetail detail = model.detail().get();
    assertThat(detail.sources()).extracting(Octets::title).startsWith("Frame", "Decrypted");
    DetailNode flag = find(detail.tree(), "mip6.bu.k_flag");
    Marked marked = Objects.requireNonNull(detail.octets(flag));
    assertThat(marked.source()).isPositive();
    assertThat(detail.path(marked.source(), marked.from()).getLast().span().firstByte())
        .isEqualTo(flag.span().firstByte());
  }

  private static DetailNode find(List<DetailNode> tree, String name) {
    List<DetailNode> open = new ArrayList<>(tree);
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).filterName().equals(name)) {
        return open.get(i);
      }
      open.addAll(open.get(i).children());
    }
    throw new AssertionError("no line " + name);
  }
}
