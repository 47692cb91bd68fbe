package org.roamscope.track;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Watches the quality of captures, frame by frame in the order of the files. */
public final class QualityWatch {
  /** Faults remembered; a flood of them says no more. */
  private static final int MAX_FAULTS = 10_000;

  private static final int MAX_LOSSES = 10_000;

  /** Interfaces of one machine are not read in step; that is no fault of the clock. */
  private static final long TOLERATED_NANOS = At.SECOND;

  private final List<CaptureQuality.Cut> cuts = new ArrayList<>();
  private final List<CaptureQuality.StepBack> steps = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private final List<CaptureQuality.Loss> losses = new ArrayList<>();
  private final List<CaptureQuality.SetBack> setBacks = new ArrayList<>();
  private long latest = Long.MIN_VALUE;
  private CaptureQuality.@Nullable Cut cut;
  private CaptureQuality.@Nullable StepBack step;

  /**
   * Takes the time of the next frame.
   *
   * @param capture index of its capture
   * @param frame its number
   * @param timeNanos its time
   */
  public void time(int capture, int frame, long timeNanos) {
    long back = latest == Long.MIN_VALUE ? 0 : latest - timeNanos;
    latest = Math.max(latest, timeNanos);
    if (back > TOLERATED_NANOS) {
      At at = new At(capture, frame, timeNanos);
      step =
          step == null
              ? new CaptureQuality.StepBack(at, back, 1)
              : new CaptureQuality.StepBack(
                  step.first(), Math.max(back, step.mostNanos()), step.frames() + 1);
    }
  }

  /** Takes a frame with signalling that is longer on the wire than in the file. */
  public void cut(At at) {
    cut =
        cut == null
            ? new CaptureQuality.Cut(at, 1)
            : new CaptureQuality.Cut(cut.first(), cut.frames() + 1);
  }

  /** Takes what is wrong in a frame. */
  public void faults(List<Fault> found) {
    for (Fault fault : found) {
      if (faults.size() < MAX_FAULTS) {
        faults.add(fault);
      }
    }
  }

  /**
   * Takes packets that were dropped.
   *
   * @param fromNanos time of the latest frame before the count before, or of the first frame
   * @param untilNanos time of the latest frame
   * @param packets how many
   */
  public void lost(long fromNanos, long untilNanos, long packets) {
    if (losses.size() == MAX_LOSSES) {
      losses.removeFirst();
    }
    losses.add(new CaptureQuality.Loss(fromNanos, untilNanos, packets));
  }

  /** Takes where the clock of a capture was set back. */
  public void setBack(CaptureQuality.SetBack found) {
    setBacks.add(found);
  }

  /** The capture is read; the next one has a clock of its own. */
  public void endOfCapture() {
    if (cut != null) {
      cuts.add(cut);
    }
    if (step != null) {
      steps.add(step);
    }
    cut = null;
    step = null;
    latest = Long.MIN_VALUE;
  }

  /** What was seen. */
  public CaptureQuality result() {
    return new CaptureQuality(cuts, steps, faults, losses, setBacks);
  }
}
