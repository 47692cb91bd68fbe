package org.roamscope.track;

import java.util.List;

/**
 * How well the captures show what was sent.
 *
 * @param cuts captures that left out octets of signalling
 * @param steps captures whose time goes back
 * @param faults what is wrong in signalling messages, one of each kind a frame
 * @param losses when the capturing machine dropped packets
 */
public record CaptureQuality(
    List<Cut> cuts, List<StepBack> steps, List<Fault> faults, List<Loss> losses) {
  /** Nothing to complain of. */
  public static final CaptureQuality GOOD =
      new CaptureQuality(List.of(), List.of(), List.of(), List.of());

  /** An own copy. */
  public CaptureQuality {
    cuts = List.copyOf(cuts);
    steps = List.copyOf(steps);
    faults = List.copyOf(faults);
    losses = List.copyOf(losses);
  }

  /**
   * Signalling of a capture that the snapshot length cut.
   *
   * @param first the first such frame
   * @param frames how many
   */
  public record Cut(At first, long frames) {}

  /**
   * A time in a capture that lies before that of an earlier frame.
   *
   * @param first the first such frame
   * @param mostNanos how far back, at most
   * @param frames how many
   */
  public record StepBack(At first, long mostNanos, long frames) {}

  /**
   * Packets that the capturing machine dropped, between two counts of it.
   *
   * @param fromNanos time of the latest frame before the count before
   * @param untilNanos time of the latest frame before this count
   * @param packets how many
   */
  public record Loss(long fromNanos, long untilNanos, long packets) {}

  /** True when packets may be missing that were sent in that time. */
  public boolean lossy(long fromNanos, long untilNanos) {
    return losses.stream()
        .anyMatch(loss -> loss.fromNanos() <= untilNanos && loss.untilNanos() >= fromNanos);
  }
}
