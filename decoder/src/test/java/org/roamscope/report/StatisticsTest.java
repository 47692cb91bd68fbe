package org.roamscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;
import org.roamscope.report.Histogram.Bucket;

class StatisticsTest {
  private static final long MILLI = 1_000_000;

  private static Statistics sample(String name) throws IOException {
    return Statistics.of(Goldens.sample("captures/" + name + ".pcapng"));
  }

  @Test
  void countsVerdictsTheWorstFirst() throws IOException {
    assertThat(sample("two-behind-one-nat").verdicts())
        .extracting(
            Statistics.OfVerdict::verdict, Statistics.OfVerdict::tone, Statistics.OfVerdict::count)
        .containsExactly(
            tuple(Verdict.NEEDLESS_RERUN, Tone.BAD, 1), tuple(Verdict.K_HONOURED, Tone.GOOD, 1));
  }

  @Test
  void countsFindingsByRule() throws IOException {
    assertThat(sample("needless-rerun-after").rules())
        .singleElement()
        .satisfies(rule -> {
          assertThat(rule.severity()).isEqualTo(Severity.WARNING);
          assertThat(rule.tone()).isEqualTo(Tone.DOUBTFUL);
          assertThat(rule.count()).isOne();
        });
  }

  @Test
  void handoversStandInTheirSpanOfTime() throws IOException {
    var spans = sample("needless-rerun-after").spans();
    assertThat(spans).isNotEmpty().hasSizeLessThanOrEqualTo(12);
    assertThat(spans.getFirst().fromNanos()).isZero();
    assertThat(spans.stream().mapToInt(Statistics.Span::count).sum()).isOne();
    assertThat(spans)
        .filteredOn(span -> span.count() == 1)
        .singleElement()
        .satisfies(span -> assertThat(span.counts()).isEqualTo(Map.of(Tone.BAD, 1)));
  }

  @Test
  void saysWhatKWouldHaveSaved() throws IOException {
    assertThat(sample("needless-rerun-after").costs())
        .anySatisfy(cost -> assertThat(cost).startsWith("K would have saved 1 IKE run, "));
    assertThat(sample("k-honoured").costs())
        .noneSatisfy(cost -> assertThat(cost).contains("saved"));
  }

  @Test
  void saysWhatWasRead() throws IOException {
    assertThat(sample("needless-rerun-after").captures())
        .singleElement()
        .satisfies(capture -> {
          assertThat(capture.problems()).isEmpty();
          assertThat(capture.facts())
              .contains(
                  new HandoverCard.Fact("Format", "pcapng"),
                  new HandoverCard.Fact("Link types", "ETHERNET"),
                  new HandoverCard.Fact("Packets", "14"));
        });
  }

  @Test
  void aHistogramHasNoHoles() {
    var times = Histogram.of("x", LongStream.of(20 * MILLI, 49 * MILLI, 50 * MILLI, 900 * MILLI));
    assertThat(times.buckets())
        .containsExactly(
            new Bucket(20 * MILLI, 50 * MILLI, 2),
            new Bucket(50 * MILLI, 100 * MILLI, 1),
            new Bucket(100 * MILLI, 200 * MILLI, 0),
            new Bucket(200 * MILLI, 500 * MILLI, 0),
            new Bucket(500 * MILLI, 1000 * MILLI, 1));
    assertThat(times.buckets())
        .extracting(Bucket::range)
        .startsWith("20 ms – 50 ms")
        .endsWith("500 ms – 1 s");
    assertThat(times.distribution().count()).isEqualTo(4);
  }

  @Test
  void whatIsOutOfBoundsIsCountedAtTheEnds() {
    var times = Histogram.of("x", LongStream.of(-5, 0, 999, Long.MAX_VALUE));
    assertThat(times.buckets()).first().isEqualTo(new Bucket(0, 1000, 3));
    assertThat(times.buckets()).last().extracting(Bucket::range).isEqualTo("from 500 s");
    assertThat(Histogram.of("x", LongStream.empty()).buckets()).isEmpty();
  }
}
