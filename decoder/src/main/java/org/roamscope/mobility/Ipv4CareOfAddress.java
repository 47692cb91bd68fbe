package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.AddressField;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * IPv4 Care-of Address option (32), RFC 5555 section 3.1.2.
 *
 * @param slice the option from its type octet
 */
public record Ipv4CareOfAddress(Slice slice) implements MobilityOption {
  /** Option type. */
  public static final int TYPE = 32;

  static final Layout WIRE =
      MobilityOption.layout(
          "mip6.ipv4coa", "mip6.options.ipv4coa", "IPv4 Care-of Address", rfc(5555, "3.1.2"));

  static final UInt RESERVED = WIRE.u16("reserved", "Reserved");
  static final AddressField ADDRESS = WIRE.ipv4("addr", "IPv4 Care-of address");

  static {
    WIRE.total(8);
  }

  /** The care-of address as the mobile node configured it, before any NAT. */
  public IpAddress address() {
    return ADDRESS.get(slice);
  }

  @Override
  public int type() {
    return TYPE;
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
