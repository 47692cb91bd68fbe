package org.roamscope.mobility;

import org.roamscope.bytes.Slice;

/**
 * What a UDP 4191 payload is. The receiver "parses the version field following the UDP header" (RFC
 * 5555 section 4.1); 0 there is the TLV header of RFC 5845.
 */
public enum Dsmip {
  /** An IPv6 packet: signalling or data. */
  IPV6,
  /** An IPv4 packet: data. */
  IPV4,
  /** TLV header of RFC 5845, section 7. */
  TLV,
  /** A keepalive: no payload, or the single octet 0xFF of RFC 3948. */
  KEEPALIVE,
  /** None of these. */
  UNKNOWN;

  /** UDP port of the home agent, RFC 5555 section 8. */
  public static final int PORT = 4191;

  /** Tells what the payload is. */
  public static Dsmip of(Slice payload) {
    if (payload.claimedLength() == 0 || payload.claimedLength() == 1 && first(payload) == 0xff) {
      return KEEPALIVE;
    }
    return switch (first(payload) >> 4) {
      case 6 -> IPV6;
      case 4 -> IPV4;
      case 0 -> payload.claimedLength() < 4 ? UNKNOWN : TLV;
      default -> UNKNOWN;
    };
  }

  private static int first(Slice payload) {
    return payload.length() > 0 ? payload.u8(0) : -1;
  }
}
