package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.AddressField;
import org.roamscope.field.Element;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Layout;

/**
 * One home agent in the list of a Home Agent Switch message, RFC 5142 section 4.
 *
 * @param slice the 16 octets
 */
public record HomeAgentAddress(Slice slice) implements Element {
  static final Layout WIRE = Layout.of("mip6.has", "Home agent", rfc(5142, "4"));

  static final AddressField ADDRESS = WIRE.ipv6("address", "Address");

  static {
    WIRE.total(16);
  }

  /** Octets of an entry. */
  static final int OCTETS = 16;

  /** The home agent. */
  public IpAddress address() {
    return ADDRESS.get(slice);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
