package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColourRulesViewModelTest {
  @TempDir private Path folder;

  private MainViewModel model;

  @BeforeEach
  void begin() {
    model = model(Runnable::run);
  }

  private MainViewModel model(Executor background) {
    return new MainViewModel(
        background,
        Runnable::run,
        Settings.forgetful(),
        Optional.of(folder.resolve("config")),
        "test");
  }

  private ColourRulesViewModel colours() {
    return model.workspace().colours();
  }

  private void open() {
    model.open(List.of(SampleFiles.in(folder, "needless-rerun-after")));
  }

  private List<String> names() {
    return IntStream.range(0, model.packets().get().size())
        .mapToObj(row -> colours().rule(row).map(ColourRule::name).orElse(""))
        .toList();
  }

  @Test
  void theFirstRuleThatMatchesColoursAPacket() {
    open();
    assertThat(names())
        .startsWith("IKE", "IKE", "IKE", "IKE", "Mobile IPv6")
        .element(9)
        .isEqualTo("K mismatch");
    colours().add();
    colours().set(0, new ColourRule(true, "all", "frame", Rgb.WHITE, Rgb.BLACK));
    assertThat(names()).containsOnly("all");
    colours().set(0, colours().rules().getFirst().enabled(false));
    assertThat(names()).contains("IKE").doesNotContain("all");
    colours().on().set(false);
    assertThat(names()).containsOnly("");
  }

  @Test
  void noThreadOfTheWindowReadsPackets() {
    var waiting = new ArrayDeque<Runnable>();
    model = model(waiting::add);
    open();
    while (!waiting.isEmpty()) {
      waiting.poll().run();
    }
    int before = colours().known().get();
    assertThat(colours().pending(4)).isTrue();
    assertThat(colours().rule(4)).isEmpty();
    assertThat(waiting).hasSize(1);
    waiting.poll().run();
    assertThat(colours().known().get()).isGreaterThan(before);
    assertThat(colours().rule(4)).get().extracting(ColourRule::name).isEqualTo("Mobile IPv6");
    assertThat(waiting).isEmpty();
  }

  @Test
  void aRuleThatIsNotUnderstoodIsKeptWithItsReason() throws Exception {
    Path file = folder.resolve("colorfilters");
    Files.writeString(file, "@Odd@hsrp || nosuch@[1,2,3][4,5,6]\nnonsense\n");
    colours().importFrom(file);
    ColourRule odd = colours().rules().getFirst();
    assertThat(ColourRulesViewModel.remark(odd)).startsWith("Not understood, kept as it is: ");
    assertThat(colours().said().get())
        .contains("1 rule imported", "1 of them", "line 2 is no colour rule");
    Path to = folder.resolve("exported");
    colours().exportTo(to);
    assertThat(Files.readString(to)).contains("\n@Odd@hsrp || nosuch@[1,2,3][4,5,6]\n");
  }

  @Test
  void noRuleIsThereTwice() throws Exception {
    Path file = folder.resolve("colorfilters");
    Files.writeString(file, "@A@esp@[1,2,3][4,5,6]\n@A@esp@[1,2,3][4,5,6]\n@B@ah@[1,2,3][4,5,6]\n");
    int before = colours().rules().size();
    colours().importFrom(file);
    assertThat(colours().rules()).hasSize(before + 2);
    assertThat(colours().said().get())
        .isEqualTo("2 rules imported from colorfilters; 1 were there already.");
    colours().set(0, colours().rules().getFirst().enabled(false));
    List<ColourRule> rules = List.copyOf(colours().rules());
    colours().importFrom(file);
    assertThat(colours().rules()).isEqualTo(rules);
    assertThat(colours().said().get())
        .isEqualTo("0 rules imported from colorfilters; 3 were there already.");
  }

  @Test
  void whatIsChangedIsThereAgainTheNextTime() {
    colours().remove(0);
    colours().move(0, 1);
    List<ColourRule> rules = List.copyOf(colours().rules());
    assertThat(rules).hasSize(DefaultColours.RULES.size() - 1);
    model = model(Runnable::run);
    assertThat(colours().rules()).isEqualTo(rules);
    colours().reset();
    assertThat(colours().rules()).isEqualTo(DefaultColours.RULES);
  }

  @Test
  void aDamagedFileIsSaidAndSetAside() throws Exception {
    Path file = Files.createDirectories(folder.resolve("config")).resolve("colorfilters");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    model = model(Runnable::run);
    assertThat(model.banner().get()).contains("not UTF-8 text", "colorfilters.damaged");
    assertThat(colours().rules()).isEqualTo(DefaultColours.RULES);
    assertThat(folder.resolve("config/colorfilters.damaged")).exists();
    assertThat(file).doesNotExist();
  }

  @Test
  void movesStopAtTheEnds() {
    assertThat(colours().move(0, -1)).isZero();
    assertThat(colours().move(0, 1)).isEqualTo(1);
    colours().remove(-1);
    colours().remove(99);
    assertThat(colours().rules()).hasSize(DefaultColours.RULES.size());
  }
}
