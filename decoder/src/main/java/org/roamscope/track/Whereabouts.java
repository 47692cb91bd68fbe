package org.roamscope.track;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;

/** Who was at the addresses that IKE came from, and when, as registrations tell. */
final class Whereabouts {
  /** As many UEs are looked at on all processors before what was found is put together. */
  private static final int TOGETHER = 1024;

  private final Map<IpAddress, Guests> guests = new HashMap<>();
  private final Sides sides;

  /**
   * Of UEs.
   *
   * @param strays acknowledgements that show where a UE was, too
   * @param sas what is asked for: addresses of their mobile nodes, and no others
   */
  Whereabouts(Sides sides, Strays strays, List<Ue> ues, List<IkeSa> sas) {
    this.sides = sides;
    Set<IpAddress> used = addresses(sas);
    if (!used.isEmpty()) {
      indexStays(ues, strays, used);
    }
  }

  /** Who was at an address; null when nobody registered from there. */
  @Nullable Guests at(IpAddress address) {
    return guests.get(address);
  }

  /** Where mobile nodes sent IKE from: nothing else of where they stayed is asked for. */
  private Set<IpAddress> addresses(List<IkeSa> sas) {
    Set<IpAddress> used = new HashSet<>();
    for (IkeSa sa : sas) {
      boolean ueInitiated = sides.ueInitiated(sa);
      for (IkeSa.Endpoints ends : sa.endpoints()) {
        used.add(ueInitiated ? ends.initiator() : ends.responder());
      }
      for (IkeExchange exchange : sa.exchanges()) {
        IkeSa.Endpoints sent = exchange.first();
        used.add(ueInitiated ? sent.initiator() : sent.responder());
      }
    }
    return used;
  }

  /**
   * A sign that a UE is at a place.
   *
   * @param begin nanoseconds since 1970
   * @param registration there, or null
   * @param stray the acknowledgement of one that the capture lacks, or null
   */
  private record Stop(
      long begin,
      @Nullable Registration registration,
      Event.@Nullable BindingAcknowledgement stray) {
    Set<IpAddress> addresses() {
      return registration != null
          ? registration.addresses()
          : Set.of(Objects.requireNonNull(stray).path().destination());
    }

    boolean samePlace(Stop other) {
      return registration != null && other.registration != null
          ? registration.samePlace(other.registration)
          : !Collections.disjoint(addresses(), other.addresses());
    }
  }

  private static List<Stop> stops(Ue ue, List<Event.BindingAcknowledgement> strays) {
    List<Stop> stops = new ArrayList<>();
    for (Registration registration : ue.registrations()) {
      stops.add(new Stop(registration.begunNanos(), registration, null));
    }
    boolean any = false;
    for (Event.BindingAcknowledgement stray : strays) {
      if (stray.accepted()) {
        stops.add(new Stop(stray.timeNanos(), null, stray));
        any = true;
      }
    }
    if (any) {
      stops.sort(Comparator.comparingLong(Stop::begin));
    }
    return stops;
  }

  /**
   * A stop at an address.
   *
   * @param index place among the stops of the UE
   * @param next place of the first one somewhere else
   */
  private record Stay(IpAddress address, int index, int next) {}

  /** Where a UE stopped, of the addresses that are asked for. */
  private static final class Stays {
    private final Ue ue;
    private final long[] begins;
    private final List<Stay> all = new ArrayList<>();

    Stays(Ue ue, List<Stop> stops, Set<IpAddress> used) {
      this.ue = ue;
      begins = stops.stream().mapToLong(Stop::begin).toArray();
      int next = 0; // the first one at another place
      for (int i = 0; i < stops.size(); i++) {
        Stop stop = stops.get(i);
        next = Math.max(next, i + 1);
        while (next < stops.size() && stops.get(next).samePlace(stop)) {
          next++;
        }
        for (IpAddress address : stop.addresses()) {
          if (used.contains(address)) {
            all.add(new Stay(address, i, next));
          }
        }
      }
    }
  }

  /** Looked for on all processors, put together in the order of the UEs. */
  private void indexStays(List<Ue> ues, Strays strays, Set<IpAddress> used) {
    for (int from = 0; from < ues.size(); from += TOGETHER) {
      ues.subList(from, Math.min(ues.size(), from + TOGETHER)).parallelStream()
          .map(ue -> new Stays(ue, stops(ue, strays.of(ue)), used))
          .toList()
          .forEach(this::index);
    }
  }

  private void index(Stays stays) {
    for (Stay stay : stays.all) {
      guests
          .computeIfAbsent(stay.address(), any -> new Guests(stays.ue, stays.begins))
          .add(stays.ue, stays.begins, stay.index(), stay.next());
    }
  }
}
