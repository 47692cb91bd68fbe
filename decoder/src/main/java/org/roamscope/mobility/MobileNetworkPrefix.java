package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.AddressField;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Mobile Network Prefix option (6), RFC 3963 section 4.3.
 *
 * @param slice the option from its type octet
 */
public record MobileNetworkPrefix(Slice slice) implements MobilityOption {
  /** Option type. */
  public static final int TYPE = 6;

  static final Layout WIRE =
      MobilityOption.layout(
          "mip6.nemo.mnp", "mip6.options.mnp", "Mobile Network Prefix", rfc(3963, "4.3"));

  static final UInt RESERVED = WIRE.u8("roam.mip6.nemo.mnp.reserved", "Reserved");
  static final UInt PREFIX_LENGTH = WIRE.u8("mip6.nemo.mnp.pfl", "Mobile Network Prefix Length");
  static final AddressField PREFIX = WIRE.ipv6("mip6.nemo.mnp.mnp", "Mobile Network Prefix");

  static {
    WIRE.total(20);
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
