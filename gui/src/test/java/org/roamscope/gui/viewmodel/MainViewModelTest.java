package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.audit.Severity;
import org.roamscope.decode.output.Column;
import org.roamscope.gui.viewmodel.MainViewModel.Page;
import org.roamscope.gui.viewmodel.MainViewModel.Work;

class MainViewModelTest {
  @TempDir private Path folder;

  private final MainViewModel model = model(Runnable::run);

  private static MainViewModel model(Executor background) {
    return new MainViewModel(background, Runnable::run, Settings.forgetful(), "test");
  }

  private void open(String... names) {
    model.open(Arrays.stream(names).map(name -> SampleFiles.in(folder, name)).toList());
  }

  @Test
  void anEmptyWindowSaysSo() {
    assertThat(model.title().get()).isEqualTo("Roamscope");
    assertThat(model.status().get()).isEqualTo("No capture open");
    assertThat(model.page().get()).isEqualTo(Page.WELCOME);
    assertThat(model.packets().get()).isEmpty();
  }

  @Test
  void aCaptureHasRowsAReportAndFacts() {
    open("needless-rerun-after");
    assertThat(model.title().get()).isEqualTo("needless-rerun-after.pcapng - Roamscope");
    assertThat(model.page().get()).isEqualTo(Page.CAPTURE);
    assertThat(model.work().get()).isEqualTo(Work.NONE);
    assertThat(model.packets().get()).hasSize(14).startsWith(0, 1, 2);
    assertThat(model.status().get()).isEqualTo("Packets: 14");
    assertThat(model.headline().get()).isEqualTo("1 UE, 1 handover: NEEDLESS_RERUN");
    assertThat(model.facts().get()).startsWith("pcapng · ").endsWith(" s");
    assertThat(Expert.of(model.report().get()))
        .isEqualTo(new Expert(Severity.WARNING, "1 Warning"));
    assertThat(model.banner().get()).isEmpty();
  }

  @Test
  void cellsSayWhatTheCommandLineSays() {
    open("needless-rerun-after");
    assertThat(row(8))
        .startsWith("9", "10.000000000")
        .contains("MIPv6", "Binding Update", "2001:db8:100::a1", "2001:db8:b::a1 (moved)", "K=1");
    assertThat(model.text(9, Column.FINDING)).isEqualTo("K001");
    assertThat(model.severity(9)).isEqualTo(Severity.WARNING);
    assertThat(model.severity(0)).isNull();
    assertThat(model.text(9, Column.UE)).isEqualTo("2001:db8:100::a1");
    assertThat(model.text(9, Column.RESPONSE)).isEqualTo("0.020000");
    assertThat(model.text(99, Column.INFO)).isEmpty();
  }

  private List<String> row(int row) {
    return PacketColumns.SHOWN.stream().map(column -> model.text(row, column)).toList();
  }

  @Test
  void severalFilesAreOneAnalysisInTheOrderOfTime() {
    open("needless-rerun-after", "k-honoured");
    assertThat(model.title().get()).isEqualTo("needless-rerun-after.pcapng and 1 more - Roamscope");
    var shown = model.packets().get().stream().map(row -> model.text(row, Column.TIME)).toList();
    assertThat(shown.stream().mapToDouble(Double::parseDouble)).isSorted();
    assertThat(model.packets().get().stream().map(row -> model.text(row, Column.NO)))
        .startsWith("1:1", "2:1")
        .hasSizeGreaterThan(20);
    assertThat(model.facts().get()).startsWith("2 files · ");
    assertThat(model.goTo("2:3")).isTrue();
    assertThat(model.text(model.selected().get(), Column.NO)).isEqualTo("2:3");
    assertThat(model.goTo("3:1")).isFalse();
    assertThat(model.goTo("x")).isFalse();
  }

  @Test
  void aSelectedRowOpensItsFrame() {
    open("needless-rerun-after");
    model.select(8);
    assertThat(model.detail().get()).isNotNull();
    assertThat(model.detail().get().row()).isEqualTo(8);
    assertThat(model.detail().get().tree().getLast().text()).isEqualTo("Roamscope");
    model.step(-1);
    assertThat(model.detail().get().row()).isEqualTo(7);
    model.back();
    assertThat(model.selected().get()).isEqualTo(8);
    model.forward();
    assertThat(model.selected().get()).isEqualTo(7);
    model.step(Integer.MAX_VALUE);
    assertThat(model.selected().get()).isEqualTo(13);
    model.step(Integer.MIN_VALUE);
    assertThat(model.selected().get()).isZero();
  }

