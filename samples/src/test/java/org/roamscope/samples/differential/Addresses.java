package org.roamscope.samples.differential;

import java.util.Random;
import org.roamscope.field.IpAddress;

/** Addresses of the documentation ranges. */
record Addresses(Random random) {
  /** An IPv4 address. */
  IpAddress v4() {
    String network = random.nextBoolean() ? "192.0.2." : "198.51.100.";
    return IpAddress.parse(network + (1 + random.nextInt(200)));
  }

  /** An IPv6 address. */
  IpAddress v6() {
    return IpAddress.parse(
        "2001:db8:"
            + Integer.toHexString(random.nextInt(4096))
            + "::"
            + Integer.toHexString(1 + random.nextInt(60000)));
  }
}
