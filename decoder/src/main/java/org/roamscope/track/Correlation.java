package org.roamscope.track;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;

/**
 * Bindings and IKE SAs joined: per UE its movements with their IKE evidence, its deregistrations
 * and its SAs. A pure function of what the trackers hold.
 */
public final class Correlation {
  /** A UE back this long after its binding ran out has attached anew, it has not moved. */
  private static final long AWAY_NANOS = 60 * At.SECOND;

  /** Acknowledgements without their updates that are looked at of one UE. */
  private static final int MOST_STRAYS = 256;

  /**
   * One UE.
   *
   * @param ue bindings
   * @param movements changes of place in time order
   * @param deregistrations in time order
   * @param ikeSas its IKE SAs in the order of their first message
   * @param lateStart true when it was registered before the capture started
   */
  public record History(
      Ue ue,
      List<Movement> movements,
      List<Deregistration> deregistrations,
      List<IkeSa> ikeSas,
      boolean lateStart) {
    /**
     * True when the UE provably was not bound before the capture: it would have had to refresh
     * before the first registration seen, since that one's lifetime is shorter than the time
     * watched.
     */
    public boolean newcomer(Observation observation) {
      if (ue.registrations().isEmpty() || lateStart) {
        return false;
      }
      Registration first = ue.registrations().getFirst();
      Event.BindingAcknowledgement answer = first.answer();
      return answer != null
          && answer.accepted()
          && !first.deregistration()
          && first.begunNanos() - observation.firstNanos() >= answer.lifetimeSeconds() * At.SECOND;
    }
  }

  private final Tracker tracker;
  private final Observation observation;
  private final List<IkeSa> sas;
  private final Sides sides;
  private final SaOwnership ownership;
  private final EvidenceCollector collector;
  private final Strays strays;
  private final List<History> histories;

  private Correlation(Tracker tracker, Observation observation) {
    this.tracker = tracker;
    this.observation = observation;
    sas = tracker.ike().all();
    List<Ue> ues = tracker.bindings().all();
    sides = new Sides(tracker.bindings());
    strays = new Strays(tracker.bindings());
    ownership = SaOwnership.of(sides, strays, ues, sas);
    collector = new EvidenceCollector(sides, tracker.ike().invalidSpis());
    Map<Ue, List<IkeSa>> byOwner = new LinkedHashMap<>();
    for (IkeSa sa : sas) {
      Ue owner = ownership.owner(sa);
      if (owner != null) {
        String identity = sides.ueIdentity(sa);
        if (identity != null) {
          owner.identify(identity);
        }
        if (sa.eapIdentity() != null && sides.ueInitiated(sa)) {
          owner.identify(sa.eapIdentity());
        }
        byOwner.computeIfAbsent(owner, any -> new ArrayList<>()).add(sa);
      }
    }
    histories =
        ues.parallelStream().map(ue -> history(ue, byOwner.getOrDefault(ue, List.of()))).toList();
  }

  private Correlation(Correlation other, Observation observation) {
    tracker = other.tracker;
    this.observation = observation;
    sas = other.sas;
    sides = other.sides;
    ownership = other.ownership;
    collector = other.collector;
    strays = other.strays;
    histories = other.histories;
  }

  /** The same under other conditions. */
  public Correlation observed(Observation other) {
    return new Correlation(this, other);
  }

  /** Joins what the trackers hold. */
  public static Correlation of(Tracker tracker, Observation observation) {
    return new Correlation(tracker, observation);
  }

  /** All UEs, ordered by home address. */
  public List<History> histories() {
    return histories;
  }

  /** All IKE SAs in the order of their first message. */
  public List<IkeSa> ikeSas() {
    return sas;
  }

  /** Whose an SA is, or null when nothing tells. */
  public @Nullable Ue owner(IkeSa sa) {
    return ownership.owner(sa);
  }

