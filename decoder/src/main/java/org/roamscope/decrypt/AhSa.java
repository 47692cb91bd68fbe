package org.roamscope.decrypt;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.AhContent;
import org.roamscope.crypto.AhVerifier;
import org.roamscope.crypto.Integrity;
import org.roamscope.crypto.KeyMaterial;
import org.roamscope.crypto.Opened;
import org.roamscope.field.IpAddress;
import org.roamscope.keys.IpsecKeys;
import org.roamscope.keys.KeyOrigin;
import org.roamscope.keys.SequenceNumbers;

/**
 * An AH SA whose key is known, one direction, as several files may tell of it. Keeps the upper half
 * of its sequence numbers.
 */
final class AhSa implements KnownSas.Mergeable<AhSa> {
  private static final int SEQUENCE_AT = 8;

  private final Integrity integrity;
  private final KeyMaterial key;
  private final Numbering numbering;
  private final @Nullable AhVerifier verifier;
  private final List<IpsecKeys> told = new ArrayList<>();
  private @Nullable KeyOrigin derivedFrom;

  /** An SA of a key file; without a verifier where no code here makes its checksum. */
  static AhSa of(IpsecKeys told) {
    AhSa sa =
        new AhSa(
            told.keys().integrity(),
            told.keys().integrityKey(),
            new Numbering(told.sequenceNumbers(), (int) told.highSequence()));
    sa.told.add(told);
    return sa;
  }

  /** An SA whose key was derived: an IKE exchange tells everything but its addresses. */
  static AhSa derived(
      Integrity integrity, KeyMaterial key, SequenceNumbers numbers, KeyOrigin from) {
    AhSa sa = new AhSa(integrity, key, new Numbering(numbers, 0));
    sa.derivedFrom = from;
    return sa;
  }

  private AhSa(Integrity integrity, KeyMaterial key, Numbering numbering) {
    this.integrity = integrity;
    this.key = key;
    this.numbering = numbering;
    this.verifier = integrity.checks() ? new AhVerifier(integrity, key) : null;
  }

  @Override
  public boolean merge(AhSa other) {
    boolean same =
        integrity == other.integrity && key.equals(other.key) && numbering.merge(other.numbering);
    if (same) {
      told.addAll(other.told);
      derivedFrom = derivedFrom == null ? other.derivedFrom : derivedFrom;
    }
    return same;
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

  /**
   * Tries the key.
   *
   * @param packet the IP packet
   * @param ahAt where in it the header begins; its first 12 octets are there
   */
  Opened<AhContent> verify(Slice packet, int ahAt) {
    return verifier == null
        ? new Opened.Unsupported<>("an algorithm that is not known")
        : numbering.open(new Authenticated(verifier, packet, ahAt));
  }

  /** A packet with its AH. */
  private record Authenticated(AhVerifier verifier, Slice packet, int ahAt)
      implements Numbering.Packet<AhContent> {
    @Override
    public long low() {
      return packet.u32(ahAt + SEQUENCE_AT);
    }

    @Override
    public Opened<AhContent> plain() {
      return verifier.verify(packet, ahAt);
    }

    @Override
    public Opened<AhContent> extended(int high) {
      return verifier.verify(packet, ahAt, high);
    }
  }
}
