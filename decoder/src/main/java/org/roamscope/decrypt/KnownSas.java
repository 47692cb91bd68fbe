package org.roamscope.decrypt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.roamscope.bytes.BoundedMap;
import org.roamscope.keys.IpsecKeys;
import org.roamscope.keys.IpsecProtocol;
import org.roamscope.keys.KeyRing;

/**
 * The SAs of one protocol whose keys are known, by SPI: those that files tell and those whose keys
 * were derived.
 *
 * @param <S> an SA with its ciphers
 */
final class KnownSas<S extends KnownSas.Mergeable<S>> {
  /** An SA that several files may tell of. */
  interface Mergeable<S> {
    /** Takes over what another one tells, when it is the same SA. */
    boolean merge(S other);
  }

  /** Keys for one SPI; a table of wildcards must not make every packet try thousands. */
  private static final int MOST_KEYS = 256;

  private final IpsecProtocol protocol;
  private final Function<IpsecKeys, S> make;
  private final BoundedMap<Long, List<S>> bySpi;
  private final BoundedMap<Long, List<S>> derived;
  private KeyRing ring;

  /**
   * The SAs of a ring.
   *
   * @param ring keys of files
   * @param protocol those of this protocol count
   * @param make an SA of its keys
   * @param mostSpis SPIs for which ciphers are kept
   */
  KnownSas(KeyRing ring, IpsecProtocol protocol, Function<IpsecKeys, S> make, int mostSpis) {
    this.ring = ring;
    this.protocol = protocol;
    this.make = make;
    bySpi = new BoundedMap<>(mostSpis);
    derived = new BoundedMap<>(mostSpis);
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

  /** An SA whose keys were derived. */
  void add(long spi, S sa) {
    merge(derived.getOrAdd(spi, ArrayList::new), sa);
    bySpi.remove(spi);
  }

  /** A key opened a packet with this SPI: it goes last when the table is full. */
  void confirm(long spi) {
    bySpi.confirm(spi);
  }

  /** Those that a packet with this SPI may belong to. */
  List<S> candidates(long spi) {
    List<S> known = bySpi.get(spi);
    if (known != null) {
      return known;
    }
    List<S> found = new ArrayList<>();
    for (IpsecKeys keys : ring.esp(spi)) {
      if (keys.protocol() == protocol) {
        merge(found, make.apply(keys));
      }
    }
    List<S> made = derived.get(spi);
    if (made != null) {
      made.forEach(sa -> merge(found, sa));
    }
    if (!found.isEmpty()) {
      bySpi.put(spi, found);
    }
    return found;
  }

  private void merge(List<S> known, S sa) {
    for (S one : known) {
      if (one.merge(sa)) {
        return;
      }
    }
    if (known.size() < MOST_KEYS) {
      known.add(sa);
    }
  }
}
