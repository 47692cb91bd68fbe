package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.gui.viewmodel.TimelineLayout.Kind;
import org.roamscope.gui.viewmodel.TimelineLayout.Part;
import org.roamscope.report.Timeline;
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
    return TimelineLayout.of(timeline, window, WIDTH, EM);
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
}
