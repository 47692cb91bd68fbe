package org.roamscope.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roamscope.track.At;
import org.roamscope.track.IkeExchange;
import org.roamscope.track.IkeSa;
import org.roamscope.track.IkeTracker;
import org.roamscope.track.Registration;

/** The states of a UE's binding and of its IKE SAs over time. */
final class LadderBands {
  private LadderBands() {}

  /** Where the binding stands, one band a place. */
  static List<LadderBand> bindings(List<Registration> registrations, LadderPlaces places) {
    List<LadderBand> bands = new ArrayList<>();
    Registration standing = null;
    long from = 0;
    for (Registration next : registrations) {
      if (!next.effective()) {
        continue;
      }
      At accepted = next.acceptedAt();
      long now = accepted == null ? next.begunNanos() : accepted.timeNanos();
      if (standing != null && standing.expiresNanos() <= now) {
        bands.add(binding(standing, places, from, standing.expiresNanos()));
        standing = null;
      }
      if (standing != null && (next.deregistration() || !next.samePlace(standing))) {
        bands.add(binding(standing, places, from, now));
        standing = null;
      }
      if (next.deregistration()) {
        continue;
      }
      from = standing == null ? now : from;
      standing = next;
    }
    if (standing != null) {
      bands.add(binding(standing, places, from, standing.expiresNanos()));
    }
    return bands;
  }

  private static LadderBand binding(
      Registration registration, LadderPlaces places, long from, long until) {
    return new LadderBand(
        LadderBand.Of.BINDING,
        places.name(LadderPlaces.of(registration)),
        "bound to " + registration.careOfAddress() + (registration.opaque() ? ", seemingly" : ""),
        from,
        until);
  }

  /** From when to when each IKE SA stands; attempts that led nowhere are left out. */
  static List<LadderBand> ikeSas(List<IkeSa> sas, Map<IkeSa, String> letters) {
    List<LadderBand> bands = new ArrayList<>();
    for (IkeSa sa : sas) {
      long from = established(sa);
      if (sa.stood() && from != Long.MAX_VALUE) {
        At end = ended(sa);
        String letter = letters.getOrDefault(sa, "?");
        bands.add(
            new LadderBand(
                LadderBand.Of.IKE_SA,
                letter,
                "IKE SA " + letter + ", " + sa.state().json(),
                from,
                end == null ? Long.MAX_VALUE : end.timeNanos()));
      }
    }
    return bands;
  }

  /** The first message that shows the SA in use. */
  static long established(IkeSa sa) {
    if (!sa.startSeen()) {
      return sa.first().timeNanos();
    }
    for (IkeExchange exchange : sa.exchanges()) {
      boolean begins =
          exchange.type() == IkeTracker.IKE_SA_INIT
              || exchange.type() == IkeTracker.IKE_INTERMEDIATE;
      IkeSa.Endpoints response = exchange.response();
      if (!begins && response != null) {
        return response.at().timeNanos();
      }
    }
    return sa.last().timeNanos();
  }

  /** The DELETE (RFC 7296 section 1.4.1) or the first message of the SA that replaced it. */
  static @Nullable At ended(IkeSa sa) {
    for (IkeExchange exchange : sa.exchanges()) {
      if (exchange.deletesIkeSa()) {
        return exchange.first().at();
      }
    }
    IkeSa successor = sa.successor();
    return successor == null ? null : successor.first();
  }
}
