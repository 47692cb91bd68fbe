package org.roamscope.track;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;

/**
 * Says whose an IKE SA is. Without keys identities are hidden, so addresses and times have to tell:
 * an SA belongs to the UE that registers from its address right after it began, else to the UE that
 * is registered there at the time. An address may serve several UEs one after another, or at once
 * behind a NAT. For an SA at an address from which nobody registers there are two more signs: the
 * home agent clears an SA of the UE while it authenticates the new one, or the interface identifier
 * of the address is that of the UE's care-of address.
 */
final class SaOwnership {
  /** A UE that ran IKE registers within this time. */
  private static final long ATTACH_NANOS = 60 * At.SECOND;

  /** A home agent that replaces an SA clears the old one within this time of IKE_AUTH. */
  private static final long CLEAR_NANOS = At.SECOND / 4;

  private record Stay(Ue ue, Registration registration, boolean newPlace, long from, long until) {}

  private final Map<IpAddress, List<Stay>> stays = new HashMap<>();
  private final Map<IpAddress, List<Long>> starts = new HashMap<>();
  private final Map<IkeSa, Ue> owners = new LinkedHashMap<>();
  private final List<Ue> ues;
  private final List<IkeSa> sas;
  private final BindingTracker bindings;

  SaOwnership(BindingTracker bindings, List<IkeSa> sas) {
    this.bindings = bindings;
    this.ues = bindings.all();
    this.sas = sas;
    for (Ue ue : ues) {
      index(ue);
    }
    for (IkeSa sa : sas) {
      if (sa.startSeen()) {
        starts
            .computeIfAbsent(ueAddress(sa, sa.endpoints().getFirst()), address -> new ArrayList<>())
            .add(sa.first().timeNanos());
      }
    }
    for (IkeSa sa : sas) {
      Ue owner = byAddress(sa);
      if (owner != null) {
        owners.put(sa, owner);
      }
    }
    for (IkeSa sa : sas) {
      if (!owners.containsKey(sa)) {
        Ue owner = bySign(sa);
        if (owner != null) {
          owners.put(sa, owner);
        }
      }
    }
  }

  private void index(Ue ue) {
    List<Registration> registrations = ue.registrations();
    for (int i = 0; i < registrations.size(); i++) {
      Registration registration = registrations.get(i);
      long until = Long.MAX_VALUE;
      for (int next = i + 1; next < registrations.size(); next++) {
        if (!registrations.get(next).samePlace(registration)) {
          until = registrations.get(next).begun().timeNanos();
          break;
        }
      }
      boolean newPlace = i == 0 || !registrations.get(i - 1).samePlace(registration);
      Stay stay = new Stay(ue, registration, newPlace, registration.begun().timeNanos(), until);
      for (IpAddress address : registration.addresses()) {
        stays.computeIfAbsent(address, any -> new ArrayList<>()).add(stay);
      }
    }
  }

  /** The owner, or null when nothing tells. */
  @Nullable Ue owner(IkeSa sa) {
    return owners.get(sa);
  }

  /** True when the original initiator is the mobile node's side. */
  boolean ueInitiated(IkeSa sa) {
    IkeSa.Endpoints ends = sa.endpoints().getFirst();
    return !bindings.homeAgent(ends.initiator()) || bindings.homeAgent(ends.responder());
  }

  /** The mobile node's address of a message. */
  IpAddress ueAddress(IkeSa sa, IkeSa.Endpoints ends) {
    return ueInitiated(sa) ? ends.initiator() : ends.responder();
  }

  private IpAddress agentAddress(IkeSa sa, IkeSa.Endpoints ends) {
    return ueInitiated(sa) ? ends.responder() : ends.initiator();
  }

  private @Nullable Ue byAddress(IkeSa sa) {
    IkeSa before = sa.predecessor();
    if (before != null && owners.get(before) != null) {
      return owners.get(before);
    }
    for (IkeSa.Endpoints ends : sa.endpoints()) {
      boolean start = sa.startSeen() && ends.at().equals(sa.first());
      Ue owner =
          atAddress(ueAddress(sa, ends), agentAddress(sa, ends), ends.at().timeNanos(), start);
      if (owner != null) {
        return owner;
      }
    }
    return null;
  }

  private @Nullable Ue atAddress(IpAddress address, IpAddress agent, long time, boolean start) {
    List<Stay> here = stays.getOrDefault(address, List.of());
    Stay present = null;
    Stay next = null;
    for (Stay stay : here) {
      if (!stay.ue().homeAgentAddresses().contains(agent)) {
        continue;
      }
      if (stay.from() <= time && time < stay.until()) {
        present = present == null || present.from() < stay.from() ? stay : present;
      } else if (stay.from() > time && (next == null || stay.from() < next.from())) {
        next = stay;
      }
    }
    boolean soon =
        next != null
            && next.from() - time <= ATTACH_NANOS
            && !(start && startedBetween(address, time, next.from()));
    if (present == null) {
      return soon && next != null ? next.ue() : null;
    }
    boolean arriving = soon && next != null && next.newPlace() && next.ue() != present.ue();
    return start && arriving && next != null ? next.ue() : present.ue();
  }

  private boolean startedBetween(IpAddress address, long after, long before) {
    return starts.getOrDefault(address, List.of()).stream()
        .anyMatch(time -> time > after && time < before);
  }

  private @Nullable Ue bySign(IkeSa sa) {
    if (!sa.startSeen() || sa.state() != IkeSa.State.ESTABLISHED) {
      return null;
    }
    Ue cleared = clearedMeanwhile(sa);
    return cleared == null ? sameInterface(sa) : cleared;
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
      for (Map.Entry<IkeSa, Ue> other : owners.entrySet()) {
        for (IkeExchange exchange : other.getKey().exchanges()) {
          long time = exchange.first().at().timeNanos();
          boolean byAgent = exchange.byInitiator() != ueInitiated(other.getKey());
          if (byAgent
              && exchange.type() != IkeTracker.IKE_SA_INIT
              && time >= from
              && time <= until
              && agentAddress(other.getKey(), exchange.first())
                  .equals(agentAddress(sa, auth.first()))) {
            return other.getValue();
          }
        }
      }
    }
    return null;
  }

  /** The same interface identifier under another prefix, when only one UE has it. */
  private @Nullable Ue sameInterface(IkeSa sa) {
    IpAddress address = ueAddress(sa, sa.endpoints().getFirst());
    IpAddress agent = agentAddress(sa, sa.endpoints().getFirst());
    if (address.v4()) {
      return null;
    }
    Ue found = null;
    for (Ue ue : ues) {
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
        .filter(registration -> registration.begun().timeNanos() <= time)
        .max(Comparator.comparingLong(registration -> registration.begun().timeNanos()))
        .orElse(null);
  }

  /** SAs of a UE in the order of their first message. */
  List<IkeSa> of(Ue ue) {
    return sas.stream().filter(sa -> owners.get(sa) == ue).toList();
  }
}
