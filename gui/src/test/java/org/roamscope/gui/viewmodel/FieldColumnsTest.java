package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamscope.decode.DecodeCatalog;

/** Fields that become columns of the packet list. */
class FieldColumnsTest {
  @TempDir private Path folder;

  private MainViewModel model(Executor background) {
    return new MainViewModel(
        background, Runnable::run, Settings.forgetful(), Optional.empty(), "test");
  }

  private void open(MainViewModel model) {
    model.open(List.of(SampleFiles.in(folder, "needless-rerun-after")));
  }

  private static List<String> texts(MainViewModel model, String field) {
    return IntStream.range(0, model.packets().get().size())
        .mapToObj(row -> model.workspace().fields().text(row, field))
        .toList();
  }

  @Test
  void aColumnSaysWhatItsFieldHoldsInEachPacket() {
    var model = model(Runnable::run);
    FieldColumnsViewModel fields = model.workspace().fields();
    fields.add("mip6.ba.seqnr", 7);
    fields.add("isakmp.messageid", 7);
    fields.add("ipv6.addr", 7);
    open(model);
    assertThat(texts(model, "mip6.ba.seqnr"))
        .containsExactly("", "", "", "", "", "1", "", "", "", "2", "", "", "", "");
    assertThat(texts(model, "isakmp.messageid").getFirst()).isEqualTo("0x00000000");
    assertThat(texts(model, "ipv6.addr").getFirst()).contains(",");
    assertThat(fields.text(0, "mip6.bu.seqnr")).as("no column").isEmpty();
    assertThat(fields.text(1000, "mip6.ba.seqnr")).as("no row").isEmpty();
    fields.remove("isakmp.messageid");
    assertThat(texts(model, "mip6.ba.seqnr")).element(9).isEqualTo("2");
    assertThat(texts(model, "isakmp.messageid")).containsOnly("");
  }

  /** What the audit knows comes when the audit is there, and no thread of the window reads. */
  @Test
  void textsComeFromBehindTheWindow() {
    var waiting = new ArrayDeque<Runnable>();
    var model = model(waiting::add);
    model.workspace().fields().add("roam.finding", 7);
    open(model);
    while (!waiting.isEmpty()) {
      waiting.poll().run();
    }
    int known = model.workspace().fields().known().get();
    assertThat(texts(model, "roam.finding")).containsOnly("");
    assertThat(waiting).isNotEmpty();
    while (!waiting.isEmpty()) {
      waiting.poll().run();
    }
    assertThat(model.workspace().fields().known().get()).isNotEqualTo(known);
    assertThat(texts(model, "roam.finding")).contains("K001");
  }

  @Test
  void aFieldHasOneColumnAndOnlyFieldsHaveOne() {
    var model = model(Runnable::run);
    List<String> said = new ArrayList<>();
    var fields = new FieldColumnsViewModel(Runnable::run, Runnable::run, said::add);
    fields.add("mip6.bu.seqnr", 7);
    fields.add("mip6.bu.seqnr", 2);
    fields.add("nothing.at.all", 2);
    assertThat(fields.columns().get().all())
        .containsExactly(new FieldColumn("mip6.bu.seqnr", 7, "Sequence number"));
    assertThat(said)
        .containsExactly(
            "mip6.bu.seqnr is a column already.",
            "Nothing that can be a column is called nothing.at.all.");
    fields.rename("mip6.bu.seqnr", " a\nb\u202e ");
    assertThat(fields.columns().get().all().getFirst().title())
        .doesNotContain("\n", "\u202e")
        .startsWith("a");
    fields.rename("mip6.bu.seqnr", "  ");
    assertThat(fields.columns().get().all().getFirst().title()).isEqualTo("mip6.bu.seqnr");
    fields.move("mip6.bu.seqnr", 0);
    fields.add("mip6.ba.seqnr", 4);
    assertThat(fields.columns().get().text())
        .isEqualTo("mip6.bu.seqnr 0 mip6.bu.seqnr; mip6.ba.seqnr 4 Sequence number");
    said.clear();
    DecodeCatalog.fields().all().stream()
        .filter(entry -> entry.name().startsWith("mip6."))
        .limit(2 * FieldColumns.MOST)
        .forEach(entry -> fields.add(entry.name(), 5));
    assertThat(fields.columns().get().all()).hasSize(FieldColumns.MOST);
    assertThat(said).contains("There are 24 columns of fields; remove one first.");
    assertThat(FieldColumns.read(fields.columns().get().text())).contains(fields.columns().get());
    assertThat(model.workspace().fields().columns().get()).isEqualTo(FieldColumns.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mip6.bu.seqnr",
        "mip6.bu.seqnr x title",
        "nothing 1 title",
        "mip6.bu.seqnr 1 a; mip6.bu.seqnr 2 b",
        "mip6.bu.seqnr -1 a",
        ";"
      })
  void whatIsNoSettingIsRefused(String text) {
    assertThat(FieldColumns.read(text)).isEmpty();
  }
}
