package org.roamscope.gui.viewmodel;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.roamscope.report.Report;
import org.roamscope.report.Statistics;

/**
 * The page of the statistics. The property belongs to the thread of {@code foreground}; counting
 * runs in {@code background}.
 */
public final class StatisticsViewModel {
  private final Executor background;
  private final Executor foreground;
  private final ReadOnlyObjectWrapper<@Nullable Statistics> statistics =
      new ReadOnlyObjectWrapper<>(this, "statistics");
  private int requests;

  /** Nothing counted. */
  public StatisticsViewModel(Executor background, Executor foreground) {
    this.background = background;
    this.foreground = foreground;
  }

  /**
   * Counts what a report holds in place of the one before; null for none.
   *
   * @param names how many names of addresses each capture holds, for the reader
   */
  void show(@Nullable Report report, List<String> names) {
    int request = ++requests;
    if (report == null) {
      statistics.set(null);
    } else { // what was counted before is shown until then
      background.execute(() -> {
        Statistics counted = Statistics.of(report).with("Names of addresses", names);
        foreground.execute(() -> {
          if (request == requests) {
            statistics.set(counted);
          }
        });
      });
    }
  }

  /** True while what was asked for is not there yet. */
  public boolean busy() {
    return statistics.get() == null;
  }

  /** What was counted; null until it is there. */
  public ReadOnlyObjectProperty<@Nullable Statistics> statistics() {
    return statistics.getReadOnlyProperty();
  }
}
