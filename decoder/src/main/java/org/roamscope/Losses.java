package org.roamscope;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.roamscope.capture.CaptureProblem;
import org.roamscope.capture.CaptureReader;
import org.roamscope.capture.InterfaceStatistics;
import org.roamscope.capture.RawBlock;
import org.roamscope.track.QualityWatch;

/** What the capturing machine lost, as the statistics blocks of one capture say. */
final class Losses {
  /** Counts of an interface, and the time of the latest frame when they were read. */
  private record Counted(InterfaceStatistics counts, long untilNanos) {}

  private final CaptureReader reader;
  private final Map<Long, Counted> counted = new TreeMap<>();
  private int blocks;

  /** Losses of the capture that is being read. */
  Losses(CaptureReader reader) {
    this.reader = reader;
  }

  /** True when there are blocks that were not looked at yet. */
  boolean due() {
    return reader.otherBlocksRead() > blocks;
  }

  /**
   * Takes the counts that were read since the last call.
   *
   * @param fromNanos time of the earliest frame so far, later than {@code untilNanos} without any
   * @param untilNanos time of the latest frame so far
   * @param quality told of packets that were lost, and of the time in which they were
   */
  void take(long fromNanos, long untilNanos, QualityWatch quality) {
    List<RawBlock> all = reader.otherBlocks();
    for (; blocks < all.size(); blocks++) {
      int section = all.get(blocks).section();
      InterfaceStatistics.of(all.get(blocks))
          .ifPresent(counts -> take(section, counts, fromNanos, untilNanos, quality));
    }
  }

  private void take(
      int section, InterfaceStatistics counts, long from, long until, QualityWatch quality) {
    long key = (long) section << Integer.SIZE | counts.place() & 0xffffffffL;
    Counted before = counted.put(key, new Counted(counts, until));
    long more = counts.dropped() - (before == null ? 0 : before.counts().dropped());
    if (more > 0 && from <= until) {
      quality.lost(before == null ? from : before.untilNanos(), until, more);
    }
  }

  /** True when an interface said how much it lost. */
  boolean known() {
    return !counted.isEmpty();
  }

  /** Packets that all interfaces lost. */
  long sum(ToLongFunction<InterfaceStatistics> by) {
    return counted.values().stream().map(Counted::counts).mapToLong(by).sum();
  }

  /** The same as a problem of the capture; none when nothing was lost. */
  List<CaptureProblem> problems() {
    long dropped = sum(InterfaceStatistics::dropped);
    return dropped <= 0
        ? List.of()
        : List.of(
            new CaptureProblem(
                0,
                null,
                "the capturing machine dropped "
                    + dropped
                    + " packets: verdicts of that time are less sure",
                CaptureProblem.Kind.LOSS));
  }
}
