package org.roamscope.cli;

import java.util.Optional;

/** What heap a watch needs for the events that it looks back to. */
final class WindowMemory {
  /** A watch of 10,000 UEs without events. */
  private static final long AT_LEAST = 128 * Heap.MEBIBYTE;

  /**
   * An event, what trackers and a look make of it, and room to collect garbage: with less than
   * this, collections take more than a third of the time (docs/bench.md).
   */
  private static final long OCTETS_PER_EVENT = 1024;

  private static final int ROUND = 1000;

  private WindowMemory() {}

  /** Octets of heap for a window of so many events. */
  static long needed(long events) {
    return AT_LEAST + events * OCTETS_PER_EVENT;
  }

  /**
   * What to say where a window does not fit; empty where it does.
   *
   * @param events the window
   * @param heap octets of the heap
   */
  static Optional<String> warning(long events, long heap) {
    long needed = needed(events);
    if (needed <= heap) {
      return Optional.empty();
    }
    long fits = (heap - AT_LEAST) / OCTETS_PER_EVENT / ROUND * ROUND;
    return Optional.of(
        "--window "
            + events
            + " needs a heap of "
            + Heap.mebibytes(needed)
            + " MiB and this one has "
            + Heap.mebibytes(heap)
            + ", so that collecting garbage may take most of the time: give "
            + Heap.setting(needed)
            + (fits > 0 ? ", or --window " + fits + " at most" : ""));
  }
}
