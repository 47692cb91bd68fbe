package org.roamscope.track;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;

/**
 * Finds whose IKE SAs are. Without keys identities are hidden, so addresses and times have to tell:
 * an SA belongs to the UE that registers from its address right after it began, else to the UE that
 * is registered there at the time. An address may serve several UEs one after another, or at once
 * behind a NAT, where the same NAT mapping (address and port) means the same UE. For an SA at an
 * address from which nobody registers there are two more signs: the home agent clears an SA of the
 * UE while it authenticates the new one, or the interface identifier of the address is that of the
 * UE's care-of address.
 */
final class OwnerSearch {
  /** A UE that ran IKE registers within this time. */
  private static final long ATTACH_NANOS = 60 * At.SECOND;

  /** An SA in use may show a new place this long before the Binding Update does. */
  private static final long AHEAD_NANOS = 10 * At.SECOND;

  /** Who needs another SA runs IKE within this time of its registration. */
  private static final long RERUN_NANOS = 5 * At.SECOND;

  /** A home agent that replaces an SA clears the old one within this time of IKE_AUTH. */
  private static final long CLEAR_NANOS = At.SECOND / 4;

  /** As many UEs at an address are looked at one by one. */
  private static final int A_FEW = 16;

  /** A shorter home prefix is not one mobile node's. */
  private static final int OWN_PREFIX = 64;

  private final Whereabouts whereabouts;
  private final Map<IpAddress, TreeSet<Long>> starts = new HashMap<>();
  private final Map<IkeSa, Ue> owners = new LinkedHashMap<>();
  private final Map<Long, Set<Ue>> interfaces = new HashMap<>();
  private final Map<IpAddress, TreeMap<Long, IkeSa>> agentRequests = new HashMap<>();
  private final TreeMap<IpAddress, Ue> homes = new TreeMap<>();
  private final Set<IkeSa> named = new HashSet<>();
  private final Map<IkeSa, Set<Ue>> rivals = new LinkedHashMap<>();
  private Set<Ue> attached = Set.of();
  private final Sides sides;
  private final NatMappings mappings;
  private final int few;

  /** SAs that are surely one UE's, once that is known: they tell its NAT mappings. */
  private Map<Ue, List<IkeSa>> sure = Map.of();

  /** Finds them. */
  OwnerSearch(Sides sides, Strays strays, List<Ue> ues, List<IkeSa> sas) {
    this(sides, strays, ues, sas, A_FEW);
  }

  /**
   * Finds them.
   *
   * @param few where no more UEs were at an address, they are looked at one by one
   */
  OwnerSearch(Sides sides, Strays strays, List<Ue> ues, List<IkeSa> sas, int few) {
    this.sides = sides;
    mappings = new NatMappings(sides, sas);
    this.few = few;
    whereabouts = new Whereabouts(sides, strays, ues, sas);
    if (sas.stream().anyMatch(sa -> !sa.addresses().isEmpty() || !sa.homePrefixes().isEmpty())) {
      indexHomes(ues);
    }
    for (IkeSa sa : sas) {
      if (sa.startSeen()) {
        starts
            .computeIfAbsent(
                sides.ueAddress(sa, sa.endpoints().getFirst()), address -> new TreeSet<>())
            .add(sa.first().timeNanos());
      }
    }
    sas.forEach(this::byHomeAddress);
    sas.stream().filter(IkeSa::startSeen).forEach(sa -> own(sa, byAddress(sa, Set.of())));
    attached = attachedInCapture();
    // Of SAs from before the capture the certain ones first: they narrow down the others.
    List<IkeSa> older = sas.stream().filter(sa -> !sa.startSeen()).toList();
    older.forEach(sa -> own(sa, best(sa, Set.of()).size() == 1 ? byAddress(sa, Set.of()) : null));
    Set<Ue> taken =
        older.stream()
            .map(owners::get)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
    older.stream()
        .filter(sa -> !owners.containsKey(sa))
        .forEach(sa -> own(sa, byAddress(sa, taken)));
    // Now that owners are known, their NAT mappings tell UEs behind one address apart.
    sure =
        owners.keySet().stream()
            .filter(sa -> !rivals.containsKey(sa))
            .collect(Collectors.groupingBy(owners::get));
    sas.stream().filter(IkeSa::startSeen).forEach(sa -> own(sa, byAddress(sa, Set.of())));
    byIdentity(sas);
    owners.keySet().forEach(this::indexAgentRequests);
    List<IkeSa> strangers = sas.stream().filter(sa -> !owners.containsKey(sa)).toList();
    indexInterfaces(ues, strangers);
    for (IkeSa sa : strangers) {
      Ue owner = bySign(sa);
      if (owner != null) {
        owners.put(sa, owner);
        indexAgentRequests(sa);
      }
    }
  }

