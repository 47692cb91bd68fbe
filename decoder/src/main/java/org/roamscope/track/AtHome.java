package org.roamscope.track;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.BoundedMap;
import org.roamscope.field.IpAddress;

/** UEs by their home address alone: one may be registered at several home agents. Bounded. */
final class AtHome {
  /** Home addresses that are registered at more than one home agent. */
  private static final int MOST_SHARED = 100_000;

  /** Home agents beside the first at which one home address may be registered. */
  private static final int MOST_AGENTS = 64;

  private final BoundedMap<IpAddress, Ue> first;
  private final BoundedMap<IpAddress, List<Ue>> others;

  /**
   * Without any.
   *
   * @param capacity home addresses kept at most
   */
  AtHome(int capacity) {
    first = new BoundedMap<>(capacity);
    others = new BoundedMap<>(Math.min(capacity, MOST_SHARED));
  }

  void add(Ue ue) {
    if (first.get(ue.homeAddress()) == null) {
      first.put(ue.homeAddress(), ue); // nearly always the only one
    } else {
      List<Ue> more = others.getOrAdd(ue.homeAddress(), ArrayList::new);
      if (more.size() < MOST_AGENTS) {
        more.add(ue);
      }
    }
  }

  /** Those with a home address. */
  List<Ue> of(IpAddress homeAddress) {
    Ue known = first.get(homeAddress);
    List<Ue> more = known == null ? null : others.get(homeAddress);
    if (known == null || more == null) {
      return known == null ? List.of() : List.of(known);
    }
    List<Ue> all = new ArrayList<>(more.size() + 1);
    all.add(known);
    all.addAll(more);
    return all;
  }
}
