package org.roamscope.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;
import org.roamscope.track.At;
import org.roamscope.track.Movement;
import org.roamscope.track.Registration;
import org.roamscope.track.Ue;

/** Where a UE is at a time, and which lifeline stands for the place. */
final class LadderPlaces {
  /** Lifelines of care-of addresses; further ones share one. */
  private static final int MAX_PLACES = 6;

  /** Lifelines of NATs; further ones share the last. */
  private static final int MAX_NATS = 2;

  /** A UE runs IKE at a new place this long before it registers there. */
  private static final long AHEAD_NANOS = 60 * At.SECOND;

  /** Addresses named in a legend. */
  private static final int MAX_NAMED = 8;

  /**
   * A place of the UE.
   *
   * @param address care-of or home address
   * @param nat outer address of the NAT before it, or null
   */
  record Spot(IpAddress address, @Nullable IpAddress nat) {}

  private final Ue ue;

  /** Registrations behind NATs by their outer address, then by their beginning. */
  private final Map<IpAddress, NavigableMap<Long, Registration>> natted = new HashMap<>();

  private final Map<IpAddress, Integer> places = new LinkedHashMap<>();
  private final Map<IpAddress, Integer> nats = new LinkedHashMap<>();
  private final Set<IpAddress> agents = new TreeSet<>();
  private boolean home;

  LadderPlaces(Ue ue) {
    this.ue = ue;
    for (Registration registration : ue.registrations()) {
      if (registration.natted()) {
        natted
            .computeIfAbsent(registration.path().source(), any -> new TreeMap<>())
            .put(registration.begunNanos(), registration);
      }
    }
    agents.addAll(ue.homeAgentAddresses());
  }

  /** The place of a registration. */
  static Spot of(Registration registration) {
    return new Spot(
        registration.careOfAddress(), registration.natted() ? registration.path().source() : null);
  }

  /** The place behind the outer address of a message. */
  Spot of(IpAddress outer, long nanos) {
    NavigableMap<Long, Registration> there = natted.get(outer);
    if (there == null) {
      return new Spot(outer, null);
    }
    Map.Entry<Long, Registration> begun = there.floorEntry(nanos + AHEAD_NANOS);
    return of((begun == null ? there.firstEntry() : begun).getValue());
  }

  /** Gives the place a lifeline; call in time order. */
  void see(Spot spot) {
    if (spot.address().equals(ue.homeAddress())) {
      home = true;
    } else {
      places.putIfAbsent(spot.address(), places.size());
    }
    if (spot.nat() != null) {
      nats.putIfAbsent(spot.nat(), nats.size());
    }
  }

  /** The lifeline of the UE at a place that was seen. */
  int column(Spot spot) {
    if (spot.address().equals(ue.homeAddress())) {
      return 0;
    }
    return (home ? 1 : 0) + Math.min(MAX_PLACES, places.getOrDefault(spot.address(), 0));
  }

  /** The lifelines of NATs before a place that was seen. */
  List<Integer> via(Spot spot) {
    IpAddress nat = spot.nat();
    return nat == null
        ? List.of()
        : List.of(firstNat() + Math.min(MAX_NATS - 1, nats.getOrDefault(nat, 0)));
  }

  private int firstNat() {
    return (home ? 1 : 0) + Math.min(MAX_PLACES + 1, places.size());
  }

  /** The lifeline of the home agent. */
  int agent() {
    return firstNat() + Math.min(MAX_NATS, nats.size());
  }

  /** Short name of a place that was seen. */
  String name(Spot spot) {
    if (spot.address().equals(ue.homeAddress())) {
      return "home";
    }
    int number = places.getOrDefault(spot.address(), 0);
    return number < MAX_PLACES ? careOf(number) : "else";
  }

  private static String careOf(int number) {
    return "CoA" + (number + 1);
  }

  /** {@code CoA1 -> CoA2}; with the NATs where nothing else changes. */
  String move(Movement movement) {
    Registration from = movement.from();
    Registration to = movement.registration();
    long begin = movement.begin().timeNanos();
    Spot left =
        from != null
            ? of(from)
            : movement.fromAddress() == null ? null : of(movement.fromAddress(), begin);
    Spot entered = to == null ? of(movement.to(), begin) : of(to);
    if (left == null) {
      return "an unseen place -> " + name(entered);
    }
    boolean sameName = name(left).equals(name(entered));
    return named(left, sameName) + " -> " + named(entered, sameName);
  }

  private String named(Spot spot, boolean withNat) {
    List<Integer> via = via(spot);
    return !withNat || via.isEmpty()
        ? name(spot)
        : name(spot) + " behind " + columns().get(via.getFirst()).name();
  }

  /** All lifelines. */
  List<LadderColumn> columns() {
    List<LadderColumn> columns = new ArrayList<>();
    if (home) {
      columns.add(
          new LadderColumn(LadderColumn.Kind.HOME, "home", List.of(ue.homeAddress().toString())));
    }
    List<IpAddress> seen = List.copyOf(places.keySet());
    for (int i = 0; i < Math.min(MAX_PLACES, seen.size()); i++) {
      columns.add(column(LadderColumn.Kind.CARE_OF, careOf(i), seen.subList(i, i + 1)));
    }
    if (seen.size() > MAX_PLACES) {
      columns.add(
          column(LadderColumn.Kind.ELSEWHERE, "else", seen.subList(MAX_PLACES, seen.size())));
    }
    List<IpAddress> walls = List.copyOf(nats.keySet());
    for (int i = 0; i < Math.min(MAX_NATS, walls.size()); i++) {
      boolean rest = i == MAX_NATS - 1;
      String name =
          walls.size() == 1
              ? "NAT"
              : "NAT" + (i + 1) + (rest && walls.size() > MAX_NATS ? "+" : "");
      columns.add(
          column(LadderColumn.Kind.NAT, name, walls.subList(i, rest ? walls.size() : i + 1)));
    }
    columns.add(column(LadderColumn.Kind.HOME_AGENT, "HA", List.copyOf(agents)));
    return List.copyOf(columns);
  }

  private static LadderColumn column(
      LadderColumn.Kind kind, String name, List<IpAddress> addresses) {
    List<String> named = new ArrayList<>();
    addresses.stream().limit(MAX_NAMED).map(IpAddress::toString).forEach(named::add);
    if (addresses.size() > MAX_NAMED) {
      named.add("and " + (addresses.size() - MAX_NAMED) + " more");
    }
    return new LadderColumn(kind, name, List.copyOf(named));
  }
}
