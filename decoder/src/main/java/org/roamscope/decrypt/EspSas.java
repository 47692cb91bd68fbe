package org.roamscope.decrypt;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.EspPlaintext;
import org.roamscope.crypto.Opened;
import org.roamscope.crypto.Opened.Success;
import org.roamscope.crypto.Opened.Verdict;
import org.roamscope.dissect.IpScope;
import org.roamscope.dissect.OpenedEsp;
import org.roamscope.field.ChecksumStatus;
import org.roamscope.field.IpAddress;
import org.roamscope.ipsec.DecryptedEsp;
import org.roamscope.ipsec.EspTrailer;
import org.roamscope.ipsec.NullEsp;
import org.roamscope.keys.IpsecProtocol;
import org.roamscope.keys.KeyRing;

/**
 * The ESP SAs whose keys are known, by SPI. Those that a file names with the addresses of the
 * packet come first; then all others, for a mobile node's SAs move. The checksum decides; a key
 * without one is believed only when it is the only one and the inside is plausible.
 */
final class EspSas {
  /** SPIs for which ciphers are kept. */
  private static final int MOST_SPIS = 16_384;

  private final KnownSas<EspSa> known;

  EspSas(KeyRing ring) {
    known = new KnownSas<>(ring, IpsecProtocol.ESP, EspSa::of, MOST_SPIS);
  }

  /** More keys. */
  void add(KeyRing more) {
    known.add(more);
  }

  /** An SA whose keys were derived. */
  void add(long spi, EspSa sa) {
    known.add(spi, sa);
  }

  /** Opens a packet, or says in {@code attempts} why not. */
  Optional<OpenedEsp> open(long spi, Slice packet, IpScope scope, Attempts attempts) {
    List<EspSa> all = known.candidates(spi);
    Optional<OpenedEsp> opened =
        proven(all, true, scope.source(), scope.destination(), spi, packet, attempts);
    if (opened.isEmpty()) {
      opened = proven(all, false, scope.source(), scope.destination(), spi, packet, attempts);
    }
    if (opened.isPresent()) {
      known.confirm(spi);
      return opened;
    }
    return all.size() == 1 && !all.getFirst().proves()
        ? plausible(all.getFirst(), packet, attempts)
        : unproven(all, packet, attempts);
  }

  private static Optional<OpenedEsp> proven(
      List<EspSa> all,
      boolean here,
      IpAddress source,
      IpAddress destination,
      long spi,
      Slice packet,
      Attempts attempts) {
    for (EspSa sa : all) {
      if (sa.proves() && sa.at(source, destination, spi) == here) {
        Opened<EspPlaintext> opened = sa.open(packet);
        if (opened instanceof Success<EspPlaintext>(EspPlaintext inside, Verdict verdict)
            && verdict == Verdict.GOOD) {
          attempts.fits(sa.source(), sa.encryption());
          return Optional.of(result(packet, inside, ChecksumStatus.GOOD));
        }
        attempts.add(opened);
      }
    }
    return Optional.empty();
  }

  private static Optional<OpenedEsp> plausible(EspSa sa, Slice packet, Attempts attempts) {
    Opened<EspPlaintext> opened = sa.open(packet);
    if (opened instanceof Success<EspPlaintext>(EspPlaintext inside, Verdict verdict)
        && NullEsp.possible(inside.nextHeader(), inside.payload())) {
      attempts.fits(sa.source(), sa.encryption());
      return Optional.of(result(packet, inside, ChecksumStatus.UNVERIFIABLE));
    }
    attempts.add(opened);
    return Optional.empty();
  }

  /** Several keys and nothing that could tell them apart. */
  private static Optional<OpenedEsp> unproven(List<EspSa> all, Slice packet, Attempts attempts) {
    for (EspSa sa : all) {
      if (attempts.outcome() == Outcome.WRONG_KEY) {
        break; // nothing tells more
      }
      if (!sa.proves()) {
        attempts.add(sa.open(packet));
      }
    }
    return Optional.empty();
  }

  /** Trailer and checksum become one run of octets again, as they were before encryption. */
  private static OpenedEsp result(Slice packet, EspPlaintext inside, ChecksumStatus icv) {
    Slice plain = inside.plaintext();
    Slice checksum = inside.envelope().icv();
    int payload = inside.payload().length();
    Slice all;
    if (plain.sameSource(packet)) {
      all = packet.from(plain.offset() - packet.offset());
    } else {
      ByteBuffer joined = ByteBuffer.allocate(plain.length() + checksum.length());
      all = Slice.of(joined.put(plain.bytes()).put(checksum.bytes()).array());
    }
    return new OpenedEsp(
        new DecryptedEsp(
            all.part(0, plain.length()),
            inside.envelope().iv(),
            inside.envelope().ciphertext(),
            all.part(0, payload)),
        new EspTrailer(all.from(payload), inside.padLength(), icv));
  }
}
