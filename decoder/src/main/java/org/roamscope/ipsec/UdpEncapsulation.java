package org.roamscope.ipsec;

import org.roamscope.bytes.Slice;

/** What a datagram on UDP port 4500 holds, RFC 3948 section 2. */
public enum UdpEncapsulation {
  /** A NAT keepalive: the single octet 0xff. It proves no live peer and no new endpoint. */
  KEEPALIVE,
  /** Four zero octets (the non-ESP marker), then an IKE message. */
  IKE,
  /** ESP: the first four octets are an SPI, which is not zero. */
  ESP,
  /** No octet was sent. */
  EMPTY,
  /** Too few octets were sent or captured to tell. */
  UNKNOWN;

  /** Octets of the non-ESP marker. */
  public static final int MARKER_OCTETS = 4;

  private static final int KEEPALIVE_OCTET = 0xff;

  /** Tells by the first octets of the UDP payload. */
  public static UdpEncapsulation of(Slice payload) {
    if (payload.claimedLength() == 0) {
      return EMPTY;
    }
    if (payload.claimedLength() == 1 && payload.length() == 1 && payload.u8(0) == KEEPALIVE_OCTET) {
      return KEEPALIVE;
    }
    if (!payload.holds(0, MARKER_OCTETS)) {
      return UNKNOWN;
    }
    return payload.u32(0) == 0 ? IKE : ESP;
  }
}
