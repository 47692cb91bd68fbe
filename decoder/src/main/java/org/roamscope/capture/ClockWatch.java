package org.roamscope.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where the clock of the capturing machine may have been set back: where a frame is earlier
 * than the one before from the same interface. Interfaces that a file holds one after the other are
 * no such thing.
 */
public final class ClockWatch {
  /** NTP sets a clock that is off by more than 128 ms, and slews it else. */
  private static final long LEAST_NANOS = 100_000_000;

  /** A file with more of them is not in order. */
  private static final int MOST_STEPS = 16;

  private final List<ClockSteps.Step> steps = new ArrayList<>();

  /** Of all interfaces since the last step. */
  private long latest = Long.MIN_VALUE;

  /** Of each interface since the last step. */
  private long[] latestOf = {};

  private boolean unordered;

  /**
   * Takes the next frame.
   *
   * @param frame its number in the file, from 1
   * @param from its interface, from 0
   * @param timeNanos its time, nanoseconds since 1970
   * @return where the clock seems to have been set back, when that was just before it; else null
   */
  public ClockSteps.@Nullable Step time(int frame, int from, long timeNanos) {
    if (from >= latestOf.length) {
      int before = latestOf.length;
      latestOf = Arrays.copyOf(latestOf, Math.max(from + 1, 2 * before));
      Arrays.fill(latestOf, before, latestOf.length, Long.MIN_VALUE);
    }
    long back = latest == Long.MIN_VALUE ? 0 : latest - timeNanos;
    if (back > LEAST_NANOS) {
      boolean itself = latestOf[from] != Long.MIN_VALUE && latestOf[from] - timeNanos > LEAST_NANOS;
      if (!itself || steps.size() == MOST_STEPS) {
        unordered = true;
        return null;
      }
      ClockSteps.Step step = new ClockSteps.Step(frame, timeNanos, back);
      steps.add(step);
      Arrays.fill(latestOf, Long.MIN_VALUE);
      latest = timeNanos;
      latestOf[from] = timeNanos;
      return step;
    }
    latest = Math.max(latest, timeNanos);
    latestOf[from] = Math.max(latestOf[from], timeNanos);
    return null;
  }

  /** What was found; none in a file that is not in order otherwise. */
  public ClockSteps steps() {
    return unordered ? ClockSteps.NONE : new ClockSteps(steps);
  }
}
