package org.roamscope.ipsec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roamscope.bytes.Slice;
import org.roamscope.field.ChecksumStatus;

/**
 * Finds what is inside ESP with NULL encryption (RFC 2410). Nothing in the packet says that it is
 * not encrypted nor how long its integrity check value is, so every length in use is tried and the
 * trailer before it is looked at:
 *
 * <pre>
 * 8: payload  |  padding 1, 2, 3, ... n  |  Pad Length n (8)  |  Next Header (8)  |  ICV
 * </pre>
 *
 * <p>That the trailer fits is weak evidence (RFC 5879 section 8): random octets pass one length in
 * about 8500, pad length 0 and one of nine next headers. So the payload is looked at as well. It
 * proves itself by a length or checksum that chance rarely meets ({@link FixedFields#PROVEN}), or
 * the caller knows it ({@link InnerCheck}); then it is believed. Where nothing speaks against it,
 * it is believed only with padding and when no other length fits. Of a million random packets of
 * 60, 100 and 140 octets each, none was taken for plaintext; the test of this class counts again.
 */
public final class NullEsp {
  /** Where the padding must end in: RFC 4303 section 2.4. */
  private static final int ALIGNMENT = 4;

  private static final int TRAILER = 2;

  /** Lengths of integrity check values, the most used first. */
  private static final List<Integer> ICV_LENGTHS = List.of(12, 16, 24, 32, 8, 0);

  private NullEsp() {}

  /** What the caller knows of the protocols inside. */
  @FunctionalInterface
  public interface InnerCheck {
    /**
     * True when the payload proves itself, for example by a checksum. Chance must be low: a match
     * is believed at once.
     */
    boolean strong(int nextHeader, Slice payload);
  }

  /**
   * What was found.
   *
   * @param nextHeader protocol of the payload
   * @param payload the payload, without padding
   * @param icvLength octets of the integrity check value
   * @param padLength octets of padding
   * @param trailer padding to integrity check value, whose correctness a key would show
   */
  public record Inner(
      int nextHeader, Slice payload, int icvLength, int padLength, EspTrailer trailer) {}

  /**
   * Looks for a payload in the clear.
   *
   * @param espPacket the packet from its SPI; the trailer is at its end, so it must be whole
   * @param check says when a payload proves itself
   * @return the payload that does or whose fixed fields prove it, else the only one that fits and
   *     has padding, else nothing
   */
  public static Optional<Inner> find(Slice espPacket, InnerCheck check) {
    if (espPacket.truncated() || espPacket.length() % ALIGNMENT != 0) {
      return Optional.empty();
    }
    List<Inner> fitting = new ArrayList<>();
    for (int icv : ICV_LENGTHS) {
      Optional<Inner> candidate = candidate(espPacket, icv);
      if (candidate.isPresent()) {
        Inner inner = candidate.get();
        FixedFields fields = FixedFields.of(inner.nextHeader(), inner.payload());
        if (fields == FixedFields.PROVEN || check.strong(inner.nextHeader(), inner.payload())) {
          return candidate;
        }
        if (fields == FixedFields.POSSIBLE) {
          fitting.add(inner);
        }
      }
    }
    return fitting.size() == 1 && fitting.getFirst().padLength() > 0
        ? Optional.of(fitting.getFirst())
        : Optional.empty();
  }

  /**
   * True when nothing speaks against a payload of a protocol that is looked for: for what was
   * decrypted and has no checksum.
   */
  public static boolean possible(int nextHeader, Slice payload) {
    return FixedFields.of(nextHeader, payload) != FixedFields.IMPOSSIBLE;
  }

  private static Optional<Inner> candidate(Slice packet, int icv) {
    int trailer = packet.length() - icv - TRAILER;
    if (trailer < EspHeader.OCTETS) {
      return Optional.empty();
    }
    int pad = packet.u8(trailer);
    int nextHeader = packet.u8(trailer + 1);
    int end = trailer - pad;
    if (!plausible(nextHeader) || end < EspHeader.OCTETS) {
      return Optional.empty();
    }
    for (int i = 0; i < pad; i++) {
      if (packet.u8(end + i) != i + 1) {
        return Optional.empty();
      }
    }
    Slice payload = packet.part(EspHeader.OCTETS, end - EspHeader.OCTETS);
    EspTrailer last = new EspTrailer(packet.from(end), pad, ChecksumStatus.UNVERIFIABLE);
    return Optional.of(new Inner(nextHeader, payload, icv, pad, last));
  }

  /** Mobility Header, ICMP, IPv4, IPv6, TCP, UDP, SCTP, no next header (dummy packets). */
  private static boolean plausible(int nextHeader) {
    return switch (nextHeader) {
      case 135, 58, 1, 4, 41, 6, 17, 132, 59 -> true;
      default -> false;
    };
  }
}
