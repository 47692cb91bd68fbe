package org.roamscope.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamscope.audit.Verdict;
import org.roamscope.report.Statistics;

class StatisticsViewModelTest {
  @TempDir private Path folder;

  @Test
  void countsWhatIsOpenAndForgetsWhatIsClosed() {
    var main = new MainViewModel(Runnable::run, Runnable::run, Settings.forgetful(), "test");
    assertThat(main.statistics().busy()).isTrue();
    main.open(List.of(SampleFiles.in(folder, "two-behind-one-nat")));
    Statistics counted = Objects.requireNonNull(main.statistics().statistics().get());
    assertThat(counted.verdicts())
        .extracting(Statistics.OfVerdict::verdict)
        .containsExactly(Verdict.NEEDLESS_RERUN, Verdict.K_HONOURED);
    assertThat(counted.captures()).hasSize(1);
    main.close();
    assertThat(main.statistics().statistics().get()).isNull();
  }

  /** Counting of a report that is no longer shown changes nothing when it ends. */
  @Test
  void whatComesTooLateIsNotShown() {
    var main = new MainViewModel(Runnable::run, Runnable::run, Settings.forgetful(), "test");
    main.open(List.of(SampleFiles.in(folder, "k-honoured")));
    var report = Objects.requireNonNull(main.report().get());
    Deque<Runnable> later = new ArrayDeque<>();
    var model = new StatisticsViewModel(later::add, Runnable::run);
    model.show(report, List.of());
    model.show(null, List.of());
    later.forEach(Runnable::run);
    assertThat(model.statistics().get()).isNull();
  }
}
