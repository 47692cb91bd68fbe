package org.roamscope.track;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;

/**
 * Which NAT mappings IKE SAs came through. A mapping stands for one UE while it lasts, and a UE
 * that comes through one does not come through another of the same NAT at the same time.
 */
final class NatMappings {
  /** Without traffic a mapping is gone after this time (RFC 4787 asks for at least 2 minutes). */
  private static final long LASTS_NANOS = 120 * At.SECOND;

  /** RFC 3948: IKE through a NAT. */
  private static final int FLOATED_PORT = 4500;

  private final Sides sides;
  private final List<IkeSa> sas;

  /** By what the NAT made of one inside address and port: made where UEs have to be told apart. */
  private @Nullable Map<Activity.Place, List<IkeSa>> users;

  /** Those of SAs. */
  NatMappings(Sides sides, List<IkeSa> sas) {
    this.sides = sides;
    this.sas = sas;
  }

  /** Other SAs that came through a mapping of this one not long before or after. */
  Set<IkeSa> shared(IkeSa sa) {
    Set<IkeSa> found = new LinkedHashSet<>();
    Map<Activity.Place, List<IkeSa>> all = users();
    for (Activity.Place mapping : of(sa)) {
      for (IkeSa other : all.getOrDefault(mapping, List.of())) {
        boolean near =
            other.first().timeNanos() - sa.last().timeNanos() <= LASTS_NANOS
                && sa.first().timeNanos() - other.last().timeNanos() <= LASTS_NANOS;
        if (near && !other.equals(sa)) {
          found.add(other);
        }
      }
    }
    return found;
  }

  /**
   * True when SAs of one UE came from an address of this SA around its start, and through other
   * mappings only.
   *
   * @param own SAs of the UE
   */
  boolean apart(IkeSa sa, List<IkeSa> own) {
    if (own.isEmpty()) {
      return false;
    }
    Set<Activity.Place> used = new TreeSet<>();
    Set<IpAddress> addresses = new HashSet<>();
    for (IkeSa.Endpoints ends : sa.endpoints()) {
      if (floated(sa, ends)) {
        Activity.Place mapping = mapping(sa, ends);
        used.add(mapping);
        addresses.add(mapping.address());
      }
    }
    boolean apart = false;
    for (IkeSa other : own) {
      for (Activity.Place mapping :
          other.equals(sa) ? Set.<Activity.Place>of() : around(other, sa.first())) {
        if (used.contains(mapping)) {
          return false;
        }
        apart |= addresses.contains(mapping.address());
      }
    }
    return apart;
  }

  /** Mappings that an SA came through not long before or after a time. */
  private Set<Activity.Place> around(IkeSa sa, At time) {
    Set<Activity.Place> found = new TreeSet<>();
    List<IkeSa.Endpoints> all = sa.endpoints();
    for (int i = 0; i < all.size(); i++) {
      At until = i + 1 < all.size() ? all.get(i + 1).at() : sa.last();
      boolean near = all.get(i).at().since(time) <= LASTS_NANOS && time.since(until) <= LASTS_NANOS;
      if (near && floated(sa, all.get(i))) {
        found.add(mapping(sa, all.get(i)));
      }
    }
    return found;
  }

  private Map<Activity.Place, List<IkeSa>> users() {
    if (users == null) {
      Map<Activity.Place, List<IkeSa>> made = new HashMap<>();
      for (IkeSa sa : sas) {
        for (Activity.Place mapping : of(sa)) {
          made.computeIfAbsent(mapping, any -> new ArrayList<>(1)).add(sa);
        }
      }
      users = made;
    }
    return users;
  }

  private Set<Activity.Place> of(IkeSa sa) {
    Set<Activity.Place> used = new TreeSet<>();
    for (IkeSa.Endpoints ends : sa.endpoints()) {
      used.add(mapping(sa, ends));
    }
    return used;
  }

  private Activity.Place mapping(IkeSa sa, IkeSa.Endpoints ends) {
    return sides.ueInitiated(sa)
        ? new Activity.Place(ends.initiator(), ends.initiatorPort())
        : new Activity.Place(ends.responder(), ends.responderPort());
  }

  /** True behind the change to port 4500: all SAs of a UE come from one port of it then. */
  private boolean floated(IkeSa sa, IkeSa.Endpoints ends) {
    return (sides.ueInitiated(sa) ? ends.responderPort() : ends.initiatorPort()) == FLOATED_PORT;
  }
}