  private void indexHomes(List<Ue> ues) {
    Set<IpAddress> shared = new HashSet<>();
    for (Ue ue : ues) {
      if (homes.put(ue.homeAddress(), ue) != null) {
        shared.add(ue.homeAddress());
      }
    }
    homes.keySet().removeAll(shared); // the same home address at two home agents
  }

  /** UEs by the interface identifiers that an SA without an owner has. */
  private void indexInterfaces(List<Ue> ues, List<IkeSa> strangers) {
    for (IkeSa sa : strangers) {
      interfaces.put(sides.ueAddress(sa, sa.endpoints().getFirst()).low(), new LinkedHashSet<>());
    }
    if (interfaces.isEmpty()) {
      return;
    }
    for (Ue ue : ues) {
      for (Registration registration : ue.registrations()) {
        Set<Ue> same = interfaces.get(registration.careOfAddress().low());
        if (same != null) {
          same.add(ue);
        }
      }
    }
  }

  /** The home address stands in the configuration or in a traffic selector of the SA. */
  private void byHomeAddress(IkeSa sa) {
    Ue owner = null;
    for (IpAddress address : sa.addresses()) {
      Ue ue = homes.get(address);
      if (ue != null && owner != null && !ue.equals(owner)) {
        return;
      }
      owner = ue == null ? owner : ue;
    }
    if (owner == null) {
      owner = byHomePrefix(sa);
    }
    if (owner != null) {
      owners.put(sa, owner);
      named.add(sa);
    }
  }

  /** A home prefix is one mobile node's own: the only home address in it is the owner's. */
  private @Nullable Ue byHomePrefix(IkeSa sa) {
    Ue owner = null;
    for (IkeContent.HomePrefix prefix : sa.homePrefixes()) {
      SortedMap<IpAddress, Ue> from = homes.tailMap(prefix.prefix());
      for (Map.Entry<IpAddress, Ue> home : from.entrySet()) {
        if (prefix.length() < OWN_PREFIX || !prefix.holds(home.getKey())) {
          break;
        }
        if (owner != null && !owner.equals(home.getValue())) {
          return null;
        }
        owner = home.getValue();
      }
    }
    return owner;
  }

  /** Where nothing else tells: another SA of the same identity, when that is one UE's alone. */
  private void byIdentity(List<IkeSa> sas) {
    Map<String, Set<Ue>> known = new HashMap<>();
    owners.forEach((sa, ue) -> {
      String identity = sides.ueIdentity(sa);
      if (identity != null) {
        known.computeIfAbsent(identity, any -> new LinkedHashSet<>()).add(ue);
      }
    });
    for (IkeSa sa : sas) {
      String identity = sides.ueIdentity(sa);
      if (identity != null && !owners.containsKey(sa)) {
        Set<Ue> same = known.getOrDefault(identity, Set.of());
        own(sa, same.size() == 1 ? same.iterator().next() : null);
      }
    }
  }

  private void own(IkeSa sa, @Nullable Ue owner) {
    if (owner != null && !named.contains(sa)) {
      owners.put(sa, owner);
    }
  }

  /** What was found. */
  SaOwnership result() {
    rivals.keySet().removeAll(named);
    Map<Ue, List<IkeSa>> missed = new HashMap<>();
    rivals.forEach((sa, others) ->
        others.forEach(ue -> missed.computeIfAbsent(ue, any -> new ArrayList<>(1)).add(sa)));
    return new SaOwnership(
        Collections.unmodifiableMap(owners), Collections.unmodifiableSet(rivals.keySet()), missed);
  }

