package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.audit.Finding;
import org.roamscope.decode.output.Column;

class CopyTextsTest {
  @TempDir private Path folder;

  private final MainViewModel model =
      new MainViewModel(Runnable::run, Runnable::run, Settings.forgetful(), "test");

  private CopyTexts opened(String... samples) {
    model.open(List.of(samples).stream().map(sample -> SampleFiles.in(folder, sample)).toList());
    return model.copies();
  }

  private Finding finding() {
    return Objects.requireNonNull(model.report().get()).audit().findings().getFirst();
  }

  @Test
  void nothingIsCopiedOfNothing() {
    CopyTexts texts = model.copies();
    assertThat(texts.command(0, "esp")).isEmpty();
    assertThat(texts.ticket(0)).isEmpty();
    assertThat(opened("needless-rerun-after").ticket(14)).isEmpty();
    assertThat(texts.ticket(-1)).isEmpty();
    assertThat(texts.command(0, "")).isEmpty();
    assertThat(texts.command(0, "no filter (")).isEmpty();
  }

  // ---- shell ---------------------------------------------------------------------------------

  @Test
  void theCommandIsOfTheProgramThatKnowsTheFields() {
    CopyTexts texts = opened("needless-rerun-after");
    String file = folder.resolve("needless-rerun-after.pcapng").toString();
    assertThat(texts.command(8, "mip6.bu.seqnr == 2"))
        .isEqualTo("tshark -r '" + file + "' -Y 'mip6.bu.seqnr == 2'");
    assertThat(texts.command(8, "roam.ue == 2001:db8:100::a1 && esp"))
        .startsWith("roamscope decode '");
    assertThat(texts.command(8, model.condition(8, Column.INFO))).startsWith("roamscope decode '");
  }

  @Test
  void aHostileFileNameIsOneWord() throws IOException {
    Path odd = folder.resolve("a'b; rm -rf \u001b[31m.pcapng");
    Files.copy(SampleFiles.in(folder, "needless-rerun-after"), odd);
    model.open(List.of(odd));
    assertThat(model.copies().command(0, "esp"))
        .isEqualTo("tshark -r $'" + folder + "/a\\x27b; rm -rf \\x1b[31m.pcapng' -Y 'esp'");
    Path quoted = folder.resolve("it's.pcapng");
    Files.copy(odd, quoted);
    model.open(List.of(quoted));
    assertThat(model.copies().command(0, "frame contains \"'\""))
        .isEqualTo("tshark -r '" + folder + "/it'\\''s.pcapng' -Y 'frame contains \"'\\''\"'");
    assertThat(model.copies().ticket(0)).startsWith("File:      it's.pcapng\n");
  }

  // ---- Markdown ------------------------------------------------------------------------------

  @Test
  void aPacketIsATableWithTheColumnsThatAreShown() {
    CopyTexts texts = opened("needless-rerun-after");
    String[] lines = texts.markdown(8).split("\n");
    assertThat(lines).hasSize(3);
    assertThat(lines[0])
        .isEqualTo(
            "| No. | Time | Source | Destination | Protocol | Length | Info | HoA | CoA | K |"
                + " Finding |");
    assertThat(lines[1]).isEqualTo("| --- ".repeat(11) + "|");
    assertThat(lines[2]).startsWith("| 9 | ").contains("| 2001:db8:b::a1 (moved) |");
    model.workspace().columns().set(ColumnLayout.of("finding, no").orElseThrow());
    assertThat(texts.markdown(9)).isEqualTo("| Finding | No. |\n| --- | --- |\n| K001 | 10 |\n");
  }

  // ---- ticket --------------------------------------------------------------------------------

  @Test
  void aTicketSaysWhatIsKnownOfAFinding() {
    CopyTexts texts = opened("needless-rerun-after");
    Finding finding = finding();
    String ticket = texts.ticket(finding);
    assertThat(ticket.lines().map(line -> line.split(":", 2)[0].strip()))
        .startsWith("File", "Packet", "Time", "Message", "UE", "Verdict", "Finding", "Clause")
        .contains("Evidence")
        .endsWith("Judged by");
    assertThat(ticket)
        .contains(
            "File:      needless-rerun-after.pcapng\n",
            "Packet:    10\n",
            "UE:        2001:db8:100::a1\n",
            "Verdict:   NEEDLESS_RERUN: ",
            "Finding:   K001 (warning): " + finding.message() + "\n",
            "RFC 6275",
            "Judged by: Roamscope, specification ts24303\n")
        .containsPattern("Time: +\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{9}Z\n")
        .containsPattern("Evidence: +packet \\d+")
        .doesNotContain(folder.toString());
    finding.related().forEach(one -> assertThat(ticket).contains("packet " + one.at().frame()));
    assertThat(texts.ticket(9)).contains("K001 (warning)", "NEEDLESS_RERUN");
    assertThat(texts.ticket(finding.primary().at())).isEqualTo(texts.ticket(9));
  }

  @Test
  void aTicketOfAUeIsThatOfItsWorstHandover() {
    CopyTexts texts = opened("needless-rerun-after");
    model.ues().choose(model.ues().shown().getFirst());
    assertThat(texts.ticket(Objects.requireNonNull(model.ues().detail().get())))
        .contains("File:      needless-rerun-after.pcapng\n", "NEEDLESS_RERUN: ", "K001 (warning)");
    opened("encrypted-signalling");
    assertThat(model.copies().ticket(0))
        .startsWith("File:      encrypted-signalling.pcapng\nPacket:    1\n");
  }

  @Test
  void withSeveralCapturesEachFrameNamesItsFile() {
    CopyTexts texts = opened("k-honoured", "needless-rerun-after");
    assertThat(texts.ticket(finding()))
        .startsWith("File:      k-honoured.pcapng\nPacket:    10\n")
        .contains("packet 10 of k-honoured.pcapng", "packet 11 of needless-rerun-after.pcapng");
  }

  // ---- filters -------------------------------------------------------------------------------

  @Test
  void theFramesOfAFindingAreAFilter() {
    opened("needless-rerun-after");
    String condition = CopyTexts.frames(finding());
    assertThat(condition).matches("frame\\.number in \\{\\d+(, \\d+)*}").contains("10");
    model.filter().use(condition);
    assertThat(model.packets().get()).contains(9);
    assertThat(CopyTexts.frames(List.of())).isEmpty();
  }

  /** Whatever the time column counts, and with several captures too. */
  @Test
  void theConditionOfEveryCellLetsItsPacketPass() {
    for (String[] samples :
        new String[][] {{"needless-rerun-after"}, {"k-honoured", "two-behind-one-nat"}}) {
      opened(samples);
      for (TimeDisplay display : TimeDisplay.values()) {
        model.times().display().set(display);
        for (int row = 0; row < 14; row++) {
          for (Column column : Column.values()) {
            String condition = model.condition(row, column);
            assertThat(condition.isEmpty()).isEqualTo(model.text(row, column).isEmpty());
            if (!condition.isEmpty() && (display == TimeDisplay.UTC || column == Column.TIME)) {
              model.filter().use(condition);
              assertThat(model.packets().get()).as(condition).contains(row);
            }
          }
        }
        model.filter().clear();
      }
    }
  }
}
