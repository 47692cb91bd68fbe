package org.roamscope.track;

import java.util.List;

/**
 * How well the captures show what was sent.
 *
 * @param cuts captures that left out octets of signalling
 * @param steps captures whose time goes back
 * @param faults what is wrong in signalling messages, one of each kind a frame
 * @param losses when the capturing machine dropped packets
 * @param setBacks where clocks were set back, or files were joined
 */
public record CaptureQuality(
    List<Cut> cuts,
    List<StepBack> steps,
    List<Fault> faults,
    List<Loss> losses,
    List<SetBack> setBacks) {
  /** Nothing to complain of. */
  public static final CaptureQuality GOOD =
      new CaptureQuality(List.of(), List.of(), List.of(), List.of(), List.of());

  /** An own copy. */
  public CaptureQuality {
    cuts = List.copyOf(cuts);
    steps = List.copyOf(steps);
    faults = List.copyOf(faults);
    losses = List.copyOf(losses);
    setBacks = List.copyOf(setBacks);
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

  /**
   * A clock that was set back while it was captured, or a file that begins within another.
   *
   * @param first the first frame with the new time
   * @param backNanos how far back
   * @param addedNanos where it was a clock: what is added to times from there on, as if it had gone
   *     on; else 0
   */
  public record SetBack(At first, long backNanos, long addedNanos) {
    /** True when it was a clock, and is undone. */
    public boolean mended() {
      return addedNanos > 0;
    }

    /** True when it was between these times. */
    boolean between(long fromNanos, long untilNanos) {
      return mended() && fromNanos < first.timeNanos() && first.timeNanos() <= untilNanos;
    }

    /** True when the file has times of that span twice, and it is not known in which order. */
    boolean unsure(long fromNanos, long untilNanos) {
      long begin = first.timeNanos();
      return !mended() && begin <= untilNanos && begin + backNanos >= fromNanos;
    }
  }

  /**
   * True when packets may be missing that were sent in that time, or when it is not sure in which
   * order they were sent.
   */
  public boolean doubtful(long fromNanos, long untilNanos) {
    return losses.stream()
            .anyMatch(loss -> loss.fromNanos() <= untilNanos && loss.untilNanos() >= fromNanos)
        || setBacks.stream().anyMatch(set -> set.unsure(fromNanos, untilNanos));
  }

  /** True when a clock was set in that span, or may have been: how long it was is not known. */
  public boolean unmeasured(long fromNanos, long untilNanos) {
    return fromNanos < untilNanos
        && setBacks.stream()
            .anyMatch(
                set -> set.between(fromNanos, untilNanos) || set.unsure(fromNanos, untilNanos));
  }

  /** Where and when a frame was seen, in the times that are told of it. */
  public At told(At inFile) {
    long time = inFile.timeNanos();
    for (SetBack set : setBacks) {
      At first = set.first();
      if (first.capture() == inFile.capture() && first.frame() <= inFile.frame()) {
        time += set.addedNanos();
      }
    }
    return new At(inFile.capture(), inFile.frame(), time);
  }

  /** The same of captures whose clocks may have been set back. */
  CaptureQuality with(List<SetBack> found) {
    return new CaptureQuality(cuts, steps, faults, losses, found);
  }
}
