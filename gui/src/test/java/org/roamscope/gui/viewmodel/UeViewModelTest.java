package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.report.Report;
import org.roamscope.report.UeSummary;

class UeViewModelTest {
  @TempDir private Path folder;

  private Report report() {
    var main = new MainViewModel(Runnable::run, Runnable::run, Settings.forgetful(), "test");
    main.open(List.of(SampleFiles.in(folder, "two-behind-one-nat")));
    return Objects.requireNonNull(main.report().get());
  }

  private UeViewModel opened() {
    var model = new UeViewModel(Runnable::run, Runnable::run);
    model.show(report());
    return model;
  }

  @Test
  void listsTroubleFirst() {
    var model = opened();
    assertThat(model.shown())
        .extracting(UeViewModel::verdict)
        .containsExactly("✗ NEEDLESS_RERUN", "✓ K_HONOURED");
    assertThat(model.shown()).extracting(UeViewModel::k).containsExactly("1 / 1", "1 / 1");
    assertThat(model.shown()).extracting(UeViewModel::findings).containsExactly("1 (Warning)", "");
    assertThat(model.count()).isEqualTo(2);
  }

  @Test
  void searchesAddressesAndVerdicts() {
    var model = opened();
    model.search().set(" ::A1 ");
    assertThat(model.shown()).extracting(UeSummary::id).containsExactly("2001:db8:100::a1");
    model.search().set("needless");
    assertThat(model.shown()).extracting(UeSummary::id).containsExactly("2001:db8:100::a2");
    model.search().set("no such UE");
    assertThat(model.shown()).isEmpty();
    model.search().set("");
    assertThat(model.shown()).hasSize(2);
  }

  /** Not only by the worst, which the list shows. */
  @Test
  void searchesEveryVerdictOfAUe() {
    var main = new MainViewModel(Runnable::run, Runnable::run, Settings.forgetful(), "test");
    main.open(List.of(SampleFiles.in(folder, "stale-after-return")));
    var model = main.ues();
    for (String verdict : List.of("", "K_HONOURED", "stale_home_agent_endpoint")) {
      model.search().set(verdict);
      assertThat(model.shown())
          .extracting(UeViewModel::verdict)
          .containsExactly("✗ STALE_HOME_AGENT_ENDPOINT");
    }
    model.search().set("NEEDLESS_RERUN");
    assertThat(model.shown()).isEmpty();
  }

  @Test
  void theChosenUeHasTimelineLadderAndCards() {
    var model = opened();
    model.choose(model.shown().getFirst());
    UeDetail detail = Objects.requireNonNull(model.detail().get());
    assertThat(model.busy()).isFalse();
    assertThat(detail.worst()).isZero();
    assertThat(detail.card(0).handover()).isEqualTo(detail.handovers().getFirst());
    assertThat(detail.ladder().rows()).isNotEmpty();
    assertThat(detail.timeline().handovers()).hasSize(1);
    assertThat(detail.facts()).startsWith("home agent ");
  }

  @Test
  void onlyTheLastChoiceCounts() {
    Deque<Runnable> waiting = new ArrayDeque<>();
    var model = new UeViewModel(waiting::add, Runnable::run);
    model.show(report());
    waiting.remove().run();
    model.choose(model.shown().getFirst());
    model.choose(model.shown().getLast());
    assertThat(model.busy()).isTrue();
    waiting.removeLast().run();
    waiting.removeLast().run();
    assertThat(model.detail().get())
        .isNotNull()
        .extracting(UeDetail::summary)
        .isEqualTo(model.shown().getLast());
  }

  @Test
  void closingLeavesNothing() {
    var model = opened();
    model.choose(model.shown().getFirst());
    model.search().set("a1");
    model.show(null);
    assertThat(model.shown()).isEmpty();
    assertThat(model.detail().get()).isNull();
    assertThat(model.search().get()).isEmpty();
  }
}
