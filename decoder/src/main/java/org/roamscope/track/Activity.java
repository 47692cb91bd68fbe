package org.roamscope.track;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.BoundedMap;
import org.roamscope.field.IpAddress;

/**
 * When packets came from where, in runs: interruptions and silence are measured by it. Takes
 * packets in any order. Of more runs than there is room for, those go whose last packet came first,
 * and it is known how far back what is left reaches.
 */
public final class Activity {
  /** Packets closer together than this are one run. */
  public static final long RUN_NANOS = At.SECOND / 10;

  /** Of one place. */
  private static final int MOST_RUNS = 1024;

  private static final int OCTETS_PER_RUN = 48;

  /** A place, its entry in the table and its list take as much as so many runs. */
  private static final int RUNS_PER_PLACE = 8;

  /** User traffic is a side matter: signalling needs the memory. */
  private static final int SHARE_OF_HEAP = 32;

  private static final int USUAL_ROOM = 1 << 20;

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

  /** Also a link in the row of all runs, from the one that was the longest time ago. */
  private static final class Run {
    private final Runs place;
    private long first;
    private long last;
    private @Nullable Run earlier;
    private @Nullable Run later;

    Run(Runs place, long time) {
      this.place = place;
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

  /** Runs of a place. */
  private static final class Runs {
    private final Place place;
    private final Deque<Run> all = new ArrayDeque<>();

    /** Up to then, packets of this place may be missing. */
    private long goneUntil;

    Runs(Place place, long goneUntil) {
      this.place = place;
      this.goneUntil = goneUntil;
    }
  }

  private final int room;
  private final BoundedMap<Place, Runs> places;
  private @Nullable Run oldest;
  private @Nullable Run newest;
  private long taken;

  /** Up to then, packets of places that are not in the table may be missing. */
  private long goneUntil = Long.MIN_VALUE;

  /**
   * Room in a heap: a thirty-second part of it.
   *
   * @param heapOctets what the heap may grow to
   * @return runs; a place counts as eight
   */
  public static int roomIn(long heapOctets) {
    return Math.clamp(heapOctets / SHARE_OF_HEAP / OCTETS_PER_RUN, 1024, Integer.MAX_VALUE);
  }

  /** With room for a million runs. */
  public Activity() {
    this(USUAL_ROOM);
  }

  /**
   * With room for so many runs; a place counts as eight.
   *
   * @param room at least 9: a place with a run
   */
  public Activity(int room) {
    int most = room / (RUNS_PER_PLACE + 1);
    if (most < 1) {
      throw new IllegalArgumentException("room for " + room + " runs");
    }
    this.room = room;
    // One more than there can be: the table itself never has to give up a place.
    places = new BoundedMap<>(most + 1);
  }

  /** A packet. */
  public void packet(Place from, long timeNanos) {
    Runs runs = places.get(from);
    if (runs == null) {
      runs = new Runs(from, goneUntil);
      places.put(from, runs);
      taken += RUNS_PER_PLACE;
    }
    Run latest = runs.all.peekLast();
    if (latest != null && latest.takes(timeNanos)) {
      if (latest != newest) {
        unlink(latest);
        link(latest);
      }
      return;
    }
    Run run = new Run(runs, timeNanos);
    runs.all.addLast(run);
    link(run);
    taken++;
    if (runs.all.size() > MOST_RUNS) {
      giveUp(runs.all.getFirst());
    }
    while (taken > room && oldest != null) {
      giveUp(oldest);
    }
  }

  private void link(Run run) {
    run.earlier = newest;
    if (newest == null) {
      oldest = run;
    } else {
      newest.later = run;
    }
    newest = run;
  }

  private void unlink(Run run) {
    Run before = run.earlier;
    Run after = run.later;
    if (before == null) {
      oldest = after;
    } else {
      before.later = after;
    }
    if (after == null) {
      newest = before;
    } else {
      after.earlier = before;
    }
    run.earlier = null;
    run.later = null;
  }

  /** Gives up all, as a watch does with what it looked back to. */
  public void giveUpAll() {
    while (oldest != null) {
      giveUp(oldest);
    }
  }

  /** Runs of a place go in the order in which they came: only the latest of it goes on. */
  private void giveUp(Run run) {
    unlink(run);
    Runs runs = run.place;
    runs.all.removeFirst();
    runs.goneUntil = Math.max(runs.goneUntil, run.last);
    taken--;
    if (runs.all.isEmpty()) {
      places.remove(runs.place);
      taken -= RUNS_PER_PLACE;
      goneUntil = Math.max(goneUntil, runs.goneUntil);
    }
  }

  /**
   * Time without packets of a UE when it moved: from the last one that left the old place to the
   * first that left the new one.
   *
   * @param from place left
   * @param to place moved to
   * @param aroundNanos when it moved; only packets within {@code withinNanos} of it count
   * @param withinNanos how far to look
   * @return nanoseconds, 0 where both were used at once; empty when one of them sent nothing, or
   *     when that is no longer known
   */
  public OptionalLong interruption(Place from, Place to, long aroundNanos, long withinNanos) {
    Runs left = places.get(from);
    Runs entered = places.get(to);
    long since = aroundNanos - withinNanos;
    if (left == null || entered == null || entered.goneUntil >= since) {
      return OptionalLong.empty();
    }
    OptionalLong begin =
        entered.all.stream()
            .filter(run -> run.last >= since)
            .mapToLong(run -> run.first)
            .filter(first -> Math.abs(first - aroundNanos) <= withinNanos)
            .min();
    if (begin.isEmpty()) {
      return OptionalLong.empty();
    }
    long first = begin.getAsLong();
    OptionalLong end =
        left.all.stream()
            .filter(run -> run.first <= first && run.last >= since)
            .mapToLong(run -> Math.min(run.last, first))
            .max();
    return end.isEmpty() || end.getAsLong() < left.goneUntil
        ? OptionalLong.empty()
        : OptionalLong.of(first - end.getAsLong());
  }

  /**
   * The longest time without a packet from a place, as far back as its packets are known.
   *
   * @param from place
   * @param beginNanos a time at which it sent
   * @param endNanos where to stop looking
   * @return nanoseconds, at most the whole time; empty when nothing of it is known any more
   */
  public OptionalLong longestSilence(Place from, long beginNanos, long endNanos) {
    Runs runs = places.get(from);
    long known = Math.max(beginNanos, runs == null ? goneUntil : runs.goneUntil);
    if (known > beginNanos && known >= endNanos) {
      return OptionalLong.empty();
    }
    long longest = 0;
    long last = known;
    if (runs != null) {
      List<Run> sorted = new ArrayList<>(runs.all);
      sorted.sort(Comparator.comparingLong(run -> run.first));
      for (Run run : sorted) {
        if (run.last >= known && run.first <= endNanos) {
          longest = Math.max(longest, run.first - last);
          last = Math.max(last, run.last);
        }
      }
    }
    return OptionalLong.of(Math.max(longest, endNanos - last));
  }
}