  @Test
  void questionAndAnswerPointAtEachOther() {
    open("needless-rerun-after");
    model.select(8);
    assertThat(model.relation(9)).isEqualTo("←");
    model.select(9);
    assertThat(model.relation(8)).isEqualTo("→");
    assertThat(model.relation(7)).isEmpty();
  }

  @Test
  void leadsToTheNextFindingAndTheNextOfTheUe() {
    open("needless-rerun-after");
    model.stepToFinding(1);
    assertThat(model.text(model.selected().get(), Column.FINDING)).isEqualTo("K001");
    int finding = model.selected().get();
    model.stepInUe(-1);
    assertThat(model.selected().get()).isEqualTo(finding - 1);
    model.stepToFinding(-1);
    assertThat(model.selected().get()).isEqualTo(finding - 1);
  }

  @Test
  void aFilterShowsWhatMatchesAndClearingItShowsAll() {
    open("needless-rerun-after");
    model.filter().text().set("mip6.bu.k_flag == 1");
    model.filter().apply();
    assertThat(model.packets().get()).containsExactly(4, 8);
    assertThat(model.status().get()).isEqualTo("Packets: 14 · Displayed: 2 (14.3%)");
    model.goTo("1");
    assertThat(model.filter().text().get()).isEmpty();
    assertThat(model.packets().get()).hasSize(14);
    assertThat(model.selected().get()).isZero();
  }

  @Test
  void aFilterMayAskForWhatOnlyTheAuditKnows() {
    open("needless-rerun-after");
    model.filter().text().set("roam.finding == \"K001\"");
    model.filter().apply();
    assertThat(model.packets().get()).containsExactly(9);
  }

  @Test
  void aFilterWaitsUntilEverythingWasRead() {
    Deque<Runnable> later = new ArrayDeque<>();
    var slow = model(later::add);
    slow.open(List.of(SampleFiles.in(folder, "needless-rerun-after")));
    assertThat(slow.work().get()).isEqualTo(Work.NONE);
    later.remove().run();
    slow.filter().text().set("roam.finding");
    slow.filter().apply();
    assertThat(slow.work().get()).isEqualTo(Work.READING);
    later.remove().run();
    assertThat(slow.packets().get()).hasSize(14);
    assertThat(slow.work().get()).isEqualTo(Work.AUDITING);
    later.remove().run();
    assertThat(slow.work().get()).isEqualTo(Work.FILTERING);
    // The list of the UEs was asked for first.
    later.remove().run();
    assertThat(slow.packets().get()).hasSize(14);
    later.remove().run();
    assertThat(slow.packets().get()).containsExactly(9);
    assertThat(slow.work().get()).isEqualTo(Work.NONE);
  }

  @Test
  void aFilterThatIsNoneChangesNothing() {
    open("needless-rerun-after");
    model.filter().text().set("mip6.bu.k_flag ==");
    model.filter().apply();
    assertThat(model.packets().get()).hasSize(14);
    assertThat(model.filter().state().get()).isInstanceOf(FilterState.Wrong.class);
  }

  @Test
  void whatCannotBeOpenedSaysWhy() {
    model.open(List.of(folder.resolve("gone.pcap")));
    assertThat(model.banner().get())
        .isEqualTo("Cannot open, there is no such file: " + folder + "/gone.pcap");
    model.open(List.of(folder));
    assertThat(model.banner().get()).startsWith("Cannot open, it is a folder: ");
    assertThat(model.page().get()).isEqualTo(Page.WELCOME);
  }

  @Test
  void whatIsNoCaptureSaysSoAndLeavesTheWelcomePage() throws IOException {
    model.open(List.of(Files.writeString(folder.resolve("a.txt"), "hello, this is text")));
    assertThat(model.page().get()).isEqualTo(Page.WELCOME);
    assertThat(model.banner().get()).contains("a.txt is not a capture");
  }

