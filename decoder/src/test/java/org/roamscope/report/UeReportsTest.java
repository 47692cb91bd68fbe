package org.roamscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.roamscope.audit.Severity;
import org.roamscope.audit.Verdict;
import org.roamscope.track.At;

class UeReportsTest {
  private static UeReports sample(String name) throws IOException {
    return new UeReports(Goldens.sample("captures/" + name + ".pcapng"));
  }

  @Test
  void troubleComesFirst() throws IOException {
    var summaries = sample("two-behind-one-nat").summaries();
    assertThat(summaries)
        .extracting(UeSummary::rank, UeSummary::id, UeSummary::verdict, UeSummary::tone)
        .containsExactly(
            tuple(0, "2001:db8:100::a2", Verdict.NEEDLESS_RERUN, Tone.BAD),
            tuple(1, "2001:db8:100::a1", Verdict.K_HONOURED, Tone.GOOD));
    assertThat(summaries.getFirst().severity()).isEqualTo(Severity.WARNING);
    assertThat(summaries.getLast().severity()).isNull();
    assertThat(summaries).allSatisfy(ue -> assertThat(ue.last()).isNotNull());
  }

  @Test
  void aCardSaysWhyAndWhatItCost() throws IOException {
    var reports = sample("needless-rerun-after");
    var ue = reports.summaries().getFirst().ue();
    HandoverCard card = reports.card(ue, 0);
    assertThat(card.number()).isOne();
    assertThat(card.tone()).isEqualTo(Tone.BAD);
    assertThat(card.places()).isEqualTo("2001:db8:a::a1 → 2001:db8:b::a1");
    assertThat(card.figures())
        .contains(
            new HandoverCard.Fact("K asked / granted", "1 / 1"),
            new HandoverCard.Fact("BU to BA", "20.000 ms"));
    assertThat(card.costs())
        .filteredOn(fact -> fact.name().equals("K would have saved"))
        .singleElement()
        .satisfies(fact -> assertThat(fact.value()).startsWith("1 IKE run, "));
    assertThat(card.findings()).hasSize(1);
    assertThat(card.clauses()).isNotEmpty();
    assertThat(card.remedies()).isNotEmpty();
  }

  @Test
  void marksOfATimelineNameTheirFrames() throws IOException {
    var reports = sample("needless-rerun-after");
    var ue = reports.summaries().getFirst().ue();
    Timeline timeline = reports.timeline(ue);
    assertThat(timeline.handovers())
        .extracting(TimelineMark::at)
        .extracting(At::frame)
        .containsExactly(9);
    assertThat(timeline.findings())
        .extracting(TimelineMark::at)
        .extracting(At::frame)
        .containsExactly(10);
    assertThat(timeline.nats().spans()).isEmpty();
  }

  @Test
  void natsAreSpansOfTheirOwn() throws IOException {
    var reports = sample("two-behind-one-nat");
    var ue = reports.summaries().getFirst().ue();
    assertThat(reports.timeline(ue).nats().spans())
        .isNotEmpty()
        .allSatisfy(span -> assertThat(span.label()).contains(" port "))
        .allSatisfy(span -> assertThat(span.untilNanos()).isGreaterThan(span.fromNanos()));
  }
}
