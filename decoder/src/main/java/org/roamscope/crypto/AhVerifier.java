package org.roamscope.crypto;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.Opened.Evidence;
import org.roamscope.crypto.Opened.Malformed;
import org.roamscope.crypto.Opened.Success;
import org.roamscope.crypto.Opened.Unsupported;
import org.roamscope.crypto.Opened.Verdict;
import org.roamscope.crypto.Opened.WrongKey;

/**
 * Verifies the packets of one AH security association, RFC 4302. Keeps state while it works: not
 * for two threads.
 */
public final class AhVerifier {
  private static final int FIXED = 12;
  private static final byte[] NOTHING = {};

  private final Integrity integrity;
  private final boolean usable;
  private final @Nullable MacFunction code;
  private final int keyOctets;

  /** A verifier of the packets of one security association. */
  public AhVerifier(Integrity integrity, KeyMaterial key) {
    this.integrity = integrity;
    this.keyOctets = key.length();
    this.usable = integrity.accepts(keyOctets);
    this.code = usable && integrity.checks() ? MacFunction.of(integrity, key.octets()) : null;
  }

  /**
   * Verifies a packet of an association with sequence numbers of 32 bits.
   *
   * @param packet the whole IPv4 or IPv6 packet, not a fragment
   * @param ahAt where the Authentication Header begins in it
   */
  public Opened<AhContent> verify(Slice packet, int ahAt) {
    return verify(packet, ahAt, NOTHING);
  }

  /**
   * Verifies a packet of an association with extended sequence numbers, RFC 4302 section 3.3.3.2.2.
   *
   * @param packet the whole IPv4 or IPv6 packet, not a fragment
   * @param ahAt where the Authentication Header begins in it
   * @param highBits the upper 32 bits of its sequence number
   */
  public Opened<AhContent> verify(Slice packet, int ahAt, int highBits) {
    return verify(packet, ahAt, ByteBuffer.allocate(4).putInt(highBits).array());
  }

  private Opened<AhContent> verify(Slice packet, int ahAt, byte[] implicit) {
    if (!usable) {
      return new Unsupported<>(integrity.shortName() + " with a key of " + keyOctets + " octets");
    }
    return switch (AhImage.of(packet, ahAt)) {
      case AhImage.Fault(String what) -> new Malformed<>(what);
      case AhImage.Packet(Slice trimmed, Slice image) -> check(trimmed, image, ahAt, implicit);
    };
  }

  private Opened<AhContent> check(Slice packet, Slice image, int ahAt, byte[] implicit) {
    int octets = (packet.u8(ahAt + 1) + 2) * 4;
    Slice field = packet.part(ahAt + FIXED, octets - FIXED);
    Slice payload = packet.from(ahAt + octets);
    int nextHeader = packet.u8(ahAt);
    if (code == null) {
      return new Success<>(new AhContent(payload, nextHeader, field), Verdict.NOT_CHECKED);
    }
    int icvOctets = integrity.icvOctets();
    if (field.length() < icvOctets) {
      return new Malformed<>(
          "The checksum field has " + field.length() + " octets and needs " + icvOctets + ".");
    }
    // RFC 4302 section 3.3.3.2.1: the padding behind the checksum counts as it is sent.
    byte[] covered = image.bytes();
    Arrays.fill(covered, ahAt + FIXED, ahAt + FIXED + icvOctets, (byte) 0);
    byte[] made = Arrays.copyOf(code.of(covered, implicit), icvOctets);
    Slice icv = field.part(0, icvOctets);
    return MessageDigest.isEqual(made, icv.bytes())
        ? new Success<>(new AhContent(payload, nextHeader, icv), Verdict.GOOD)
        : new WrongKey<>(Evidence.CHECKSUM);
  }
}
