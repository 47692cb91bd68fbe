package org.roamscope.track;

/** How a mobility message travels. */
public enum Access {
  /** Directly over IPv6, from a foreign link. */
  IPV6("ipv6"),
  /** In UDP 4191 over IPv4, RFC 5555 section 4.1. */
  UDP_IPV4("udp4"),
  /** In UDP 4191 over IPv6: the last resort of RFC 5555 section 4.4.1. */
  UDP_IPV6("udp6"),
  /** In IPv4 without UDP. */
  IPV4("ipv4"),
  /** Directly over IPv6, from or to the home link. */
  HOME("home");

  private final String json;

  Access(String json) {
    this.json = json;
  }

  /** Spelling in reports. */
  public String json() {
    return json;
  }

  /** True for an IPv4 outer header. */
  public boolean overIpv4() {
    return this == UDP_IPV4 || this == IPV4;
  }
}
