package org.roamscope.ipsec;

import java.util.zip.CRC32C;
import org.roamscope.bytes.Slice;

/**
 * Fields of inner protocols that have one right value or few, RFC 5879 section 8.3: they tell
 * plaintext from octets that only look like it.
 */
enum FixedFields {
  /** A length or checksum fits that chance meets once in 65,536 packets or less often. */
  PROVEN,
  /** Nothing speaks against it. */
  POSSIBLE,
  /** A field has a value that no packet of this protocol has. */
  IMPOSSIBLE;

  private static final int ICMP = 1;
  private static final int IPV4 = 4;
  private static final int TCP = 6;
  private static final int UDP = 17;
  private static final int IPV6 = 41;
  private static final int ICMPV6 = 58;
  private static final int NO_NEXT_HEADER = 59;
  private static final int SCTP = 132;
  private static final int MOBILITY = 135;

  /** What the first octets of a payload say. */
  static FixedFields of(int nextHeader, Slice payload) {
    return switch (nextHeader) {
      case ICMP -> icmp(payload);
      case IPV4 -> ipv4(payload);
      case TCP -> tcp(payload);
      case UDP -> udp(payload);
      case IPV6 -> ipv6(payload);
      case ICMPV6 -> payload.length() >= 8 && payload.u8(0) != 0 ? POSSIBLE : IMPOSSIBLE;
      case NO_NEXT_HEADER -> POSSIBLE;
      case SCTP -> sctp(payload);
      case MOBILITY -> mobility(payload);
      default -> IMPOSSIBLE;
    };
  }

  /** RFC 792: the checksum covers the message alone. */
  private static FixedFields icmp(Slice payload) {
    return payload.length() >= 8 && sum(payload, payload.length()) == 0xffff ? PROVEN : IMPOSSIBLE;
  }

  /** RFC 791 section 3.1: version, header length, total length and header checksum. */
  private static FixedFields ipv4(Slice payload) {
    if (payload.length() < 20 || payload.u8(0) >>> 4 != 4) {
      return IMPOSSIBLE;
    }
    int header = (payload.u8(0) & 15) * 4;
    boolean fits = header >= 20 && header <= payload.length() && payload.u16(2) <= payload.length();
    return fits && sum(payload, header) == 0xffff ? PROVEN : IMPOSSIBLE;
  }

  /** RFC 8200 section 3: version and payload length; traffic flow padding may follow. */
  private static FixedFields ipv6(Slice payload) {
    boolean fits =
        payload.length() >= 40
            && payload.u8(0) >>> 4 == 6
            && payload.u16(4) + 40 <= payload.length();
    return !fits ? IMPOSSIBLE : payload.u16(4) + 40 == payload.length() ? PROVEN : POSSIBLE;
  }

  /** RFC 9293 section 3.1: data offset, and the three bits that are still reserved. */
  private static FixedFields tcp(Slice payload) {
    if (payload.length() < 20) {
      return IMPOSSIBLE;
    }
    int header = (payload.u8(12) >>> 4) * 4;
    boolean fits = header >= 20 && header <= payload.length() && (payload.u8(12) & 0x0e) == 0;
    return fits ? POSSIBLE : IMPOSSIBLE;
  }

  /** RFC 768: the length is the payload's. */
  private static FixedFields udp(Slice payload) {
    return payload.length() >= 8 && payload.u16(4) == payload.length() ? PROVEN : IMPOSSIBLE;
  }

  /** RFC 9260 section 3: the first chunk fits; its checksum is of 32 bits. */
  private static FixedFields sctp(Slice payload) {
    if (payload.length() < 16) {
      return IMPOSSIBLE;
    }
    CRC32C sum = new CRC32C();
    sum.update(payload.bytes(0, 8));
    sum.update(new byte[4]);
    sum.update(payload.bytes(12, payload.length() - 12));
    return Integer.reverseBytes((int) sum.getValue()) == (int) payload.u32(8) ? PROVEN : IMPOSSIBLE;
  }

  /** RFC 6275 section 6.1.1: no header follows, and the header is all there is. */
  private static FixedFields mobility(Slice payload) {
    boolean fits =
        payload.length() >= 8
            && payload.u8(0) == NO_NEXT_HEADER
            && (payload.u8(1) + 1) * 8 == payload.length();
    return fits ? POSSIBLE : IMPOSSIBLE;
  }

  /** Sum in ones' complement over {@code octets} octets, RFC 1071. */
  private static int sum(Slice slice, int octets) {
    int sum = 0;
    for (int i = 0; i < octets; i++) {
      sum += i % 2 == 0 ? slice.u8(i) << 8 : slice.u8(i);
    }
    while (sum >>> 16 != 0) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return sum;
  }
}
