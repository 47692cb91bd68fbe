package org.roamscope.track;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who was at one address, and when. Nearly always it is one UE; behind a NAT it may be thousands.
 */
final class Guests {
  /**
   * A UE that was there, or came there.
   *
   * @param ue who
   * @param place of the UE among the guests
   * @param distance nanoseconds from its arrival to the time asked for, or from that to its arrival
   */
  record Guest(Ue ue, int place, long distance) {
    /** The nearest first. */
    static final Comparator<Guest> NEAREST =
        Comparator.comparingLong(Guest::distance).thenComparingInt(Guest::place);
  }

  /** A stay of one UE, from a registration there until the one that took it elsewhere. */
  private record Stay(Ue ue, int place, long from, long until) {}

  private final Ue first;
  private final Presence presence;
  private @Nullable Map<Ue, Presence> all;
  private @Nullable List<Stay> stays;

  /**
   * Those of an address that a UE is the first to come to.
   *
   * @param stops when it registered, there and elsewhere
   */
  Guests(Ue first, long[] stops) {
    this.first = first;
    presence = new Presence(stops, 0);
  }

  /**
   * One more stay of a UE, that begins with or after all others of it and ends not before them.
   *
   * @param stops when it registered, here and elsewhere: the same for all its stays
   * @param stop number of the registration here
   * @param elsewhere number of the first one elsewhere that follows, or how many there are
   */
  void add(Ue ue, long[] stops, int stop, int elsewhere) {
    stays = null;
    if (all == null && !first.equals(ue)) {
      all = new LinkedHashMap<>();
      all.put(first, presence);
    }
    Map<Ue, Presence> known = all;
    Presence its =
        known == null
            ? presence
            : known.computeIfAbsent(ue, any -> new Presence(stops, known.size()));
    its.add(stop, elsewhere);
  }

  /** How many UEs. */
  int size() {
    return all == null ? 1 : all.size();
  }

  /** Who, in the order in which they were added. */
  Set<Ue> ues() {
    return all == null ? Set.of(first) : all.keySet();
  }

  /** When a UE was here, or null when it never was. */
  @Nullable Presence of(Ue ue) {
    if (all != null) {
      return all.get(ue);
    }
    return ue.equals(first) ? presence : null;
  }

  /** All of them, in the order in which they were added. */
  void forEach(BiConsumer<Ue, Presence> action) {
    if (all == null) {
      action.accept(first, presence);
    } else {
      all.forEach(action);
    }
  }

  /**
   * Of the UEs that suit and are there at a time, or arrive soon, those that arrived or will arrive
   * nearest to it: all of them when they are as near, else one more, if there is one.
   *
   * @param time nanoseconds since 1970
   * @param until arrivals after it are too late
   * @param ahead those that arrive alone
   * @param suits asked of each of them, the nearest first
   */
  List<Guest> nearest(long time, long until, boolean ahead, Predicate<Ue> suits) {
    List<Stay> sorted = stays();
    int next = begun(sorted, time);
    int before = ahead ? -1 : next - 1;
    List<Guest> found = new ArrayList<>();
    Set<Ue> asked = new HashSet<>();
    while (before >= 0 || next < sorted.size() && sorted.get(next).from() <= until) {
      long since = before < 0 ? Long.MAX_VALUE : time - sorted.get(before).from();
      long left =
          next < sorted.size() && sorted.get(next).from() <= until
              ? sorted.get(next).from() - time
              : Long.MAX_VALUE;
      Stay stay = since < left ? sorted.get(before--) : sorted.get(next++);
      long distance = Math.min(since, left);
      if (found.size() > 1 && distance > found.getFirst().distance()) {
        break;
      }
      if (stay.until() > time && asked.add(stay.ue()) && suits.test(stay.ue())) {
        found.add(new Guest(stay.ue(), stay.place(), distance));
      }
    }
    return found;
  }

  private static int begun(List<Stay> sorted, long time) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).from() <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** All stays in the order of their begins. */
  private List<Stay> stays() {
    if (stays == null) {
      List<Stay> sorted = new ArrayList<>();
      forEach((ue, its) ->
          its.forEach((from, until) -> sorted.add(new Stay(ue, its.place(), from, until))));
      sorted.sort(Comparator.comparingLong(Stay::from));
      stays = sorted;
    }
    return stays;
  }
}
