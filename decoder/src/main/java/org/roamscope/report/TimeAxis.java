package org.roamscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.roamscope.track.At;

/**
 * A time axis with ticks at round numbers.
 *
 * @param zeroNanos what times are told from
 * @param fromNanos left end
 * @param untilNanos right end
 * @param left pixel of the left end
 * @param right pixel of the right end
 */
public record TimeAxis(long zeroNanos, long fromNanos, long untilNanos, double left, double right) {
  /** Ticks at most. */
  private static final int MOST = 9;

  private static final long MINUTE = 60 * At.SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final List<Long> STEPS = steps();

  private static List<Long> steps() {
    List<Long> steps = new ArrayList<>();
    for (long power = 1; power < At.SECOND; power *= 10) {
      steps.addAll(List.of(power, 2 * power, 5 * power));
    }
    for (long seconds : List.of(1, 2, 5, 10, 15, 30)) {
      steps.add(seconds * At.SECOND);
    }
    for (long minutes : List.of(1, 2, 5, 10, 15, 30)) {
      steps.add(minutes * MINUTE);
    }
    for (long hours = 1; hours < 1_000_000; hours *= 2) {
      steps.add(hours * HOUR);
    }
    return List.copyOf(steps);
  }

  /** Pixel of a time; beyond the ends it is the end. */
  public double x(long nanos) {
    double share = ((double) nanos - fromNanos) / Math.max(1.0, (double) untilNanos - fromNanos);
    return left + Math.clamp(share, 0.0, 1.0) * (right - left);
  }

  private long step() {
    long span = Math.max(1, untilNanos - fromNanos);
    return STEPS.stream().filter(step -> span / step < MOST).findFirst().orElse(STEPS.getLast());
  }

  /** Times of the ticks. */
  public List<Long> ticks() {
    long step = step();
    List<Long> ticks = new ArrayList<>();
    long first = zeroNanos + Math.ceilDiv(fromNanos - zeroNanos, step) * step;
    for (long tick = first; tick <= untilNanos && ticks.size() <= MOST; tick += step) {
      ticks.add(tick);
    }
    return ticks;
  }

  /** {@code 2.5 s}, or {@code 0:02:30} where steps are minutes. */
  public String label(long tick) {
    long step = step();
    long since = tick - zeroNanos;
    if (step >= MINUTE) {
      return String.format(
          Locale.ROOT, "%d:%02d:%02d", since / HOUR, since / MINUTE % 60, since / At.SECOND % 60);
    }
    int digits = 0;
    for (long unit = At.SECOND; unit > step && digits < 9; unit /= 10) {
      digits++;
    }
    return String.format(Locale.ROOT, "%." + digits + "f s", since / (double) At.SECOND);
  }
}
