package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.gui.viewmodel.TimelineLayout.Kind;
import org.roamscope.gui.viewmodel.TimelineLayout.Part;
import org.roamscope.report.Frames;
import org.roamscope.report.Timeline;
import org.roamscope.report.TimelineLane;
import org.roamscope.report.TimelineMark;
import org.roamscope.report.Tone;
import org.roamscope.track.At;

class TimelineLayoutTest {
  private static final double WIDTH = 800;
  private static final double EM = 13;

  @TempDir private Path folder;

  private Timeline timeline() {
    var main = new MainViewModel(Runnable::run, Runnable::run, Settings.forgetful(), "test");
    main.open(List.of(SampleFiles.in(folder, "needless-rerun-after")));
    main.ues().choose(main.ues().shown().getFirst());
    return Objects.requireNonNull(main.ues().detail().get()).timeline();
  }

  private static TimeWindow whole(Timeline timeline) {
    return TimeWindow.whole(timeline.fromNanos(), timeline.untilNanos());
  }

  private static TimelineLayout layout(Timeline timeline, TimeWindow window) {
    return TimelineLayout.of(timeline, window, 0, WIDTH, EM);
  }

  private static List<Part> of(TimelineLayout layout, Kind kind) {
    return layout.parts().stream().filter(part -> part.kind() == kind).toList();
  }

  @Test
  void everyLaneIsThereAndInside() {
    Timeline timeline = timeline();
    TimelineLayout layout = layout(timeline, whole(timeline));
    assertThat(layout.names())
        .extracting(TimelineLayout.Name::text)
        .startsWith("attachment", "binding", "SA A")
        .endsWith("K asked/given", "findings");
    assertThat(of(layout, Kind.ATTACHMENT)).extracting(Part::label).containsExactly("CoA1", "CoA2");
    assertThat(of(layout, Kind.HANDOVER))
        .singleElement()
        .satisfies(part -> {
          assertThat(part.label()).isEqualTo("✗ H1 NEEDLESS_RERUN");
          assertThat(part.handover()).isZero();
          assertThat(part.tone()).isEqualTo(Tone.BAD);
        });
    assertThat(layout.parts())
        .allSatisfy(part -> {
          assertThat(part.x()).isGreaterThanOrEqualTo(layout.left() - 2);
          assertThat(part.x() + part.width()).isLessThanOrEqualTo(WIDTH);
          assertThat(part.y() + part.height()).isLessThanOrEqualTo(layout.height());
        });
    assertThat(layout.slopes())
        .isNotEmpty()
        .allSatisfy(slope -> {
          assertThat(slope.low()).isBetween(0.0, slope.high());
        });
    assertThat(layout.ticks()).isNotEmpty();
  }

  @Test
  void aPointHitsThePartUnderIt() {
    Timeline timeline = timeline();
    TimelineLayout layout = layout(timeline, whole(timeline));
    Part finding = of(layout, Kind.FINDING).getFirst();
    assertThat(layout.hit(finding.x() + 3, finding.y() + 3)).contains(finding);
    assertThat(finding.at().frame()).isEqualTo(10);
    assertThat(layout.hit(1, 1)).isEmpty();
  }

  @Test
  void whatIsOutsideTheWindowIsLeftOut() {
    Timeline timeline = timeline();
    var begin = whole(timeline).zoomed(0.5, 0);
    TimelineLayout layout = layout(timeline, begin);
    assertThat(of(layout, Kind.HANDOVER)).isEmpty();
    assertThat(of(layout, Kind.FINDING)).isEmpty();
    assertThat(of(layout, Kind.ATTACHMENT)).hasSize(1);
    assertThat(layout.share(layout.left())).isZero();
    assertThat(layout.share(layout.right())).isEqualTo(1);
  }

  @Test
  void manyMarksTakeAPixelEachAndTheWorstIsSeen() {
    Timeline base = timeline();
    long span = base.untilNanos() - base.fromNanos();
    int worst = 34_567;
    List<TimelineMark> many =
        IntStream.range(0, 50_000)
            .mapToObj(i ->
                new TimelineMark(
                    new At(0, i + 1, base.fromNanos() + span * i / 50_000),
                    i == worst ? Tone.BAD : Tone.NOTABLE,
                    i == worst ? "X001" : "N001",
                    "detail"))
            .toList();
    var crowded =
        new Timeline(
            base.title(),
            base.fromNanos(),
            base.untilNanos(),
            base.lanes(),
            base.ipsec(),
            base.nats(),
            base.grants(),
            List.of(),
            List.of(),
            many,
            base.frames());
    var window = whole(crowded);
    TimelineLayout layout =
        Assertions.assertTimeout(Duration.ofSeconds(1), () -> layout(crowded, window));
    List<Part> marks = of(layout, Kind.FINDING);
    assertThat(marks).hasSizeLessThan((int) (WIDTH * 2));
    assertThat(marks).anySatisfy(part -> assertThat(part.at().frame()).isEqualTo(worst + 1));
  }

