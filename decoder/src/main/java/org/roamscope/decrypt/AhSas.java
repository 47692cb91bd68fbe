package org.roamscope.decrypt;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.BoundedMap;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.AhContent;
import org.roamscope.crypto.Opened;
import org.roamscope.crypto.Opened.Success;
import org.roamscope.crypto.Opened.Verdict;
import org.roamscope.dissect.IpScope;
import org.roamscope.keys.IpsecKeys;
import org.roamscope.keys.IpsecProtocol;
import org.roamscope.keys.KeyRing;

/**
 * The AH SAs whose keys are known, by SPI. Those that a file names with the addresses of the packet
 * come first; then all others, for a mobile node's SAs move.
 */
final class AhSas {
  private static final int MOST_SPIS = 4096;
  private static final int MOST_KEYS = 256;

  private KeyRing ring;
  private final BoundedMap<Long, List<AhSa>> bySpi = new BoundedMap<>(MOST_SPIS);
  private final BoundedMap<Long, List<AhSa>> derived = new BoundedMap<>(MOST_SPIS);

  AhSas(KeyRing ring) {
    this.ring = ring;
  }

  /** More keys. */
  void add(KeyRing more) {
    ring = ring.and(more);
    for (IpsecKeys keys : more.esp()) {
      if (keys.spi().exact()) {
        bySpi.remove(keys.spi().value());
      }
    }
  }

  /** An SA whose key was derived. */
  void add(long spi, AhSa sa) {
    merge(derived.getOrAdd(spi, ArrayList::new), sa);
    bySpi.remove(spi);
  }

  private static void merge(List<AhSa> known, AhSa sa) {
    if (known.stream().noneMatch(one -> one.merge(sa)) && known.size() < MOST_KEYS) {
      known.add(sa);
    }
  }

  private List<AhSa> candidates(long spi) {
    List<AhSa> known = bySpi.get(spi);
    if (known != null) {
      return known;
    }
    List<AhSa> found = new ArrayList<>();
    for (IpsecKeys keys : ring.esp(spi)) {
      if (keys.protocol() == IpsecProtocol.AH) {
        merge(found, AhSa.of(keys));
      }
    }
    List<AhSa> made = derived.get(spi);
    if (made != null) {
      made.forEach(sa -> merge(found, sa));
    }
    if (!found.isEmpty()) {
      bySpi.put(spi, found);
    }
    return found;
  }

  /**
   * Verifies a packet.
   *
   * @return VERIFIED, or what the keys that were tried came to
   */
  Outcome verify(long spi, Slice packet, int ahAt, IpScope scope, Attempts attempts) {
    List<AhSa> all = candidates(spi);
    List<AhSa> order = new ArrayList<>();
    all.stream().filter(sa -> sa.at(scope.source(), scope.destination(), spi)).forEach(order::add);
    all.stream().filter(sa -> !order.contains(sa)).forEach(order::add);
    for (AhSa sa : order) {
      Opened<AhContent> opened = sa.verify(packet, ahAt);
      if (opened instanceof Success<AhContent> success && success.verdict() == Verdict.GOOD) {
        bySpi.confirm(spi);
        attempts.fits(sa.source());
        return Outcome.VERIFIED;
      }
      attempts.add(opened);
    }
    return attempts.outcome();
  }
}
