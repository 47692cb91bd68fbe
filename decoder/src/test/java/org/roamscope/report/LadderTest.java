package org.roamscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamscope.track.At;
import org.roamscope.track.Ue;

/**
 * Ladders and timelines. Golden files are rewritten with {@code mvn -pl decoder test
 * -Dtest=LadderTest -Droamscope.rewrite=true}.
 */
class LadderTest {
  private static final String HOME = "2001:db8:100::a1";
  private static final String A = "2001:db8:a::a1";
  private static final String B = "2001:db8:b::a1";
  private static final long SPI = 0x1111111111111111L;
  private static final TextReport.Terminal PLAIN = new TextReport.Terminal(80, false);

  private static Ue first(Report report) {
    return Ladder.choices(report).getFirst().ue();
  }

  private static Ladder of(Report report) {
    return Ladder.of(report, first(report));
  }

  private static String text(Trace trace) {
    return LadderText.text(of(trace.report()), PLAIN);
  }

  private static Trace attached() {
    return new Trace().run(A, SPI).update(HOME, A, 1, 150, true).answer(HOME, A, 1, 0, 150, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "captures/needless-rerun-after.pcapng",
        "captures/nat-to-nat.pcapng",
        "captures/rekey.pcapng",
        "captures/encrypted-signalling.pcapng",
        "recorded/stale-home-agent.pcap",
        "recorded/home-and-away.pcap"
      })
  void samplesAsAWhole(String sample) throws IOException {
    Report report = Goldens.sample(sample);
    Ladder ladder = of(report);
    String name = sample.replaceFirst(".*/", "ladder/").replaceFirst("\\..*", "");
    Goldens.check(name + ".txt", LadderText.text(ladder, PLAIN));
    Goldens.check(name + ".svg", LadderSvg.text(ladder));
    Goldens.check(name + ".mmd", LadderMermaid.text(ladder));
    Goldens.check(name + ".timeline.svg", TimelineSvg.text(report, first(report)));
  }

  @Test
  void unicodeDrawsTheSameWithOtherCharacters() {
    Report report = attached().report();
    String ascii = LadderText.text(of(report), PLAIN);
    String unicode =
        LadderText.text(of(report), new TextReport.Terminal(80, false, Glyphs.UNICODE));
    assertThat(unicode).contains("\u25cf\u2500\u2500").contains("\u25ba\u2502");
    assertThat(unicode.lines().map(String::length).toList())
        .isEqualTo(ascii.lines().map(String::length).toList());
    assertThat(ascii.chars().filter(c -> c != '\n' && (c < ' ' || c > '~'))).isEmpty();
  }

  @Test
  void theBindingStandsFromItsAcknowledgementOn() {
    String text = text(attached().update(HOME, B, 2, 150, true).answer(HOME, B, 2, 0, 150, true));
    assertThat(text)
        .containsPattern("5 -     A +o-+>\\|  BU 1 K=1, lifetime 600 s")
        .containsPattern("6 CoA1  A +\\|<-+o  BA 1 K=1, status 0, lifetime 600 s")
        .containsPattern("7 CoA1  A +== HANDOVER 1 CoA1 -> CoA2: K_AGREED")
        .containsPattern("8 CoA2  A +\\| +\\|<-+o  BA 2 K=1");
  }

  @Test
  void theBindingGoesWithItsRemovalAndWithItsLifetime() {
    Trace removed = attached().update(HOME, A, 2, 0, true).answer(HOME, A, 2, 0, 0, true);
    assertThat(text(removed.use(A, SPI, 2)))
        .contains("BU 2 K=1, lifetime 0: remove")
        .containsPattern("9 -     A +o-+>\\|  INFORMATIONAL 2 request");
    Trace expired = attached().pause(700).use(A, SPI, 2);
    assertThat(text(expired))
        .containsPattern("600\\.500000 +- +A +-- the binding at CoA1 ran out")
        .containsPattern("7 -     A +o-+>\\|  INFORMATIONAL 2 request");
  }

