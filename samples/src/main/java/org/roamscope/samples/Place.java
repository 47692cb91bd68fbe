package org.roamscope.samples;

import org.roamscope.field.IpAddress;

/**
 * A point of attachment.
 *
 * @param address the UE's own address there
 * @param seen the address that the home agent sees: a NAT's, or the same
 * @param portShift what the NAT adds to the UE's port; 0 without a NAT
 */
record Place(IpAddress address, IpAddress seen, int portShift) {
  boolean natted() {
    return !address.equals(seen);
  }

  int port(int port) {
    return port + portShift;
  }
}
