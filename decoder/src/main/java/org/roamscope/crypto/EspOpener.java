package org.roamscope.crypto;

import java.nio.ByteBuffer;
import org.roamscope.bytes.Slice;
import org.roamscope.crypto.Opened.Evidence;
import org.roamscope.crypto.Opened.Malformed;
import org.roamscope.crypto.Opened.Success;
import org.roamscope.crypto.Opened.Unsupported;
import org.roamscope.crypto.Opened.Verdict;
import org.roamscope.crypto.Opened.WrongKey;

/**
 * Opens the ESP packets of one security association (RFC 4303): make one and keep it, for the keys
 * are scheduled once. Keeps state while it works: not for two threads.
 *
 * <p>The integrity checksum comes first. Where none can be checked, the padding has to be as RFC
 * 4303 section 2.4 wants it. That is weak: with no padding at all, one packet in 256 passes with a
 * wrong key, so that the caller should look at the payload too.
 */
public final class EspOpener {
  private static final int HEADER = 8;
  private static final int TRAILER = 2;
  private static final byte[] NOTHING = {};

  private final Opener opener;

  /** An opener of the packets of one security association. */
  public EspOpener(EspKeys keys) {
    this.opener =
        new Opener(keys.encryption(), keys.encryptionKey(), keys.integrity(), keys.integrityKey());
  }

  /**
   * Opens a packet of an association with sequence numbers of 32 bits.
   *
   * @param packet from the SPI to the end of the checksum, nothing behind it
   */
  public Opened<EspPlaintext> open(Slice packet) {
    byte[] associated = packet.holds(0, HEADER) ? packet.bytes(0, HEADER) : NOTHING;
    return open(packet, associated, NOTHING);
  }

  /**
   * Opens a packet of an association with extended sequence numbers, RFC 4303 section 2.2.1.
   *
   * @param packet from the SPI to the end of the checksum, nothing behind it
   * @param highBits the upper 32 bits of its sequence number
   */
  public Opened<EspPlaintext> open(Slice packet, int highBits) {
    byte[] high = ByteBuffer.allocate(4).putInt(highBits).array();
    // RFC 4106 section 5: SPI and all 64 bits; RFC 4303 section 2.8: else behind the packet.
    byte[] associated =
        packet.holds(0, HEADER)
            ? ByteBuffer.allocate(12)
                .put(packet.bytes(0, 4))
                .put(high)
                .put(packet.bytes(4, 4))
                .array()
            : NOTHING;
    return open(packet, associated, high);
  }

  /**
   * Opens the next packet of an association with extended sequence numbers. The tracker guesses the
   * upper half and learns from every packet whose checksum fits.
   */
  public Opened<EspPlaintext> open(Slice packet, EsnTracker tracker) {
    if (!packet.holds(0, HEADER)) {
      return open(packet);
    }
    long low = packet.u32(4);
    int high = tracker.guess(low);
    Opened<EspPlaintext> opened = open(packet, high);
    if (opened instanceof Success<EspPlaintext> success && success.verdict() == Verdict.GOOD) {
      tracker.verified(low, high);
    }
    return opened;
  }

  private Opened<EspPlaintext> open(Slice packet, byte[] associated, byte[] implicit) {
    return switch (opener.open(packet, HEADER, associated, implicit)) {
      case Success<Opener.Plain>(Opener.Plain plain, Verdict verdict) -> trailer(plain, verdict);
      case WrongKey<Opener.Plain>(Evidence evidence) -> new WrongKey<>(evidence);
      case Unsupported<Opener.Plain>(String name) -> new Unsupported<>(name);
      case Malformed<Opener.Plain>(String what) -> new Malformed<>(what);
    };
  }

  private static Opened<EspPlaintext> trailer(Opener.Plain plain, Verdict verdict) {
    Slice plaintext = plain.plaintext();
    int end = plaintext.length() - TRAILER;
    if (end < 0) {
      return new Malformed<>("No room for the two octets of the trailer.");
    }
    int pad = plaintext.u8(end);
    if (pad > end) {
      return verdict == Verdict.GOOD
          ? new Malformed<>("Pad Length is " + pad + ", and " + end + " octets are before it.")
          : new WrongKey<>(Evidence.PADDING);
    }
    EspPlaintext inside =
        new EspPlaintext(
            plain.envelope(),
            plaintext,
            plaintext.part(0, end - pad),
            plaintext.part(end - pad, pad),
            plaintext.u8(end + 1));
    return verdict == Verdict.GOOD || inside.paddingCounts()
        ? new Success<>(inside, verdict)
        : new WrongKey<>(Evidence.PADDING);
  }
}
