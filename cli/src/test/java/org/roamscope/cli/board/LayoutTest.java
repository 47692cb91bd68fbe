package org.roamscope.cli.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamscope.Analysis;
import org.roamscope.audit.Profile;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;
import org.roamscope.report.Report;
import org.roamscope.report.WatchedUe;
import org.roamscope.report.WatchedUes;

class LayoutTest {
  private static final Signs SIGNS = new Signs(true);

  /** UEs of samples, trouble first, as if they were of one capture. */
  private static WatchedUes ues(String... samples) {
    List<WatchedUe> all = new ArrayList<>();
    for (String sample : samples) {
      Path file =
          Path.of(
              System.getProperty("roamscope.root", ".."), "samples/captures", sample + ".pcapng");
      Report report =
          Analysis.run(
              List.of(new Analysis.Source.File(file, sample)),
              Profile.TS24303,
              "",
              (name, bytes, frames) -> {},
              () -> false);
      all.addAll(WatchedUes.of(report, 10, "").ues());
    }
    return new WatchedUes(all, all.size());
  }

  private static Figures figures(WatchedUes ues) {
    return new Figures(
        "eth0",
        3 * 86_400 + 4 * 3600 + 61,
        1_767_225_640_000_000_000L,
        1_234_567,
        19_873,
        new Figures.Drops(true, 12, 3),
        412,
        1024,
        ues,
        200_000,
        Map.of(Verdict.NEEDLESS_RERUN, 12L, Verdict.K_HONOURED, 8_202L),
        Map.of(Severity.ERROR, 1L, Severity.WARNING, 40L),
        List.of(0, 1, 4, 8, 2),
        "something was said",
        "",
        false);
  }

  private static Figures figures() {
    return figures(ues("needless-rerun-after", "k-honoured"));
  }

  private static List<Line> lines(Figures figures, View view, int columns, int rows) {
    return new Layout(figures, view, false, columns, rows, SIGNS).lines();
  }

  private static List<String> text(Figures figures, View view, int columns, int rows) {
    return lines(figures, view, columns, rows).stream().map(Line::text).toList();
  }

  private static View on(View.Panel panel) {
    return new View("2001:db8:100::a1", View.Order.TROUBLE, "", panel, 0);
  }

  @ParameterizedTest
  @CsvSource({"80,24", "120,40", "40,10", "200,60", "20,5", "100,3", "1,1"})
  void fillsEverySizeAndNoLineIsWider(int columns, int rows) {
    for (View.Panel panel : View.Panel.values()) {
      for (Figures figures : List.of(figures(), figures(WatchedUes.NONE))) {
        List<String> text = text(figures, on(panel), columns, rows);
        assertThat(text).hasSize(rows);
        assertThat(text).allMatch(line -> Widths.of(line) <= columns);
      }
    }
  }

  @Test
  void aTerminalOf80By24ShowsAllThatMatters() {
    List<String> text = text(figures(), View.FIRST, 80, 24);
    assertThat(text.getFirst())
        .startsWith(" Roamscope watch  eth0 ")
        .endsWith(" 2026-01-01 00:00:40 UTC  up 3d 04:01:01 ");
    assertThat(String.join("\n", text))
        .contains("\u2717 1 error   ! 40 warnings   \u00b7 0 notes")
        .contains("\u2717 NEEDLESS_RERUN 12   \u2713 K_HONOURED 8,202")
        .contains("1,234,567, 19,873/s   dropped: kernel 12, interface 3")
        .contains("2 of 200,000   memory 412 of 1024 MiB")
        .contains("8,214, this minute 2, last 8   ")
        .contains("\u2581\u2582\u2585\u2588\u2583");
    assertThat(text.get(7))
        .matches(">\u2717 NEEDLESS_RERUN +2001:db8:100::a1 +2001:db8:b::a1 +1/1 30s *");
    assertThat(text.get(8))
        .matches(" \u2713 K_HONOURED +2001:db8:\\S+ +2001:db8:\\S+ +1/1 \\d+s *");
    assertThat(text.get(22)).isEqualTo(" something was said");
    assertThat(text.get(23)).contains("q quit", "/ search", "? help");
  }

  @Test
  void aWideTerminalShowsMoreColumns() {
    String row = text(figures(), View.FIRST, 120, 40).get(7);
    assertThat(row).contains("00:00:10").contains("1/1").endsWith(" ".repeat(3));
    assertThat(text(figures(), View.FIRST, 120, 40).getLast()).contains("trouble first");
  }

