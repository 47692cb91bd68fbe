package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.AddressField;
import org.roamscope.field.Flag;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * IPv4 Home Address option (29), RFC 5555 section 3.1.1.
 *
 * @param slice the option from its type octet
 */
public record Ipv4HomeAddress(Slice slice) implements MobilityOption {
  /** Option type. */
  public static final int TYPE = 29;

  static final Layout WIRE =
      MobilityOption.layout(
          "mip6.ipv4ha", "mip6.options.ipv4ha", "IPv4 Home Address", rfc(5555, "3.1.1"));

  static final UInt PREFIX_LENGTH = WIRE.uint(6, "preflen", "Prefix-len");
  static final Flag PREFIX = WIRE.flag("p_flag", "Mobile network prefix (P)");

  static final UInt RESERVED = WIRE.uint(9, "roam.mip6.ipv4ha.reserved", "Reserved");
  static final AddressField ADDRESS = WIRE.ipv4("ha", "IPv4 Home Address");

  static {
    WIRE.total(8);
  }

  /** The IPv4 home address; 0.0.0.0 asks for one. */
  public IpAddress address() {
    return ADDRESS.get(slice);
  }

  /** Prefix length, 32 for a single address. */
  public int prefixLength() {
    return PREFIX_LENGTH.getInt(slice);
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
