package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.report.HandoverCard.Fact;
import org.roamscope.report.UeState;

class StateViewModelTest {
  @TempDir private Path folder;

  private final MainViewModel main =
      new MainViewModel(Runnable::run, Runnable::run, Settings.forgetful(), "test");
  private final StateViewModel model = main.ues().state();

  @BeforeEach
  void open() {
    main.open(List.of(SampleFiles.in(folder, "needless-rerun-after")));
    main.ues().choose(main.ues().shown().getFirst());
  }

  private UeState state() {
    return Objects.requireNonNull(model.shown().get()).state();
  }

  private ReportTexts texts() {
    return ReportTexts.of(Objects.requireNonNull(main.report().get()));
  }

  @Test
  void withoutASelectedPacketItShowsTheEnd() {
    assertThat(model.messages()).isEqualTo(14);
    assertThat(model.position().get()).isEqualTo(13);
    assertThat(StateTexts.title(state(), texts())).isEqualTo("After packet 14, at 11.060000 s");
    assertThat(state().ikeSas()).hasSize(2);
  }

  @Test
  void followsTheSelectedPacket() {
    main.select(7);
    assertThat(model.position().get()).isEqualTo(7);
    assertThat(StateTexts.binding(state(), texts()))
        .contains(
            new Fact("Binding", "bound"),
            new Fact("Care-of address", "2001:db8:a::a1"),
            new Fact("K asked / granted", "1 / 1"),
            new Fact("Granted in packet", "6"));
    main.select(9);
    assertThat(StateTexts.binding(state(), texts()))
        .contains(new Fact("Care-of address", "2001:db8:b::a1"));
    assertThat(state().ikeSas())
        .extracting(UeState.Sa::where)
        .containsExactly(UeState.Where.ELSEWHERE);
  }

  @Test
  void goesFromMessageToMessage() {
    model.go(4);
    assertThat(StateTexts.pending(state(), texts()))
        .startsWith("Binding Update ")
        .endsWith(" in packet 5 from 2001:db8:a::a1 has no answer yet.");
    model.step(1);
    assertThat(model.position().get()).isEqualTo(5);
    assertThat(StateTexts.pending(state(), texts())).isEmpty();
    model.step(100);
    assertThat(model.position().get()).isEqualTo(13);
    model.step(-100);
    assertThat(model.position().get()).isZero();
    assertThat(StateTexts.binding(state(), texts()))
        .containsExactly(new Fact("Binding", "not seen yet"));
  }

  @Test
  void saysWhatTheWholeHomeAgentHolds() {
    model.go(13);
    assertThat(StateTexts.rest(Objects.requireNonNull(model.shown().get())))
        .isEqualTo("Home agent 2001:db8:100::1: 1 of 1 UE bound, IKE SAs that stand: 2");
  }

  @Test
  void aRefusalIsSaid() {
    main.open(List.of(SampleFiles.in(folder, "deregistration-refused")));
    main.ues().choose(main.ues().shown().getFirst());
    assertThat(StateTexts.pending(state(), texts())).contains("was refused with status ");
  }

  @Test
  void onlyTheLastPlaceOfTheSliderCounts() {
    Deque<Runnable> waiting = new ArrayDeque<>();
    var slow = new StateViewModel(waiting::add, Runnable::run);
    slow.show(main.ues().detail().get());
    slow.go(3);
    slow.go(8);
    waiting.removeLast().run();
    UeState shown = Objects.requireNonNull(slow.shown().get()).state();
    assertThat(shown.at().frame()).isEqualTo(9);
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
    assertThat(Objects.requireNonNull(slow.shown().get()).state()).isSameAs(shown);
  }

  @Test
  void closingLeavesNothing() {
    main.close();
    assertThat(model.shown().get()).isNull();
    assertThat(model.messages()).isZero();
    model.step(1);
    assertThat(model.position().get()).isEqualTo(-1);
  }
}