  @Test
  void aSmallTerminalKeepsFindingsAndUes() {
    List<String> text = text(figures(), View.FIRST, 40, 10);
    assertThat(text.get(1)).contains("1 error");
    assertThat(text).anyMatch(line -> line.matches(">\u2717 NEEDLESS_RERUN +2001:db8:100::a1 *"));
  }

  @Test
  void aColourRepeatsAWordAndIsLeftOutOnRequest() {
    Line row = lines(figures(), View.FIRST, 80, 24).get(8);
    assertThat(row.drawn(true)).contains("\033[32m");
    for (Line line : lines(figures(), View.FIRST, 80, 24)) {
      assertThat(line.drawn(true).replaceAll("\033\\[[0-9;]*m", "")).isEqualTo(line.text());
      assertThat(line.drawn(false).replaceAll("\033\\[(0|1|7)m", "")).isEqualTo(line.text());
    }
  }

  @Test
  void asciiIsEnough() {
    List<Line> lines = new Layout(figures(), View.FIRST, false, 80, 24, new Signs(false)).lines();
    assertThat(String.join("", lines.stream().map(Line::text).toList()).chars())
        .allMatch(c -> c >= ' ' && c <= '~');
    assertThat(lines.get(7).text()).startsWith(">X NEEDLESS_RERUN");
  }

  @Test
  void detailsGiveTheSentenceItsFramesAndClauses() {
    String text = String.join("\n", text(figures(), on(View.Panel.DETAILS), 120, 40));
    assertThat(text)
        .contains("UE 2001:db8:100::a1, at 2001:db8:b::a1")
        .contains("NEEDLESS_RERUN, confidence medium")
        .contains("IKE was run again.")
        .contains("Frames 9, 10, 11; RFC 6275 10.3.1, RFC 6275 11.7.3")
        .contains("warning K001 needless-ike-rerun");
    Figures gone = figures(WatchedUes.NONE);
    assertThat(text(gone, on(View.Panel.DETAILS), 80, 24))
        .anyMatch(line -> line.contains("no longer among those"));
  }

  @Test
  void aTextIsNotScrolledBeyondItsEnd() {
    View far = new View("", View.Order.TROUBLE, "", View.Panel.HELP, 999);
    View held = new Layout(figures(), far, false, 80, 16, SIGNS).held();
    assertThat(held.top()).isPositive().isLessThan(20);
    assertThat(text(figures(), held, 80, 16)).anyMatch(line -> line.contains("UTC."));
  }

  @Test
  void saysWhatIsWrongBeforeAnythingElse() {
    Figures well = figures();
    Figures bad =
        new Figures(
            well.source(),
            well.upSeconds(),
            well.latestNanos(),
            well.packets(),
            well.packetsPerSecond(),
            well.drops(),
            well.usedMebibytes(),
            well.mostMebibytes(),
            well.ues(),
            well.mostUes(),
            well.verdicts(),
            well.findings(),
            well.perMinute(),
            "",
            "7 tracked UEs had to go",
            true);
    List<String> text = text(bad, View.FIRST, 80, 24);
    assertThat(text.getFirst()).contains("ENDED");
    assertThat(text.get(1)).isEqualTo(" \u2717 7 tracked UEs had to go");
    assertThat(new Layout(bad, View.FIRST, true, 80, 24, SIGNS).lines().getFirst().text())
        .contains("PAUSED");
  }

  @Test
  void saysThatNothingIsThereOrFound() {
    String none = String.join("\n", text(figures(WatchedUes.NONE), View.FIRST, 80, 24));
    assertThat(none).contains("no UE so far");
    View search = new View("", View.Order.TROUBLE, "beef", View.Panel.TABLE, 0);
    assertThat(String.join("\n", text(figures(), search, 80, 24)))
        .contains("no UE has 'beef' in its name");
  }

  @Test
  void manyUesComePageByPage() {
    WatchedUe one = figures().ues().ues().getFirst();
    List<WatchedUe> many = new ArrayList<>(Collections.nCopies(100, one));
    View last = new View("", View.Order.TROUBLE, "", View.Panel.TABLE, 0);
    List<String> text = text(figures(new WatchedUes(many, 70_000)), last, 80, 24);
    assertThat(text.getLast()).startsWith(" 1/100 of 70,000");
    assertThat(text.stream().filter(line -> line.contains(" NEEDLESS_RERUN  "))).hasSize(15);
  }
}
