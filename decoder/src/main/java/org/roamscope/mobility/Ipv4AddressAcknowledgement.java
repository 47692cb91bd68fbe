package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.AddressField;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * IPv4 Address Acknowledgement option (30), RFC 5555 section 3.2.1.
 *
 * @param slice the option from its type octet
 */
public record Ipv4AddressAcknowledgement(Slice slice) implements MobilityOption {
  /** Option type. */
  public static final int TYPE = 30;

  static final Layout WIRE =
      MobilityOption.layout(
          "mip6.ipv4aa", "mip6.options.ipv4aa", "IPv4 Address Acknowledgement", rfc(5555, "3.2.1"));

  static final UInt STATUS =
      WIRE.u8("sts", "Status").names(MobilityCodePoints.IPV4_ADDRESS_ACK_STATUS);
  static final UInt PREFIX_LENGTH = WIRE.uint(6, "mip6.ipv4ha.preflen", "Prefix-len");

  static final UInt RESERVED = WIRE.uint(2, "roam.mip6.ipv4aa.reserved", "Reserved");
  static final AddressField ADDRESS = WIRE.ipv4("mip6.ipv4ha.ha", "IPv4 Home Address");

  static {
    WIRE.total(8);
  }

  /** 0 to 127 success, above failure. */
  public int status() {
    return STATUS.getInt(slice);
  }

  /** The IPv4 home address that the home agent uses. */
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