  @Test
  void aDamagedFileOpensAsFarAsItGoes() throws IOException {
    Path whole = SampleFiles.in(folder, "needless-rerun-after");
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.pcapng"), Arrays.copyOf(bytes, bytes.length - 30));
    model.open(List.of(cut));
    assertThat(model.packets().get()).hasSize(13);
    assertThat(model.banner().get()).startsWith("cut.pcapng: ");
    assertThat(model.report().get()).isNotNull();
    model.dismissBanner();
    assertThat(model.banner().get()).isEmpty();
  }

  @Test
  void aNameThatDisguisesItselfIsShownAsItIs() throws IOException {
    byte[] bytes = Files.readAllBytes(SampleFiles.in(folder, "k-honoured"));
    model.open(List.of(Files.write(folder.resolve("a\u202Egnpacp.exe"), bytes)));
    assertThat(model.title().get()).isEqualTo("a\\u{202e}gnpacp.exe - Roamscope");
  }

  @Test
  void theLastChoiceWinsWhateverTheDiskDoes() {
    Deque<Runnable> disk = new ArrayDeque<>();
    var slow = model(disk::add);
    slow.open(List.of(SampleFiles.in(folder, "k-honoured")));
    slow.open(List.of(SampleFiles.in(folder, "needless-rerun-after")));
    disk.removeLast().run();
    while (!disk.isEmpty()) {
      disk.remove().run();
    }
    assertThat(slow.title().get()).startsWith("needless-rerun-after");
    assertThat(slow.packets().get()).hasSize(14);
  }

  @Test
  void closingForgetsEverything() {
    open("needless-rerun-after");
    model.select(3);
    model.close();
    assertThat(model.page().get()).isEqualTo(Page.WELCOME);
    assertThat(model.packets().get()).isEmpty();
    assertThat(model.report().get()).isNull();
    assertThat(model.detail().get()).isNull();
    assertThat(model.title().get()).isEqualTo("Roamscope");
  }

  @Test
  void readingThatIsCancelledKeepsWhatCameBefore() {
    Deque<Runnable> later = new ArrayDeque<>();
    var slow = model(later::add);
    slow.open(List.of(SampleFiles.in(folder, "needless-rerun-after")));
    later.remove().run();
    slow.cancel();
    later.remove().run();
    assertThat(slow.work().get()).isEqualTo(Work.NONE);
    assertThat(slow.page().get()).isEqualTo(Page.CAPTURE);
    assertThat(slow.banner().get()).startsWith("Reading was cancelled");
    assertThat(slow.report().get()).isNull();
  }

  @Test
  void remembersRecentFilesTheLatestFirst() {
    open("k-honoured");
    open("needless-rerun-after");
    open("k-honoured");
    assertThat(model.recent().stream().map(path -> path.getFileName().toString()))
        .containsExactly("k-honoured.pcapng", "needless-rerun-after.pcapng");
  }

  @Test
  void samplesOpenAndAreNotRemembered() {
    assertThat(SampleCapture.gallery())
        .hasSizeGreaterThan(5)
        .allSatisfy(sample -> {
          model.open(sample);
          var report = model.report().get();
          assertThat(report).as(sample.name()).isNotNull();
          var verdicts = report.audit().handovers().stream().map(it -> it.verdict().name());
          var rules = report.audit().findings().stream().map(it -> it.rule().id());
          assertThat(sample.answers()).as(sample.name()).isNotEmpty();
          assertThat(Stream.concat(verdicts, rules))
              .as(sample.name())
              .containsAll(sample.answers());
          assertThat(sample.title()).doesNotContain("#").isNotBlank();
        });
    assertThat(model.recent()).isEmpty();
  }

  @Test
  void badKeysAreNotUsedAndSaid() throws IOException {
    Path keys = Files.writeString(folder.resolve("esp_sa"), "not a key\n");
    model.useKeys(List.of(keys), List.of(SampleFiles.in(folder, "k-honoured")));
    assertThat(model.banner().get()).startsWith("Keys not used: ").contains("esp_sa");
    assertThat(model.packets().get()).isNotEmpty();
    assertThat(model.hasKeys()).isFalse();
  }

  @Test
  void zoomStaysInItsBounds() {
    for (int i = 0; i < 30; i++) {
      model.zoom(1);
    }
    assertThat(model.zoom().get()).isEqualTo(200);
    model.zoom(0);
    assertThat(model.zoom().get()).isEqualTo(100);
    model.zoom(-100);
    assertThat(model.zoom().get()).isEqualTo(70);
  }
}