  /** True when the mobile node's side initiated the SA. */
  public boolean ueInitiated(IkeSa sa) {
    return sides.ueInitiated(sa);
  }

  /**
   * True when the SA may as well belong to another UE: several were at its addresses, as behind a
   * NAT, and the nearest one has it.
   */
  public boolean ownerGuessed(IkeSa sa) {
    return ownership.guessed(sa);
  }

  /** Starts of SAs that may be this UE's, and went to another one. */
  public List<IkeSa.Endpoints> missedStarts(Ue ue) {
    List<IkeSa> missed = ownership.missed().get(ue);
    return missed == null
        ? List.of()
        : missed.stream().map(sa -> sa.endpoints().getFirst()).toList();
  }

  /** What the trackers hold. */
  public Tracker tracker() {
    return tracker;
  }

  /** What the capture could see. */
  public Observation observation() {
    return observation;
  }

  // ---- one UE --------------------------------------------------------------------------------

  private History history(Ue ue, List<IkeSa> mine) {
    List<Place> places = new ArrayList<>();
    List<Deregistration> deregistrations = new ArrayList<>();
    Registration current = null;
    List<Registration> tries = new ArrayList<>();
    boolean oneWay = oneWay(ue);
    for (Registration next : ue.registrations()) {
      if (current != null && current.expiresNanos() < next.begunNanos() - AWAY_NANOS) {
        flush(places, current, tries);
        current = null;
      }
      if (next.deregistration()) {
        flush(places, current, tries);
        deregistrations.add(new Deregistration(ue, next, current, fate(next, mine)));
        if (next.outcome() == Registration.Outcome.ACCEPTED) {
          boolean home = next.careOfAddress().equals(ue.homeAddress());
          current = home ? next : null;
          places.add(place(null, next, List.of(), false));
        }
      } else if (next.effective() || oneWay) {
        if (current != null && next.samePlace(current)) {
          flush(places, current, tries);
        } else {
          List<Registration> same =
              tries.stream().filter(attempt -> attempt.samePlace(next)).toList();
          tries.removeAll(same);
          flush(places, current, tries);
          places.add(place(current, next, same, current != null));
        }
        current = next;
      } else if (current != null && !next.samePlace(current)) {
        if (!tries.isEmpty() && !tries.getLast().samePlace(next)) {
          flush(places, current, tries);
        }
        tries.add(next);
      }
    }
    flush(places, current, tries);
    unannounced(ue, places, mine);
    places.sort(Comparator.comparingLong(place -> place.begin().timeNanos()));
    boolean late = lateStart(places, mine);
    if (late) {
      places.set(0, origin(places.getFirst(), mine));
    }
    List<Event.BindingAcknowledgement> unasked = strays.of(ue);
    if (unasked.size() > MOST_STRAYS) {
      unasked = unasked.subList(0, MOST_STRAYS);
    }
    List<Movement> movements = new ArrayList<>();
    Set<IpAddress> earlier = new HashSet<>();
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      if (place.moved() || i == 0 && late) {
        long from = i == 0 ? Long.MIN_VALUE : places.get(i - 1).begin().timeNanos();
        long next = i + 1 == places.size() ? Long.MAX_VALUE : places.get(i + 1).begin().timeNanos();
        long until = Math.min(next, elsewhere(unasked, place));
        IkeEvidence evidence =
            collector.collect(place, EvidenceCollector.left(place, earlier), mine, from, until);
        if (place.moved() || rerunWithoutStart(evidence, place)) {
          movements.add(movement(ue, place, unasked, from, next, evidence));
        }
      }
      earlier.addAll(place.addresses());
    }
    return new History(ue, List.copyOf(movements), List.copyOf(deregistrations), mine, late);
  }

  private static Movement movement(
      Ue ue,
      Place place,
      List<Event.BindingAcknowledgement> unasked,
      long from,
      long next,
      IkeEvidence evidence) {
    List<Event.BindingAcknowledgement> strays =
        unasked.stream()
            .filter(answer ->
                place.addresses().contains(answer.path().destination())
                    && answer.timeNanos() >= from
                    && answer.timeNanos() < next)
            .toList();
    return new Movement(
        ue,
        place.from(),
        place.fromAddress(),
        place.to(),
        place.addresses(),
        place.registration(),
        place.attempts(),
        place.begin(),
        strays,
        evidence);
  }

  /**
   * An acknowledgement to another place shows that the UE has left, where its update is missing.
   */
  private static long elsewhere(List<Event.BindingAcknowledgement> unasked, Place place) {
    return unasked.stream()
        .filter(answer ->
            answer.accepted()
                && answer.timeNanos() > place.begin().timeNanos()
                && !place.addresses().contains(answer.path().destination()))
        .mapToLong(Event::timeNanos)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** No answer to this UE at all: the capture holds one direction, its updates have to do. */
  private static boolean oneWay(Ue ue) {
    return ue.registrations().stream()
        .allMatch(registration -> registration.outcome() == Registration.Outcome.UNANSWERED);
  }

  private static Place place(
      @Nullable Registration from, Registration to, List<Registration> attempts, boolean moved) {
    Set<IpAddress> addresses = to.addresses();
    if (!attempts.isEmpty()) {
      addresses = new LinkedHashSet<>(addresses);
      for (Registration attempt : attempts) {
        addresses.addAll(attempt.addresses());
      }
    }
    At begin = attempts.isEmpty() ? to.begun() : attempts.getFirst().begun();
    IpAddress fromAddress = from == null ? null : from.careOfAddress();
    return new Place(from, fromAddress, to.careOfAddress(), addresses, to, attempts, begin, moved);
  }

  /** Attempts at a place that never led to a binding there. */
  private static void flush(
      List<Place> places, @Nullable Registration current, List<Registration> tries) {
    if (current != null && !tries.isEmpty()) {
      List<Registration> before = List.copyOf(tries.subList(0, tries.size() - 1));
      places.add(place(current, tries.getLast(), before, true));
    }
    tries.clear();
  }

  /** The capture starts after the registration when an SA is used there whose start it lacks. */
  private static boolean lateStart(List<Place> places, List<IkeSa> mine) {
    if (places.isEmpty() || mine.isEmpty()) {
      return false;
    }
    long first = places.getFirst().begin().timeNanos();
    boolean startBefore =
        mine.stream().anyMatch(sa -> sa.startSeen() && sa.first().timeNanos() <= first);
    return !startBefore && mine.stream().anyMatch(sa -> !sa.startSeen());
  }

  /**
   * The first registration seen, when an IKE SA from before the capture was used at another address
   * until then: the mobile node moved from there.
   */
  private Place origin(Place place, List<IkeSa> mine) {
    IpAddress from = null;
    long latest = Long.MIN_VALUE;
    for (IkeSa sa : mine) {
      for (IkeExchange exchange : sa.exchanges()) {
        IkeSa.Endpoints sent = exchange.first();
        IpAddress address = sides.ueAddress(sa, sent);
        long time = sent.at().timeNanos();
        if (!sa.startSeen()
            && exchange.byInitiator() == sides.ueInitiated(sa)
            && time < place.begin().timeNanos()
            && time > latest
            && !place.addresses().contains(address)) {
          from = address;
          latest = time;
        }
      }
    }
    return from == null || place.moved()
        ? place
        : new Place(
            null,
            from,
            place.to(),
            place.addresses(),
            place.registration(),
            place.attempts(),
            place.begin(),
            true);
  }

  private static boolean rerunWithoutStart(IkeEvidence evidence, Place place) {
    IkeSa rerun = evidence.rerun();
    return rerun != null && rerun.first().timeNanos() > place.begin().timeNanos();
  }

  // ---- movements that no Binding Update announced --------------------------------------------

  private void unannounced(Ue ue, List<Place> places, List<IkeSa> mine) {
    if (mine.isEmpty()) {
      return;
    }
    List<Place> known =
        places.stream()
            .sorted(Comparator.comparingLong(place -> place.begin().timeNanos()))
            .toList();
    List<Place> found = new ArrayList<>();
    for (IkeSa sa : mine) {
      if (sa.startSeen()) {
        unannounced(
            ue,
            known,
            found,
            mine,
            sa,
            sa.exchanges().isEmpty()
                ? sa.endpoints().getFirst()
                : sa.exchanges().getFirst().first());
      }
      for (IkeExchange exchange : sa.exchanges()) {
        if (exchange.byInitiator() == sides.ueInitiated(sa)) {
          unannounced(ue, known, found, mine, sa, exchange.first());
        }
      }
    }
    places.addAll(found);
  }

  private void unannounced(
      Ue ue,
      List<Place> known,
      List<Place> found,
      List<IkeSa> mine,
      IkeSa sa,
      IkeSa.Endpoints ends) {
    IpAddress address = sides.ueAddress(sa, ends);
    long time = ends.at().timeNanos();
    int begun = begun(known, time);
    Place here = begun == 0 ? null : known.get(begun - 1);
    Place next = begun == known.size() ? null : known.get(begun);
    if (here == null
        || here.registration() == null
        || address.equals(ue.homeAddress())
        || everAt(known, address)
        || usedBefore(mine, address, known.getFirst().begin().timeNanos())
        || next != null && next.addresses().contains(address)
        || found.stream().anyMatch(place -> place.addresses().contains(address))) {
      return;
    }
    Registration from = here.registration();
    if (!from.effective() && !oneWay(ue)) {
      return;
    }
    found.add(
        new Place(
            from,
            from.careOfAddress(),
            address,
            Set.of(address),
            null,
            List.of(),
            ends.at(),
            true));
  }

  /** How many of the places, which are in the order of their times, have begun. */
  private static int begun(List<Place> known, long time) {
    int low = 0;
    int high = known.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (known.get(middle).begin().timeNanos() <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** IKE over another address family than the signalling is no movement when it always was so. */
  private boolean usedBefore(List<IkeSa> mine, IpAddress address, long time) {
    return mine.stream()
        .anyMatch(sa ->
            sa.endpoints().stream()
                .anyMatch(ends ->
                    ends.at().timeNanos() < time && sides.ueAddress(sa, ends).equals(address)));
  }

  private static boolean everAt(List<Place> known, IpAddress address) {
    return known.stream().anyMatch(place -> place.addresses().contains(address));
  }

  /**
   * With keys the next request on the SA tells. Without them a single exchange after the
   * deregistration may be the DELETE; two, or any later use of the SA, show that it lives.
   */
  private Deregistration.IkeFate fate(Registration deregistration, List<IkeSa> mine) {
    long time = deregistration.ended().timeNanos();
    IkeSa current = EvidenceCollector.current(mine, deregistration.begunNanos());
    if (current == null) {
      return Deregistration.IkeFate.UNKNOWN;
    }
    List<IkeExchange> later =
        current.exchanges().stream()
            .filter(exchange -> exchange.first().at().timeNanos() > time)
            .sorted(Comparator.comparingLong(exchange -> exchange.first().at().timeNanos()))
            .toList();
    if (!later.isEmpty() && later.getFirst().deletesIkeSa()) {
      return Deregistration.IkeFate.DELETED;
    }
    if (!later.isEmpty() && later.getFirst().asked() != null && later.getFirst().answered()) {
      return Deregistration.IkeFate.PRESERVED;
    }
    return later.stream().filter(IkeExchange::answered).count() >= 2
        ? Deregistration.IkeFate.PRESERVED
        : Deregistration.IkeFate.UNKNOWN;
  }
}