  // ---- security associations -----------------------------------------------------------------

  /**
   * An attachment and IKE SAs over 100 seconds; SA A has two child SAs at a time, one SPI is alone.
   */
  private static Timeline withSas(int ikeSas) {
    List<TimelineLane> lanes = new ArrayList<>();
    lanes.add(new TimelineLane("attachment", List.of(span("CoA1", 0, Long.MAX_VALUE))));
    for (int i = 0; i < ikeSas; i++) {
      List<TimelineLane> below =
          i > 0
              ? List.of()
              : List.of(
                  new TimelineLane(
                      "child SAs", List.of(span("ESP 1 / 2", 10, 40), span("ESP 3 / 4", 50, 90))),
                  new TimelineLane("", List.of(span("ESP 5 / 6", 20, Long.MAX_VALUE))));
      lanes.add(new TimelineLane("SA " + i, List.of(span("CoA1", i, Long.MAX_VALUE)), below));
    }
    return new Timeline(
        "hand-made",
        0,
        100 * At.SECOND,
        lanes,
        List.of(new TimelineLane("SPIs seen", List.of(span("ESP to HA 7", 30, 60)))),
        new TimelineLane("NAT", List.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new Frames(false, 0));
  }

  private static TimelineLane.Span span(String label, long from, long until) {
    return new TimelineLane.Span(
        label,
        "detail of " + label,
        new At(0, (int) from + 1, from * At.SECOND),
        until == Long.MAX_VALUE ? until : until * At.SECOND);
  }

  /**
   * Lanes are 2.1 em high, and begin below attachment (2.1) and binding (3.4), 0.5 from the top.
   */
  @Test
  void childSasStandUnderTheirIkeSa() {
    Timeline timeline = withSas(2);
    TimelineLayout layout = layout(timeline, whole(timeline));
    assertThat(layout.names())
        .extracting(TimelineLayout.Name::text)
        .containsExactly(
            "attachment",
            "binding",
            "SA 0",
            "child SAs",
            "",
            "SA 1",
            "SPIs seen",
            "K asked/given",
            "findings");
    double begin = (0.5 + 2.1 + 3.4) * EM;
    assertThat(layout.lanes().top()).isCloseTo(begin, within(0.001));
    assertThat(layout.lanes().bottom()).isCloseTo(begin + 5 * 2.1 * EM, within(0.001));
    assertThat(layout.lanes().words()).isEmpty();
    List<Part> children = of(layout, Kind.CHILD_SA);
    assertThat(children)
        .extracting(Part::label)
        .containsExactly("ESP 1 / 2", "ESP 3 / 4", "ESP 5 / 6");
    assertThat(children)
        .extracting(Part::y)
        .usingElementComparator((a, b) -> Math.abs(a - b) < 0.001 ? 0 : 1)
        .containsExactly(begin + 2.3 * EM, begin + 2.3 * EM, begin + 4.4 * EM);
    // 105 seconds from the names to the right end: 5 % of room behind the last.
    double second = (layout.right() - layout.left()) / 105;
    Part first = children.getFirst();
    assertThat(first.x()).isCloseTo(layout.left() + 10 * second, within(0.01));
    assertThat(first.width()).isCloseTo(30 * second - 1, within(0.01));
    Part open = children.getLast();
    assertThat(open.x() + open.width()).isCloseTo(layout.right() - 1, within(0.01));
    Part alone = of(layout, Kind.SPI).getFirst();
    assertThat(alone.detail()).isEqualTo("ESP to HA 7: detail of ESP to HA 7");
    assertThat(layout.hit(alone.x() + 2, alone.y() + 2)).contains(alone);
    assertThat(alone.at().frame()).isEqualTo(31);
  }

  @Test
  void everyLaneCanBeReachedHoweverManyThereAre() {
    Timeline timeline = withSas(40);
    TimeWindow window = whole(timeline);
    // 40 IKE SAs, two lanes of children, one of SPIs.
    Set<String> seen = new HashSet<>();
    double height = layout(timeline, window).height();
    for (int first = 0; first <= 50; first += 12) {
      TimelineLayout layout = TimelineLayout.of(timeline, window, first, WIDTH, EM);
      layout.names().forEach(name -> seen.add(name.text()));
      assertThat(layout.lanes().all()).isEqualTo(43);
      assertThat(layout.lanes().drawn()).isEqualTo(12);
      assertThat(layout.lanes().first()).isEqualTo(Math.min(first, 31));
      assertThat(layout.height()).isEqualTo(height);
    }
    assertThat(seen)
        .containsAll(IntStream.range(0, 40).mapToObj(i -> "SA " + i).toList())
        .contains("child SAs", "SPIs seen");
    assertThat(layout(timeline, window).lanes().words()).isEqualTo("lanes 1 to 12 of 43");
    assertThat(TimelineLayout.of(timeline, window, 99, WIDTH, EM).lanes().words())
        .isEqualTo("lanes 32 to 43 of 43");
  }
}
