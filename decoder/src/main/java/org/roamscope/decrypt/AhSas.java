package org.roamscope.decrypt;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.AhContent;
import org.roamscope.crypto.Opened;
import org.roamscope.crypto.Opened.Success;
import org.roamscope.crypto.Opened.Verdict;
import org.roamscope.dissect.IpScope;
import org.roamscope.keys.IpsecProtocol;
import org.roamscope.keys.KeyRing;

/**
 * The AH SAs whose keys are known, by SPI. Those that a file names with the addresses of the packet
 * come first; then all others, for a mobile node's SAs move.
 */
final class AhSas {
  /** SPIs for which ciphers are kept. */
  private static final int MOST_SPIS = 4096;

  private final KnownSas<AhSa> known;

  AhSas(KeyRing ring) {
    known = new KnownSas<>(ring, IpsecProtocol.AH, AhSa::of, MOST_SPIS);
  }

  /** More keys. */
  void add(KeyRing more) {
    known.add(more);
  }

  /** An SA whose keys were derived. */
  void add(long spi, AhSa sa) {
    known.add(spi, sa);
  }

  /**
   * Verifies a packet.
   *
   * @return VERIFIED, or what the keys that were tried came to
   */
  Outcome verify(long spi, Slice packet, int ahAt, IpScope scope, Attempts attempts) {
    List<AhSa> all = known.candidates(spi);
    List<AhSa> order = new ArrayList<>();
    all.stream().filter(sa -> sa.at(scope.source(), scope.destination(), spi)).forEach(order::add);
    all.stream().filter(sa -> !order.contains(sa)).forEach(order::add);
    for (AhSa sa : order) {
      Opened<AhContent> opened = sa.verify(packet, ahAt);
      if (opened instanceof Success<AhContent> success && success.verdict() == Verdict.GOOD) {
        known.confirm(spi);
        attempts.fits(sa.source());
        return Outcome.VERIFIED;
      }
      attempts.add(opened);
    }
    return attempts.outcome();
  }
}
