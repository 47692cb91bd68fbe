package org.roamscope.track;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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

  /** What a NAT made of one inside address and port. */
  private record Mapping(IpAddress address, int port) implements Comparable<Mapping> {
    private static final Comparator<Mapping> ORDER =
        Comparator.comparing(Mapping::address).thenComparingInt(Mapping::port);

    @Override
    public int compareTo(Mapping other) {
      return ORDER.compare(this, other);
    }
  }

  private final Sides sides;
  private final List<IkeSa> sas;

  /** Made when it is asked for: that is where UEs have to be told apart. */
  private @Nullable Map<Mapping, List<IkeSa>> users;

  /** Those of SAs. */
  NatMappings(Sides sides, List<IkeSa> sas) {
    this.sides = sides;
    this.sas = sas;
  }

  /** Other SAs that came through a mapping of this one not long before or after. */
  Set<IkeSa> shared(IkeSa sa) {
    Set<IkeSa> found = new HashSet<>();
    Map<Mapping, List<IkeSa>> all = users();
    for (Mapping mapping : of(sa)) {
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
    Set<Mapping> used = new TreeSet<>();
    Set<IpAddress> addresses = new HashSet<>();
    for (IkeSa.Endpoints ends : sa.endpoints()) {
      if (floated(sa, ends)) {
        Mapping mapping = mapping(sa, ends);
        used.add(mapping);
        addresses.add(mapping.address());
      }
    }
    boolean apart = false;
    for (IkeSa other : own) {
      for (Mapping mapping : other.equals(sa) ? Set.<Mapping>of() : around(other, sa.first())) {
        if (used.contains(mapping)) {
          return false;
        }
        apart |= addresses.contains(mapping.address());
      }
    }
    return apart;
  }

  /** Mappings that an SA came through not long before or after a time. */
  private Set<Mapping> around(IkeSa sa, At time) {
    Set<Mapping> found = new TreeSet<>();
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

  private Map<Mapping, List<IkeSa>> users() {
    if (users == null) {
      Map<Mapping, List<IkeSa>> made = new HashMap<>();
      for (IkeSa sa : sas) {
        for (Mapping mapping : of(sa)) {
          made.computeIfAbsent(mapping, any -> new ArrayList<>(1)).add(sa);
        }
      }
      users = made;
    }
    return users;
  }

  private Set<Mapping> of(IkeSa sa) {
    Set<Mapping> used = new TreeSet<>();
    for (IkeSa.Endpoints ends : sa.endpoints()) {
      used.add(mapping(sa, ends));
    }
    return used;
  }

  private Mapping mapping(IkeSa sa, IkeSa.Endpoints ends) {
    return sides.ueInitiated(sa)
        ? new Mapping(ends.initiator(), ends.initiatorPort())
        : new Mapping(ends.responder(), ends.responderPort());
  }

  /** True behind the change to port 4500: all SAs of a UE come from one port of it then. */
  private boolean floated(IkeSa sa, IkeSa.Endpoints ends) {
    return (sides.ueInitiated(sa) ? ends.responderPort() : ends.initiatorPort()) == FLOATED_PORT;
  }
}
