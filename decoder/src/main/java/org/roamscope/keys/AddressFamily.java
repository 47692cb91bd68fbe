package org.roamscope.keys;

import org.jspecify.annotations.Nullable;
import org.roamscope.field.IpAddress;

/** Version of IP in which an SA is looked for. */
public enum AddressFamily {
  /** IPv4 only. */
  IPV4,
  /** IPv6 only. */
  IPV6,
  /** Either. */
  ANY;

  static @Nullable AddressFamily parse(String text) {
    return switch (Spelling.plain(text)) {
      case "ipv4" -> IPV4;
      case "ipv6" -> IPV6;
      case "any" -> ANY;
      default -> null;
    };
  }

  /** True when an address may belong to it. */
  public boolean holds(IpAddress address) {
    return switch (this) {
      case IPV4 -> address.v4();
      case IPV6 -> !address.v4();
      case ANY -> true;
    };
  }
}