  @Test
  void retransmissionsAreMarked() {
    Trace trace = new Trace().run(A, SPI).update(HOME, A, 1, 150, true).pause(1);
    trace.update(HOME, A, 2, 150, true).answer(HOME, A, 2, 0, 150, true);
    assertThat(text(trace)).containsPattern("BU 2 K=1, lifetime 600 s\\s+\\[again\\]");
  }

  @Test
  void roundsThatRepeatAreGathered() {
    Trace trace = attached();
    for (int i = 2; i < 502; i++) {
      trace.pause(30).use(A, SPI, i).update(HOME, A, i, 150, true).answer(HOME, A, i, 0, 150, true);
    }
    Ladder ladder = of(trace.report());
    assertThat(ladder.rows()).hasSizeLessThan(20);
    assertThat(ladder.rows())
        .filteredOn(LadderRow.Again.class::isInstance)
        .extracting(ladder::words)
        .singleElement()
        .asString()
        .startsWith("these 4 again 499 times more, the last at ");
    assertThat(LadderText.text(ladder, PLAIN)).contains(".. these 4 again 499 times more");
  }

  @Test
  void whatIsNotDrawnIsSaid() {
    Trace trace = attached();
    for (int i = 2; i < 62; i++) {
      String careOf = i % 2 == 0 ? A : B;
      trace.update(HOME, careOf, i, 150 + i, true).answer(HOME, careOf, i, 0, 150 + i, true);
    }
    Ladder whole = of(trace.report());
    Ladder ladder = whole.limited(30);
    assertThat(ladder.rows()).hasSize(30);
    assertThat(ladder.rows().getFirst()).isEqualTo(whole.rows().getFirst());
    assertThat(ladder.rows().getLast()).isEqualTo(whole.rows().getLast());
    int gone = whole.rows().size() - 29;
    assertThat(LadderText.text(ladder, PLAIN)).contains(".. " + gone + " rows are left out here");
    assertThat(LadderSvg.text(ladder)).contains(gone + " rows are left out here");
    assertThat(LadderMermaid.text(ladder)).contains(gone + " rows are left out here");
    assertThat(LadderMermaid.text(whole).length()).isLessThan(50_000);
  }

