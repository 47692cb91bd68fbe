package org.roamscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamscope.Analysis;
import org.roamscope.audit.Profile;
import org.roamscope.keys.KeyFiles;
import org.roamscope.track.At;

/**
 * Lanes of timelines on paper. Golden files are rewritten with {@code mvn -pl decoder test
 * -Dtest=TimelineSvgTest -Droamscope.rewrite=true}.
 */
class TimelineSvgTest {
  private static final int HOUR = 3600;

  private static At at(int second) {
    return new At(0, second + 1, second * At.SECOND);
  }

  private static TimelineLane.Span span(String label, int from, int until, String end) {
    return new TimelineLane.Span(label, label, at(from), until * At.SECOND, end);
  }

  private static Timeline timeline(List<TimelineLane> sas, List<TimelineLane> ipsec) {
    List<TimelineLane> lanes = new ArrayList<>();
    lanes.add(new TimelineLane("attachment", List.of(span("CoA1", 0, HOUR, ""))));
    lanes.addAll(sas);
    return new Timeline(
        "UE",
        0,
        HOUR * At.SECOND,
        lanes,
        ipsec,
        TimelineLane.NO_NATS,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Frames(false, 0));
  }

  private static List<TimelineLane> sas(int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            new TimelineLane(
                "SA " + i,
                List.of(span("CoA1", i, i + 1, "")),
                List.of(
                    new TimelineLane(
                        "child SAs", List.of(span("ESP 0x1 / 0x" + i, i, i + 1, ""))))))
        .toList();
  }

  private static String drawn(Timeline timeline, int most) throws Exception {
    String svg = TimelineSvg.titled(timeline, most).standalone("Timeline");
    Drawings.wellFormed(svg);
    return svg;
  }

  private static int height(String svg) {
    return Integer.parseInt(svg.replaceFirst("(?s).*? height=\"(\\d+)\".*", "$1"));
  }

  @Test
  void allIkeSasAndTheirChildSasAreDrawn() throws Exception {
    String svg = drawn(timeline(sas(300), List.of()), TimelineSvg.MAX_LANES);
    for (int i = 0; i < 300; i++) {
      assertThat(svg).contains(">SA " + i + "<", "<title>ESP 0x1 / 0x" + i + "</title>");
    }
    assertThat(svg).doesNotContain("not drawn");
    assertThat(height(svg)).isGreaterThan(300 * 50);
  }

  @Test
  void beyondTheBoundTheNewestAreDrawnAndTheRestIsCounted() throws Exception {
    String svg = drawn(timeline(sas(3_000), List.of()), TimelineSvg.MAX_LANES);
    assertThat(svg)
        .contains("5000 more lanes of SAs are not drawn, the oldest IKE SAs first")
        .contains("the desktop shows all")
        .contains(">SA 2999<", ">SA 2500<", "<title>ESP 0x1 / 0x2500</title>")
        .doesNotContain(">SA 2499<", "<title>ESP 0x1 / 0x2499</title>");
    assertThat(svg.length()).isLessThan(1_000_000);
  }

  @Test
  void aChildSaIsNotDrawnWithoutItsIkeSa() throws Exception {
    String svg = drawn(timeline(sas(4), List.of()), 5);
    assertThat(svg).contains("4 more lanes").contains(">SA 2<", ">SA 3<").doesNotContain(">SA 1<");
  }

  @Test
  void spisWithoutAnIkeSaLeaveRoomForIkeSas() throws Exception {
    List<TimelineLane> spis =
        IntStream.range(0, 50)
            .mapToObj(i -> new TimelineLane("", List.of(span("ESP to HA " + i, 0, HOUR, ""))))
            .toList();
    String svg = drawn(timeline(sas(10), spis), 16);
    assertThat(svg)
        .contains("54 more lanes", ">SA 4<", ">SA 9<", ">ESP to HA 3<")
        .doesNotContain(">SA 3<", ">ESP to HA 4<");
    assertThat(drawn(timeline(sas(1), List.of()), 1)).contains("1 more lane of SAs is not drawn");
  }

  @Test
  void howAnSaEndedStandsInIt() throws Exception {
    TimelineLane children =
        new TimelineLane(
            "child SAs",
            List.of(
                span("ESP 0x1 / 0x2", 0, HOUR / 2, "rekeyed"),
                span("ESP 0x3 / 0x4", HOUR / 2 + 1, HOUR, "deleted")));
    TimelineLane sa =
        new TimelineLane("SA A", List.of(span("CoA1", 0, HOUR, "")), List.of(children));
    assertThat(drawn(timeline(List.of(sa), List.of()), 40))
        .contains(">ESP 0x1 / 0x2<", ">rekeyed<", ">ESP 0x3 / 0x4<", ">deleted<");
  }

  private static TimelineLane spis(TimelineLane.Span... spans) {
    return new TimelineLane("SPIs seen", List.of(spans));
  }

  /** After it, before it where something follows, and by its first word between others. */
  @Test
  void aShortSpanIsNamedBesideIt() throws Exception {
    TimelineLane.Span early = span("ESP to UE 0xabc", 1, 2, "");
    TimelineLane.Span late = span("ESP to UE 0xdef", HOUR - 2, HOUR, "");
    assertThat(drawn(timeline(List.of(), List.of(spis(early, late))), 40))
        .containsPattern("<text [^>]*spi halo\"[^>]*>ESP to UE 0xabc<")
        .containsPattern("<text [^>]*spi halo end\"[^>]*>ESP to UE 0xdef<");
    TimelineLane.Span between = span("ESP to UE 0xabc", 1, 200, "");
    String svg =
        drawn(
            timeline(List.of(), List.of(spis(between, span("ESP to UE 0x123", 201, HOUR, "")))),
            40);
    assertThat(svg)
        .contains(">ESP<", ">ESP to UE 0x123<")
        .doesNotContain(">ESP to UE 0xabc</text>");
  }

  @Test
  void manySpansAndMarksTakeOnePartAPixel() throws Exception {
    List<TimelineLane.Span> spans =
        IntStream.range(0, 100_000)
            .mapToObj(i ->
                new TimelineLane.Span(
                    "ESP", "ESP", new At(0, i, i * At.SECOND / 30), i * At.SECOND / 30))
            .toList();
    List<TimelineMark> findings = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      Tone tone = i == 70_000 ? Tone.BAD : Tone.NOTABLE;
      findings.add(new TimelineMark(new At(0, i, i * At.SECOND / 30), tone, "BND001", "note"));
    }
    Timeline bare = timeline(List.of(), List.of(new TimelineLane("SPIs seen", spans)));
    Timeline full =
        new Timeline(
            bare.title(),
            bare.fromNanos(),
            bare.untilNanos(),
            bare.lanes(),
            bare.ipsec(),
            bare.nats(),
            List.of(),
            List.of(),
            List.of(),
            findings,
            bare.frames());
    String svg = drawn(full, 40);
    assertThat(svg.length()).isLessThan(400_000);
    assertThat(svg).contains("r=\"2\" class=\"bad\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reauthentication", "protected-signalling"})
  void recordingsWithTheirKeys(String name) throws IOException {
    Path recorded =
        Path.of(Objects.requireNonNull(System.getProperty("roamscope.root")))
            .resolve("samples/recorded");
    Report report =
        Analysis.run(
            List.of(new Analysis.Source.File(recorded.resolve(name + ".pcap"), name)),
            KeyFiles.read(List.of(recorded.resolve(name + ".keys"))),
            Profile.TS24303,
            "test",
            (file, bytes, frames) -> {},
            () -> false);
    Goldens.check(
        "ladder/" + name + ".keys.timeline.svg",
        TimelineSvg.text(report, Ladder.choices(report).getFirst().ue()));
  }
}
