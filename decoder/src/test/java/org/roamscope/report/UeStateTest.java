package org.roamscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.roamscope.track.At;
import org.roamscope.track.IkeSa;

class UeStateTest {
  private static final long MILLI = 1_000_000;

  /** The state once a frame of a sample has passed, so many milliseconds after the first one. */
  private static UeState after(String name, int frame, long millis) throws IOException {
    Report report = Goldens.sample("captures/" + name + ".pcapng");
    long first = report.audit().correlation().observation().firstNanos();
    var reports = new UeReports(report);
    var ue = reports.summaries().getFirst().ue();
    return reports.state(ue, new At(0, frame, first + millis * MILLI));
  }

  @Test
  void nothingIsKnownBeforeTheFirstAnswer() throws IOException {
    UeState state = after("needless-rerun-after", 5, 1000);
    assertThat(state.binding().status()).isEqualTo(BindingState.Status.UNKNOWN);
    assertThat(state.binding().waiting()).isNotNull();
    assertThat(state.binding().lifetime()).isEmpty();
    assertThat(state.ikeSas())
        .singleElement()
        .satisfies(sa -> {
          assertThat(sa.state()).isEqualTo(IkeSa.State.ESTABLISHED);
          assertThat(sa.where()).isEqualTo(UeState.Where.NO_BINDING);
        });
  }

  @Test
  void anIkeSaIsHalfOpenUntilItIsAuthenticated() throws IOException {
    assertThat(after("needless-rerun-after", 3, 40).ikeSas())
        .singleElement()
        .extracting(UeState.Sa::state)
        .isEqualTo(IkeSa.State.HALF_OPEN);
  }

  @Test
  void theGrantedUpdateFillsTheEntry() throws IOException {
    UeState state = after("needless-rerun-after", 8, 2020);
    BindingState binding = state.binding();
    assertThat(binding.status()).isEqualTo(BindingState.Status.BOUND);
    assertThat(binding.entry())
        .isNotNull()
        .satisfies(entry -> assertThat(entry.careOfAddress()).hasToString("2001:db8:a::a1"));
    assertThat(binding.keyManagement()).isTrue();
    assertThat(binding.flags()).isEqualTo("A H K");
    assertThat(binding.waiting()).isNull();
    long granted = Objects.requireNonNull(binding.answer()).lifetimeSeconds() * At.SECOND;
    assertThat(binding.leftNanos()).hasValue(granted - At.SECOND);
    assertThat(state.ikeSas())
        .extracting(UeState.Sa::where)
        .containsExactly(UeState.Where.WITH_BINDING);
  }

  @Test
  void afterTheMoveTheOldIkeSaIsElsewhereAndANewOneComes() throws IOException {
    assertThat(after("needless-rerun-after", 9, 10_000).binding().entry())
        .isNotNull()
        .satisfies(entry -> assertThat(entry.careOfAddress()).hasToString("2001:db8:a::a1"));
    UeState moved = after("needless-rerun-after", 10, 10_020);
    assertThat(moved.binding().entry())
        .isNotNull()
        .satisfies(entry -> assertThat(entry.careOfAddress()).hasToString("2001:db8:b::a1"));
    assertThat(moved.ikeSas())
        .extracting(UeState.Sa::where)
        .containsExactly(UeState.Where.ELSEWHERE);
    assertThat(after("needless-rerun-after", 14, 11_060).ikeSas())
        .extracting(UeState.Sa::name, UeState.Sa::where)
        .containsExactly(
            tuple("A", UeState.Where.ELSEWHERE), tuple("B", UeState.Where.WITH_BINDING));
  }

  @Test
  void withKTheSameIkeSaFollows() throws IOException {
    assertThat(after("k-honoured", 12, 12_020).ikeSas())
        .singleElement()
        .satisfies(sa -> assertThat(sa.where()).isEqualTo(UeState.Where.WITH_BINDING));
  }

  @Test
  void aLifetimeRunsOut() throws IOException {
    BindingState binding = after("needless-rerun-after", 14, 100_000_000L).binding();
    assertThat(binding.status()).isEqualTo(BindingState.Status.EXPIRED);
    assertThat(binding.bound()).isFalse();
    assertThat(binding.lifetime()).startsWith("none left of ");
  }

  @Test
  void aDeregistrationEndsIt() throws IOException {
    assertThat(after("deregistration", 1000, 100_000).binding().status())
        .isEqualTo(BindingState.Status.DEREGISTERED);
  }

  @Test
  void aRefusalLeavesTheEntryOfBefore() throws IOException {
    BindingState binding = after("deregistration-refused", 1000, 100_000).binding();
    assertThat(binding.refusal()).isNotNull();
    assertThat(binding.entry()).isNotNull();
  }

  @Test
  void closedSignallingSeemsToBind() throws IOException {
    BindingState binding = after("encrypted-signalling", 1000, 100_000).binding();
    assertThat(binding.status()).isEqualTo(BindingState.Status.SEEMINGLY);
    assertThat(binding.flags()).isEmpty();
  }

  @Test
  void aHomeAgentIsCountedOverAllItsUes() throws IOException {
    Report report = Goldens.sample("captures/two-behind-one-nat.pcapng");
    var reports = new UeReports(report);
    var ue = reports.summaries().getFirst().ue();
    var correlation = report.audit().correlation();
    At begin = new At(0, 1, correlation.observation().firstNanos());
    assertThat(reports.homeAgent(ue, begin)).hasValue(new UeState.HomeAgent(2, 0, 0));
    At end = new At(0, 100_000, correlation.observation().lastNanos());
    assertThat(reports.homeAgent(ue, end))
        .hasValueSatisfying(agent -> assertThat(agent.bound()).isEqualTo(2));
  }
}