  /**
   * The UE whose stays fit the uses of the SA best. With equal fit the one that arrived, or is
   * about to register, nearest to the start or, when that was not seen, to the move of the SA; an
   * SA without either belongs to nobody then.
   */
  private @Nullable Ue byAddress(IkeSa sa, Set<Ue> taken) {
    IkeSa before = sa.predecessor();
    if (before != null && owners.get(before) != null) {
      return owners.get(before);
    }
    Nearest nearest = nearest(sa);
    if (nearest != null) {
      mark(sa, nearest.ue(), nearest.all());
      return nearest.ue();
    }
    Map<Ue, Long> best = best(sa, taken);
    if (best.size() > 1) {
      Set<Ue> sameMapping = ownersOfMappings(sa);
      if (!sameMapping.isEmpty()) {
        best = without(best, ue -> !sameMapping.contains(ue));
      }
      best = without(best, ue -> apart(sa, ue));
    }
    if (best.size() > 1 && !sa.startSeen() && !moved(sa)) {
      return null;
    }
    if (best.size() > 1 && sa.startSeen()) {
      // Who is about to register for the first time needs an SA; who is registered has one.
      best = without(best, ue -> !registersAfter(ue, sa.first()));
    }
    Ue found =
        best.entrySet().stream()
            .min(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(null);
    mark(sa, found, best.keySet());
    return found;
  }

  /** Remembers who else may own it. */
  private void mark(IkeSa sa, @Nullable Ue owner, Set<Ue> all) {
    Set<Ue> others =
        all.stream()
            .filter(ue -> !ue.equals(owner))
            .limit(A_FEW)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (others.isEmpty()) {
      rivals.remove(sa);
    } else {
      rivals.put(sa, others);
    }
  }

  private static boolean registersAfter(Ue ue, At time) {
    List<Registration> registrations = ue.registrations();
    return !registrations.isEmpty() && registrations.getFirst().begunNanos() > time.timeNanos();
  }

  /** Owners of other SAs that came through the same NAT mapping not long before or after. */
  private Set<Ue> ownersOfMappings(IkeSa sa) {
    return mappings.shared(sa).stream()
        .map(owners::get)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** True when the UE comes through another NAT mapping at the time. */
  private boolean apart(IkeSa sa, Ue ue) {
    return mappings.apart(sa, sure.getOrDefault(ue, List.of()));
  }

  /** True when the UE sets up another SA at the same time: one is enough. */
  private boolean startsAnother(IkeSa sa, Ue ue) {
    for (IkeSa own : sure.getOrDefault(ue, List.of())) {
      long apart = own.first().timeNanos() - sa.first().timeNanos();
      if (!own.equals(sa)
          && own.startSeen()
          && own.predecessor() == null
          && Math.abs(apart) <= RERUN_NANOS) {
        return true;
      }
    }
    return false;
  }

  /** True when the UE has just been told at its place that its SA does not come along. */
  private static boolean needsAnother(Ue ue, long time) {
    Registration here = last(ue, time);
    return here != null
        && time - here.begunNanos() <= RERUN_NANOS
        && (Boolean.FALSE.equals(here.keyManagementRequested())
            || Boolean.FALSE.equals(here.keyManagementGranted()));
  }

  /**
   * Candidates with the fewest misfits, and their distances.
   *
   * @param misfits of each of them
   */
  private record Fit(long misfits, Map<Ue, Long> distances) {}

  /** Candidates with the fewest misfits, and their distances. */
  private Map<Ue, Long> best(IkeSa sa, Set<Ue> taken) {
    Map<Ue, Long> candidates = candidates(sa, true);
    if (!sa.startSeen()) {
      candidates = without(candidates, attached::contains);
      candidates = without(candidates, taken::contains);
      return fit(sa, candidates, Long.MAX_VALUE).distances();
    }
    Fit fit = fit(sa, candidates, Long.MAX_VALUE);
    if (fit.misfits() == 0 || candidates.isEmpty()) {
      return fit.distances();
    }
    // Where many start at one address the next start need not be that of the next arrival.
    Fit other = fit(sa, candidates(sa, false), fit.misfits() - 1);
    return other.distances().isEmpty() ? fit.distances() : other.distances();
  }

  /**
   * The owner of an SA whose start was seen.
   *
   * @param ue who
   * @param all whom it fits as well, this one among them
   */
  private record Nearest(Ue ue, Set<Ue> all) {}

  /**
   * What {@link #byAddress} comes to for an SA whose start was seen, when it fits some UE without a
   * misfit. Behind a NAT thousands may be there: they are looked at from the nearest arrival on,
   * and only as long as that matters.
   *
   * @return null when there is no such UE
   */
  private @Nullable Nearest nearest(IkeSa sa) {
    IkeSa.Endpoints start = sa.endpoints().getFirst();
    Guests here = sa.startSeen() ? whereabouts.at(sides.ueAddress(sa, start)) : null;
    Guests fewest = here == null ? null : fewest(sa, here);
    if (here == null || fewest == null) {
      return null;
    }
    IpAddress agent = sides.agentAddress(sa, start);
    long time = start.at().timeNanos();
    long nextStart = startAfter(sides.ueAddress(sa, start), time);
    Predicate<Ue> fits = ue -> ue.homeAgentAddresses().contains(agent) && misfits(sa, ue, 0) == 0;
    Predicate<Ue> later = ue -> registersAfter(ue, start.at());
    boolean crowd = fewest.size() > few;
    Set<Ue> sameMapping = here.size() == 1 ? Set.of() : ownersOfMappings(sa);
    List<Guests.Guest> best = new ArrayList<>();
    for (Ue ue : crowd ? sameMapping : fewest.ues()) {
      Presence presence = here.of(ue);
      long distance = presence == null ? -1 : distance(presence, time, nextStart);
      if (presence != null && distance >= 0 && fits.test(ue)) {
        best.add(new Guests.Guest(ue, presence.place(), distance));
      }
    }
    List<Predicate<Ue>> signs = List.of(ue -> !startsAnother(sa, ue), ue -> !apart(sa, ue));
    if (crowd && best.isEmpty()) {
      long until = Math.min(time + ATTACH_NANOS, nextStart);
      best = inCrowd(here, time, until, fits, later, signs);
    } else {
      best = preferring(preferring(best, sameMapping::contains), later);
      for (Predicate<Ue> sign : signs) {
        best = preferring(best, sign);
      }
    }
    Set<Ue> all =
        best.stream().map(Guests.Guest::ue).collect(Collectors.toCollection(LinkedHashSet::new));
    if (all.size() > 1 && !crowd) {
      best = preferring(best, ue -> needsAnother(ue, time));
    }
    return best.stream()
        .min(Guests.Guest.NEAREST)
        .map(found -> new Nearest(found.ue(), all))
        .orElse(null);
  }

  /** As for a few, but from the nearest arrival on, until two are found for each sign. */
  private static List<Guests.Guest> inCrowd(
      Guests here,
      long time,
      long until,
      Predicate<Ue> fits,
      Predicate<Ue> later,
      List<Predicate<Ue>> signs) {
    List<Guests.Guest> best = here.nearest(time, until, true, later.and(fits));
    boolean ahead = !best.isEmpty();
    best = ahead ? best : here.nearest(time, until, false, fits);
    Predicate<Ue> suits = ahead ? later.and(fits) : fits;
    for (Predicate<Ue> sign : signs) {
      Predicate<Ue> both = sign.and(suits);
      List<Guests.Guest> some =
          best.size() < 2 ? List.of() : here.nearest(time, until, ahead, both);
      if (!some.isEmpty()) {
        best = some;
        suits = both;
      }
    }
    return best;
  }

  /** Those that a sign speaks for, or all when it speaks for none. */
  private static List<Guests.Guest> preferring(List<Guests.Guest> all, Predicate<Ue> sign) {
    List<Guests.Guest> some = all.stream().filter(guest -> sign.test(guest.ue())).toList();
    return some.isEmpty() ? all : some;
  }

  /** Of the addresses from which the mobile node sent requests the one with the fewest guests. */
  private @Nullable Guests fewest(IkeSa sa, Guests here) {
    boolean ueInitiated = sides.ueInitiated(sa);
    Guests fewest = here;
    for (IkeExchange exchange : sa.exchanges()) {
      if (exchange.byInitiator() == ueInitiated) {
        Guests there = whereabouts.at(sides.ueAddress(sa, exchange.first()));
        if (there == null) {
          return null;
        }
        fewest = there.size() < fewest.size() ? there : fewest;
      }
    }
    return fewest;
  }

  /** The fit of those candidates that have at most so many misfits. */
  private Fit fit(IkeSa sa, Map<Ue, Long> candidates, long most) {
    Map<Ue, Long> best = new LinkedHashMap<>();
    long fewest = most;
    for (Map.Entry<Ue, Long> candidate : candidates.entrySet()) {
      long misfits = misfits(sa, candidate.getKey(), fewest);
      if (misfits < fewest) {
        best.clear();
        fewest = misfits;
      }
      if (misfits == fewest) {
        best.put(candidate.getKey(), candidate.getValue());
      }
    }
    return new Fit(fewest, best);
  }

  /** The candidates without those that a sign speaks against, unless it speaks against all. */
  private static Map<Ue, Long> without(Map<Ue, Long> candidates, Predicate<Ue> against) {
    Map<Ue, Long> rest = new LinkedHashMap<>(candidates);
    rest.keySet().removeIf(against);
    return rest.isEmpty() ? candidates : rest;
  }

  /** UEs that ran IKE before their first registration: they own no SA from before the capture. */
  private Set<Ue> attachedInCapture() {
    Set<Ue> attached = new HashSet<>();
    for (Map.Entry<IkeSa, Ue> entry : owners.entrySet()) {
      List<Registration> registrations = entry.getValue().registrations();
      if (entry.getKey().startSeen()
          && !registrations.isEmpty()
          && entry.getKey().first().timeNanos() <= registrations.getFirst().begunNanos()) {
        attached.add(entry.getValue());
      }
    }
    return attached;
  }

  private boolean moved(IkeSa sa) {
    IpAddress first = sides.ueAddress(sa, sa.endpoints().getFirst());
    return sa.endpoints().stream().anyMatch(ends -> !sides.ueAddress(sa, ends).equals(first));
  }

  /**
   * UEs that could own the SA, with the distance in time of their nearest arrival to its start or,
   * if that was not seen, to its moves.
   *
   * @param inTurn the start of another SA at the address in between belongs to a later arrival
   */
  private Map<Ue, Long> candidates(IkeSa sa, boolean inTurn) {
    Map<Ue, Long> candidates = new LinkedHashMap<>();
    IpAddress before = null;
    for (IkeSa.Endpoints ends : sa.endpoints()) {
      IpAddress address = sides.ueAddress(sa, ends);
      boolean telling = sa.startSeen() || before != null && !address.equals(before);
      before = address;
      IpAddress agent = sides.agentAddress(sa, ends);
      long time = ends.at().timeNanos();
      boolean start = sa.startSeen() && ends.at().equals(sa.first());
      long nextStart = start && inTurn ? startAfter(address, time) : Long.MAX_VALUE;
      Guests here = whereabouts.at(address);
      if (here != null) {
        here.forEach((ue, presence) -> {
          long distance = distance(presence, time, nextStart);
          if (distance >= 0 && ue.homeAgentAddresses().contains(agent)) {
            candidates.merge(ue, telling ? distance : Long.MAX_VALUE, Math::min);
          }
        });
      }
      if (start && !candidates.isEmpty()) {
        break;
      }
    }
    return candidates;
  }

  /**
   * Requests of the mobile node's side from where the UE was not at the time, and requests of the
   * home agent to where it had not been yet while others had: an end point may be a place behind,
   * and never ahead.
   *
   * @param enough it need not be counted beyond that
   */
  private long misfits(IkeSa sa, Ue ue, long enough) {
    boolean ueInitiated = sides.ueInitiated(sa);
    long count = 0;
    for (IkeExchange exchange : sa.exchanges()) {
      IkeSa.Endpoints sent = exchange.first();
      IpAddress address = ueInitiated ? sent.initiator() : sent.responder();
      boolean fits =
          exchange.byInitiator() == ueInitiated
              ? near(ue, address, exchange)
              : known(ue, address, sent.at());
      count += fits ? 0 : 1;
      if (count > enough) {
        break;
      }
    }
    return count;
  }

  /** True when the home agent may know the UE at that address; of strange ones nobody can say. */
  private boolean known(Ue ue, IpAddress address, At time) {
    Guests here = whereabouts.at(address);
    if (here == null) {
      return true;
    }
    Presence presence = here.of(ue);
    return presence != null && presence.begunBy(time.timeNanos() + AHEAD_NANOS);
  }

  private boolean near(Ue ue, IpAddress address, IkeExchange exchange) {
    long time = exchange.first().at().timeNanos();
    boolean starts =
        exchange.type() == IkeTracker.IKE_SA_INIT
            || exchange.type() == IkeTracker.IKE_AUTH
            || exchange.type() == IkeTracker.MAIN_MODE
            || exchange.type() == IkeTracker.AGGRESSIVE_MODE
            || exchange.type() == IkeTracker.QUICK_MODE;
    Guests here = whereabouts.at(address);
    Presence presence = here == null ? null : here.of(ue);
    return presence != null && presence.at(time, starts ? ATTACH_NANOS : AHEAD_NANOS);
  }

  /** Time of the next start of an SA at the address. */
  private long startAfter(IpAddress address, long nanos) {
    TreeSet<Long> times = starts.get(address);
    Long next = times == null ? null : times.higher(nanos);
    return next == null ? Long.MAX_VALUE : next;
  }

  /**
   * How far a time is from the nearest arrival of a UE that is there, or soon will be; -1 when
   * neither is so. It will not be soon when another SA starts before.
   */
  private static long distance(Presence presence, long time, long nextStart) {
    long since = presence.since(time);
    long next = presence.next(time);
    boolean soon = next != Long.MAX_VALUE && next - time <= ATTACH_NANOS && nextStart >= next;
    if (!soon) {
      return since;
    }
    return since < 0 ? next - time : Math.min(since, next - time);
  }

  private @Nullable Ue bySign(IkeSa sa) {
    if (!sa.startSeen() || !sa.stood() || sa.successor() != null) {
      return null;
    }
    Ue cleared = clearedMeanwhile(sa);
    return cleared == null ? sameInterface(sa) : cleared;
  }

  private void indexAgentRequests(IkeSa sa) {
    for (IkeExchange exchange : sa.exchanges()) {
      boolean byAgent = exchange.byInitiator() != sides.ueInitiated(sa);
      if (byAgent && exchange.type() != IkeTracker.IKE_SA_INIT) {
        agentRequests
            .computeIfAbsent(sides.agentAddress(sa, exchange.first()), address -> new TreeMap<>())
            .putIfAbsent(exchange.first().at().timeNanos(), sa);
      }
    }
  }

  /** The home agent begins an exchange on another SA while it authenticates this one. */
  private @Nullable Ue clearedMeanwhile(IkeSa sa) {
    for (IkeExchange auth : sa.exchanges()) {
      IkeSa.Endpoints response = auth.response();
      boolean last =
          auth.type() == IkeTracker.IKE_AUTH
              || sa.version() == 1 && auth.type() == IkeTracker.MAIN_MODE;
      if (!last || response == null) {
        continue;
      }
      long from = auth.first().at().timeNanos();
      long until = auth.last().at().timeNanos() + CLEAR_NANOS;
      TreeMap<Long, IkeSa> requests = agentRequests.get(sides.agentAddress(sa, auth.first()));
      Map.Entry<Long, IkeSa> next = requests == null ? null : requests.ceilingEntry(from);
      if (next != null && next.getKey() <= until) {
        return owners.get(next.getValue());
      }
    }
    return null;
  }

  /** The same interface identifier under another prefix, when only one UE has it. */
  private @Nullable Ue sameInterface(IkeSa sa) {
    IpAddress address = sides.ueAddress(sa, sa.endpoints().getFirst());
    IpAddress agent = sides.agentAddress(sa, sa.endpoints().getFirst());
    if (address.v4()) {
      return null;
    }
    Ue found = null;
    for (Ue ue : interfaces.getOrDefault(address.low(), Set.of())) {
      Registration at = last(ue, sa.first().timeNanos());
      if (at == null
          || at.careOfAddress().v4()
          || at.careOfAddress().low() != address.low()
          || !ue.homeAgentAddresses().contains(agent)) {
        continue;
      }
      if (found != null) {
        return null;
      }
      found = ue;
    }
    return found;
  }

  private static @Nullable Registration last(Ue ue, long time) {
    return ue.registrations().stream()
        .filter(registration -> registration.begunNanos() <= time)
        .max(Comparator.comparingLong(registration -> registration.begunNanos()))
        .orElse(null);
  }
}
