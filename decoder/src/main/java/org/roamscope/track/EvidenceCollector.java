package org.roamscope.track;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;

/**
 * Gathers what IKE did around a movement. Only requests say where a peer believes the other one is:
 * a response goes to where its request came from (RFC 7296 section 2.11).
 */
final class EvidenceCollector {
  /** Packets under way when the acknowledgement passes are nobody's fault. */
  private static final long IN_FLIGHT_NANOS = At.SECOND / 2;

  /** Retransmissions of a request begun before the acknowledgement may go on this long. */
  private static final long GRACE_NANOS = 2 * At.SECOND;

  private final Sides sides;
  private final Map<IpAddress, List<IkeTracker.InvalidSpi>> invalidSpis;

  EvidenceCollector(Sides sides, List<IkeTracker.InvalidSpi> invalidSpis) {
    this.sides = sides;
    this.invalidSpis =
        invalidSpis.stream().collect(Collectors.groupingBy(IkeTracker.InvalidSpi::receiver));
  }

  /**
   * Tells the addresses at which the UE was before.
   *
   * @param place the present place
   * @param earlier addresses of the places before it
   */
  static Predicate<IpAddress> left(Place place, Set<IpAddress> earlier) {
    Set<IpAddress> own = new HashSet<>();
    if (place.from() != null) {
      own.addAll(place.from().addresses());
    }
    if (place.fromAddress() != null) {
      own.add(place.fromAddress());
    }
    return address -> earlier.contains(address) || own.contains(address);
  }

  IkeEvidence collect(
      Place place, Predicate<IpAddress> left, List<IkeSa> mine, long from, long until) {
    long begin = place.begin().timeNanos();
    List<IkeSa> reruns = new ArrayList<>();
    List<IkeSa> older = new ArrayList<>();
    for (IkeSa sa : mine) {
      long start = sa.first().timeNanos();
      boolean here = place.addresses().contains(sides.ueAddress(sa, sa.endpoints().getFirst()));
      if (sa.startSeen() && sa.predecessor() == null && here && start >= from && start < until) {
        reruns.add(sa);
      } else if (start < begin || !sa.startSeen() && start < until) {
        older.add(sa);
      }
    }
    IkeSa rerun = reruns.isEmpty() ? null : reruns.getFirst();
    IkeSa current = current(older, begin);
    long rerunStart = rerun == null ? Long.MAX_VALUE : rerun.first().timeNanos();
    Registration registration = place.registration();
    At acceptedAt = registration == null ? null : registration.acceptedAt();
    long accepted = acceptedAt == null ? Long.MAX_VALUE : acceptedAt.timeNanos();
    long settled =
        acceptedAt == null || registration == null
            ? Long.MAX_VALUE
            : Math.max(accepted, registration.ended().timeNanos());

    List<IkeExchange> ueFromNew = new ArrayList<>();
    List<IkeExchange> ueFromOld = new ArrayList<>();
    List<IkeExchange> agentToNew = new ArrayList<>();
    List<IkeExchange> agentToOld = new ArrayList<>();
    List<IkeExchange> unanswered = new ArrayList<>();
    for (IkeSa sa : older) {
      for (IkeExchange exchange : sa.exchanges()) {
        long sent = exchange.last().at().timeNanos();
        if (exchange.type() == IkeTracker.IKE_SA_INIT
            || exchange.type() == IkeTracker.IKE_AUTH
            || sent < from && sent < begin) {
          continue;
        }
        boolean byUe = exchange.byInitiator() == sides.ueInitiated(sa);
        boolean atNew = false;
        boolean atOld = false;
        for (IkeSa.Endpoints request : exchange.sent()) {
          long time = request.at().timeNanos();
          IpAddress address = sides.ueAddress(sa, request);
          boolean there = place.addresses().contains(address);
          if (time >= until || !there && !left.test(address)) {
            continue;
          }
          if (there) {
            atNew |= byUe ? time >= from : time >= begin;
          } else if (byUe) {
            atOld |= after(exchange.first().at().timeNanos(), settled, IN_FLIGHT_NANOS);
          } else {
            atOld |=
                after(exchange.first().at().timeNanos(), accepted, IN_FLIGHT_NANOS)
                    || after(time, accepted, GRACE_NANOS);
          }
        }
        boolean beforeRerun = exchange.first().at().timeNanos() < rerunStart;
        if (atNew) {
          (byUe ? ueFromNew : agentToNew).add(exchange);
          if (byUe
              && !exchange.answered()
              && exchange.retransmissions() >= 2
              && exchange.last().at().timeNanos() < rerunStart) {
            unanswered.add(exchange);
          }
        }
        if (atOld && sameSa(sa, current) && beforeRerun) {
          (byUe ? ueFromOld : agentToOld).add(exchange);
        }
      }
    }
    if (unanswered.isEmpty()) {
      unanswered.addAll(silentPeer1(ueFromNew, rerunStart));
    }
    return new IkeEvidence(
        current,
        List.copyOf(older),
        List.copyOf(reruns),
        List.copyOf(ueFromNew),
        List.copyOf(ueFromOld),
        List.copyOf(agentToNew),
        List.copyOf(agentToOld),
        List.copyOf(unanswered),
        unknownSpi(older, place, from, rerunStart),
        rerun == null || current == null ? null : lastBefore(current, rerunStart));
  }

  /**
   * IKEv1 repeats R-U-THERE as new Informationals: three in a row without an answer count alike.
   */
  private static List<IkeExchange> silentPeer1(List<IkeExchange> requests, long rerunStart) {
    List<IkeExchange> silent = new ArrayList<>();
    for (IkeExchange exchange : requests) {
      if (exchange.type() == IkeTracker.INFORMATIONAL_1
          && exchange.first().at().timeNanos() < rerunStart) {
        if (exchange.answered()) {
          silent.clear();
        } else {
          silent.add(exchange);
        }
      }
    }
    return silent.size() >= 3 ? silent : List.of();
  }

  private static boolean after(long time, long mark, long slack) {
    return mark != Long.MAX_VALUE && time > mark + slack;
  }

  private static boolean sameSa(IkeSa sa, @Nullable IkeSa current) {
    return sa.equals(current);
  }

  /** The newest SA that stood before the move; a failed or half-open one never took over. */
  static @Nullable IkeSa current(List<IkeSa> older, long begin) {
    IkeSa newest = null;
    for (IkeSa sa : older) {
      boolean before = sa.first().timeNanos() < begin || !sa.startSeen();
      if (sa.stood() && before) {
        newest = sa;
      }
    }
    return newest;
  }

  private List<IkeTracker.InvalidSpi> unknownSpi(
      List<IkeSa> older, Place place, long from, long until) {
    return place.addresses().stream()
        .flatMap(address -> invalidSpis.getOrDefault(address, List.of()).stream())
        .filter(report ->
            report.at().timeNanos() >= from
                && report.at().timeNanos() < until
                && older.stream()
                    .anyMatch(sa ->
                        sa.initiatorSpi() == report.initiatorSpi()
                            && sa.responderSpi() == report.responderSpi()))
        .toList();
  }

  private static @Nullable IkeExchange lastBefore(IkeSa sa, long time) {
    if (sa.last().timeNanos() >= time) {
      return null;
    }
    IkeExchange last = null;
    for (IkeExchange exchange : sa.exchanges()) {
      if (last == null || exchange.last().at().timeNanos() >= last.last().at().timeNanos()) {
        last = exchange;
      }
    }
    return last;
  }
}
