package org.roamscope.track;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.roamscope.bytes.BoundedMap;
import org.roamscope.field.IpAddress;

/**
 * When packets came from where, in runs: interruptions and silence are measured by it. Takes
 * packets in any order.
 */
public final class Activity {
  /** Packets closer together than this are one run. */
  public static final long RUN_NANOS = At.SECOND / 10;

  private static final int MOST_PLACES = 100_000;
  private static final int MOST_RUNS = 1024;

  /**
   * Where a packet comes from: outermost source, with the port of a UDP tunnel, which tells UEs
   * behind one NAT apart.
   *
   * @param address source
   * @param port UDP source port, 0 without a tunnel in UDP
   */
  public record Place(IpAddress address, int port) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::address).thenComparingInt(Place::port);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private static final class Run {
    private long first;
    private long last;

    Run(long time) {
      first = time;
      last = time;
    }

    boolean takes(long time) {
      boolean near = time >= first - RUN_NANOS && time <= last + RUN_NANOS;
      if (near) {
        first = Math.min(first, time);
        last = Math.max(last, time);
      }
      return near;
    }
  }

  private final BoundedMap<Place, List<Run>> places = new BoundedMap<>(MOST_PLACES);

  /** A packet. */
  public void packet(Place from, long timeNanos) {
    List<Run> runs = places.getOrAdd(from, ArrayList::new);
    if (!runs.isEmpty() && runs.getLast().takes(timeNanos)) {
      return;
    }
    if (runs.size() == MOST_RUNS) {
      runs.removeFirst();
    }
    runs.add(new Run(timeNanos));
  }

  /**
   * Time without packets of a UE when it moved: from the last one that left the old place to the
   * first that left the new one.
   *
   * @param from place left
   * @param to place moved to
   * @param aroundNanos when it moved; only packets within {@code withinNanos} of it count
   * @param withinNanos how far to look
   * @return nanoseconds, 0 where both were used at once; empty when one of them sent nothing
   */
  public OptionalLong interruption(Place from, Place to, long aroundNanos, long withinNanos) {
    List<Run> left = places.get(from);
    List<Run> entered = places.get(to);
    if (left == null || entered == null) {
      return OptionalLong.empty();
    }
    OptionalLong begin =
        entered.stream()
            .filter(run -> run.last >= aroundNanos - withinNanos)
            .mapToLong(run -> run.first)
            .filter(first -> Math.abs(first - aroundNanos) <= withinNanos)
            .min();
    if (begin.isEmpty()) {
      return OptionalLong.empty();
    }
    long first = begin.getAsLong();
    OptionalLong end =
        left.stream()
            .filter(run -> run.first <= first && run.last >= aroundNanos - withinNanos)
            .mapToLong(run -> Math.min(run.last, first))
            .max();
    return end.isEmpty() ? end : OptionalLong.of(first - end.getAsLong());
  }

  /**
   * The longest time without a packet from a place.
   *
   * @param from place
   * @param beginNanos a time at which it sent
   * @param endNanos where to stop looking
   * @return nanoseconds, at most the whole time
   */
  public long longestSilence(Place from, long beginNanos, long endNanos) {
    List<Run> runs = places.get(from);
    long longest = 0;
    long last = beginNanos;
    if (runs != null) {
      List<Run> sorted = new ArrayList<>(runs);
      sorted.sort(Comparator.comparingLong(run -> run.first));
      for (Run run : sorted) {
        if (run.last >= beginNanos && run.first <= endNanos) {
          longest = Math.max(longest, run.first - last);
          last = Math.max(last, run.last);
        }
      }
    }
    return Math.max(longest, endNanos - last);
  }
}