  @Test
  void manyPlacesShareALifeline() {
    Trace trace = attached();
    for (int i = 2; i < 40; i++) {
      String careOf = "2001:db8:c::" + i;
      trace.update(HOME, careOf, i, 150, true).answer(HOME, careOf, i, 0, 150, true);
    }
    Ladder ladder = of(trace.report());
    List<String> names = ladder.columns().stream().map(LadderColumn::name).toList();
    assertThat(names).containsExactly("CoA1", "CoA2", "CoA3", "CoA4", "CoA5", "CoA6", "else", "HA");
    assertThat(LadderText.text(ladder, PLAIN)).contains("and 25 more");
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 120})
  void linesKeepToTheWidth(int columns) {
    TextReport.Terminal terminal = new TextReport.Terminal(columns, false);
    for (String sample : List.of("captures/nat-to-nat.pcapng", "recorded/home-and-away.pcap")) {
      String text = LadderText.text(of(Goldens.sample(sample)), terminal);
      assertThat(text.lines().filter(line -> line.length() > columns)).isEmpty();
      assertThat(text.lines().filter(line -> line.endsWith(" "))).isEmpty();
    }
    Trace trace = attached();
    for (int i = 2; i < 40; i++) {
      String careOf = "2001:db8:c::" + i;
      trace.update(HOME, careOf, i, 150, true).answer(HOME, careOf, i, 0, 150, true);
    }
    assertThat(LadderText.text(of(trace.report()), terminal).lines())
        .allMatch(line -> line.length() <= Math.max(columns, 70));
  }

  @Test
  void colourAddsNothingButColour() {
    Ladder ladder = of(Goldens.sample("captures/needless-rerun-after.pcapng"));
    String coloured = LadderText.text(ladder, new TextReport.Terminal(80, true));
    assertThat(coloured).contains("\033[");
    assertThat(coloured.replaceAll("\033\\[[0-9;]*m", ""))
        .isEqualTo(LadderText.text(ladder, PLAIN));
  }

  @Test
  void framesOfSeveralCapturesNameTheCapture() {
    Report report = Trace.report(new Trace().source("empty.pcap"), attached().source("moved.pcap"));
    assertThat(LadderText.text(of(report), PLAIN)).containsPattern("2:6 CoA1");
  }

  @Test
  void hostileTextStaysTextInEveryForm() {
    String hostile = "x\u001b[2J</text><script>y</script>\n  p0->>p1: \"%%{init}%%; end\u202e&#'";
    At at = new At(0, 1, 0);
    var home = new LadderColumn(LadderColumn.Kind.CARE_OF, "CoA1", List.of(hostile));
    var agent = new LadderColumn(LadderColumn.Kind.HOME_AGENT, "HA", List.of(hostile));
    List<LadderRow> rows =
        List.of(
            new LadderRow.Remark(at, LadderRow.Topic.STATE, hostile),
            new LadderRow.Arrow(
                at, LadderRow.Kind.MOBILITY, 0, 1, List.of(), hostile, hostile, Set.of()));
    var band = new LadderBand(LadderBand.Of.BINDING, "CoA1", hostile, 0, Long.MAX_VALUE);
    Ladder ladder =
        new Ladder(
            hostile,
            hostile,
            List.of(home, agent),
            rows,
            List.of(band),
            List.of(hostile),
            new Frames(false, 0));
    String text = LadderText.text(ladder, PLAIN);
    assertThat(text).doesNotContain("\u001b", "\u202e", "\n  p0");
    String svg = LadderSvg.text(ladder);
    assertThat(svg).doesNotContain("<script", "\u001b", "\u202e", "\n  p0");
    assertThat(svg.split("</text>", -1)).hasSameSizeAs(svg.split("<text", -1));
    String mermaid = LadderMermaid.text(ladder);
    assertThat(mermaid).doesNotContain("<", "%", "{", "\"", "\u001b", "\u202e");
    assertThat(mermaid.lines()).hasSize(7);
    assertThat(mermaid.lines().skip(1))
        .allMatch(line -> line.matches("  (participant p|Note over p|p0->>p1: ).*"));
  }

  @Test
  void aUeIsFoundByAddressAndNotByAnythingElse() {
    Ladder.Choice choice = Ladder.choices(attached().report()).getFirst();
    assertThat(choice.called(HOME)).isTrue();
    assertThat(choice.called(A)).isFalse();
  }

  @Test
  void aUeOfAnotherReportGivesAnEmptyLadder() {
    Ue stranger = first(attached().report());
    Report report = new Trace().report();
    Ladder ladder = Ladder.of(report, stranger);
    assertThat(ladder.rows()).isEmpty();
    assertThat(LadderText.text(ladder, PLAIN)).contains("is not in this report");
    assertThat(LadderMermaid.text(ladder)).startsWith("sequenceDiagram\n");
    assertThat(LadderSvg.text(ladder)).endsWith("</svg>\n");
    assertThat(TimelineSvg.text(report, stranger)).endsWith("</svg>\n");
  }

  @Test
  void sameCaptureSameDrawing() {
    String sample = "recorded/home-and-away.pcap";
    Report one = Goldens.sample(sample);
    Report two = Goldens.sample(sample);
    assertThat(LadderSvg.text(of(one))).isEqualTo(LadderSvg.text(of(two)));
    assertThat(TimelineSvg.text(one, first(one))).isEqualTo(TimelineSvg.text(two, first(two)));
  }
}
