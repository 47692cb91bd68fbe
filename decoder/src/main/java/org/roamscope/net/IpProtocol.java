package org.roamscope.net;

/** IP protocol and next header numbers that the dissector follows (IANA protocol numbers). */
public final class IpProtocol {
  /** Hop-by-Hop Options. */
  public static final int HOP_BY_HOP = 0;

  /** ICMP. */
  public static final int ICMP = 1;

  /** IPv4 in IP. */
  public static final int IPV4 = 4;

  /** UDP. */
  public static final int UDP = 17;

  /** IPv6 in IP. */
  public static final int IPV6 = 41;

  /** Routing header. */
  public static final int ROUTING = 43;

  /** Fragment header. */
  public static final int FRAGMENT = 44;

  /** Generic Routing Encapsulation. */
  public static final int GRE = 47;

  /** Encapsulating Security Payload. */
  public static final int ESP = 50;

  /** Authentication Header. */
  public static final int AH = 51;

  /** ICMPv6. */
  public static final int ICMPV6 = 58;

  /** Nothing follows. */
  public static final int NONE = 59;

  /** Destination Options. */
  public static final int DESTINATION = 60;

  /** Mobility Header. */
  public static final int MOBILITY = 135;

  /** MPLS in IP. */
  public static final int MPLS = 137;

  /** Ethernet, RFC 8986 section 10.1. */
  public static final int ETHERNET = 143;

  private IpProtocol() {}

  /** Extension headers with the common format that nothing here needs to look into. */
  public static boolean otherExtension(int number) {
    return number == 139 || number == 140 || number == 253 || number == 254;
  }
}
