package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.AddressField;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Layout;

/**
 * Alternate Care-of Address option (3), RFC 6275 section 6.2.5.
 *
 * @param slice the option from its type octet
 */
public record AlternateCareOfAddress(Slice slice) implements MobilityOption {
  /** Option type. */
  public static final int TYPE = 3;

  static final Layout WIRE =
      MobilityOption.layout(
          "mip6.acoa", "mip6.options.acoa", "Alternate Care-of Address", rfc(6275, "6.2.5"));

  static final AddressField ADDRESS = WIRE.ipv6("acoa", "Alternate care-of address");

  static {
    WIRE.total(18);
  }

  /** The address to use as care-of address instead of the packet's source. */
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
