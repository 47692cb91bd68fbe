package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.decode.DecodeCatalog;
import org.roamscope.decode.output.Column;
import org.roamscope.dissect.DetailNode;
import org.roamscope.filter.Filter;
import org.roamscope.filter.FilterException;
import org.roamscope.gui.viewmodel.FrameDetail.Marked;

/** Tree and octets of a Binding Update, and filters made from both. */
class FrameDetailTest {
  private static final int UPDATE = 8;

  @TempDir private Path folder;

  private final MainViewModel model =
      new MainViewModel(Runnable::run, Runnable::run, Settings.forgetful(), "test");
  private final FrameLink link = new FrameLink();
  private FrameDetail detail;

  @BeforeEach
  void open() {
    model.open(List.of(SampleFiles.in(folder, "needless-rerun-after")));
    model.select(UPDATE);
    detail = model.detail().get();
    link.open(detail);
  }

  private DetailNode node(String name) {
    return all().stream().filter(it -> it.filterName().equals(name)).findFirst().orElseThrow();
  }

  private List<DetailNode> all() {
    List<DetailNode> found = new ArrayList<>(detail.tree());
    for (int i = 0; i < found.size(); i++) {
      found.addAll(found.get(i).children());
    }
    return found;
  }

  @Test
  void aLineMarksItsOctetsAndAnOctetItsLine() {
    DetailNode sequence = node("mip6.bu.seqnr");
    link.select(sequence);
    Marked marked = link.marked().get();
    assertThat(marked.to() - marked.from()).isEqualTo(2);
    assertThat(link.description().get()).contains("mip6.bu.seqnr").endsWith("2 bytes");
    link.select(null);
    assertThat(link.marked().get()).isNull();
    link.pick(0, marked.from());
    assertThat(link.path().get().getLast()).isSameAs(sequence);
    assertThat(link.path().get().getFirst().filterName()).isEqualTo("mipv6");
    assertThat(link.marked().get()).isEqualTo(marked);
  }

  @Test
  void aFlagIsOneBit() {
    link.select(node("mip6.bu.k_flag"));
    assertThat(link.description().get()).endsWith("1 bit");
  }

  @Test
  void everyOctetOfTheFrameHasALine() {
    for (int i = 0; i < detail.length(); i++) {
      assertThat(detail.path(0, i)).as("octet %d", i).isNotEmpty();
    }
    assertThat(detail.path(0, 100_000)).isEmpty();
    assertThat(detail.path(7, 0)).isEmpty();
  }

  @Test
  void whatIsDerivedMarksNothing() {
    link.select(all().stream().filter(DetailNode::derived).findFirst().orElseThrow());
    assertThat(link.marked().get()).isNull();
  }

  @Test
  void everyFieldGivesAFilterThatFindsItsPacket() throws FilterException {
    for (DetailNode node : all()) {
      String filter = FilterText.of(node);
      // The time since the last packet shown is another one as soon as a filter hides packets.
      if (!filter.isEmpty() && !node.filterName().equals("frame.time_delta_displayed")) {
        Filter.compile(filter, DecodeCatalog.fields());
        model.filter().text().set(filter);
        model.filter().apply();
        assertThat(model.packets().get()).as(filter).contains(UPDATE);
      }
    }
    assertThat(FilterText.of(node("mip6.bu.k_flag"))).isEqualTo("mip6.bu.k_flag == 1");
    assertThat(FilterText.of(node("mipv6"))).isEqualTo("mipv6");
  }

  @Test
  void everyCellGivesAFilterThatFindsItsPacket() {
    for (int row = 0; row < 14; row++) {
      for (Column column : PacketColumns.SHOWN) {
        String filter = FilterText.of(column, model.text(row, column));
        if (!filter.isEmpty()) {
          model.filter().text().set(filter);
          model.filter().apply();
          assertThat(model.packets().get()).as(filter).contains(row);
          model.filter().clear();
        }
      }
    }
    assertThat(FilterText.of(Column.UE, "")).isEmpty();
  }
}
