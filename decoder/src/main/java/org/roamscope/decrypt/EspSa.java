package org.roamscope.decrypt;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.Encryption;
import org.roamscope.crypto.EspKeys;
import org.roamscope.crypto.EspOpener;
import org.roamscope.crypto.EspPlaintext;
import org.roamscope.crypto.Opened;
import org.roamscope.field.IpAddress;
import org.roamscope.keys.IpsecKeys;
import org.roamscope.keys.KeyOrigin;
import org.roamscope.keys.SequenceNumbers;

/**
 * An ESP SA whose keys are known, one direction, as several files may tell of it. Keeps the upper
 * half of its sequence numbers.
 */
final class EspSa implements KnownSas.Mergeable<EspSa> {
  private static final int SEQUENCE_AT = 4;
  private static final int HEADER = 8;

  private final EspKeys keys;
  private final EspOpener opener;
  private final List<IpsecKeys> told = new ArrayList<>();
  private @Nullable KeyOrigin derivedFrom;
  private final Numbering numbering;

  /** An SA of a key file. */
  static EspSa of(IpsecKeys told) {
    EspSa sa =
        new EspSa(told.keys(), new Numbering(told.sequenceNumbers(), (int) told.highSequence()));
    sa.told.add(told);
    return sa;
  }

  /** An SA whose keys were derived: an IKE exchange tells everything but its addresses. */
  static EspSa derived(EspKeys keys, SequenceNumbers numbers, KeyOrigin from) {
    EspSa sa = new EspSa(keys, new Numbering(numbers, 0));
    sa.derivedFrom = from;
    return sa;
  }

  private EspSa(EspKeys keys, Numbering numbering) {
    this.keys = keys;
    this.numbering = numbering;
    this.opener = new EspOpener(keys);
  }

  @Override
  public boolean merge(EspSa other) {
    boolean same = keys.equals(other.keys) && numbering.merge(other.numbering);
    if (same) {
      told.addAll(other.told);
      derivedFrom = derivedFrom == null ? other.derivedFrom : derivedFrom;
    }
    return same;
  }

  /** The encryption. */
  Encryption encryption() {
    return keys.encryption();
  }

  /** Where the keys stand, or those that they were derived from. */
  @Nullable KeySource source() {
    if (!told.isEmpty()) {
      return KeySource.told(told.getFirst().origin());
    }
    return derivedFrom == null ? null : KeySource.derived(derivedFrom);
  }

  /** True when a file names these addresses, or some that hold them. */
  boolean at(IpAddress source, IpAddress destination, long spi) {
    return told.stream().anyMatch(one -> one.matches(source, destination, spi));
  }

  /** True when every packet proves by its checksum that the key is right. */
  boolean proves() {
    return keys.encryption().aead() || keys.integrity().checks();
  }

  /** Tries the key. */
  Opened<EspPlaintext> open(Slice packet) {
    if (!packet.holds(0, HEADER)) {
      return opener.open(packet);
    }
    return numbering.open(new Sealed(opener, packet));
  }

  /** A packet with its SPI and sequence number. */
  private record Sealed(EspOpener opener, Slice packet) implements Numbering.Packet<EspPlaintext> {
    @Override
    public long low() {
      return packet.u32(SEQUENCE_AT);
    }

    @Override
    public Opened<EspPlaintext> plain() {
      return opener.open(packet);
    }

    @Override
    public Opened<EspPlaintext> extended(int high) {
      return opener.open(packet, high);
    }
  }
}
