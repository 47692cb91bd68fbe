package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.AddressField;
import org.roamscope.field.Element;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Home Address option.
 *
 * <pre>
 * 0: Option Type = 201 (8)   1: Option Length = 16 (8)   2: Home Address (128)
 * </pre>
 *
 * @param slice the header
 */
public record HomeAddressOption(Slice slice) implements Element {
  static final Layout WIRE = Ipv6Option.start("Home Address option", rfc(6275, "6.3"));

  static final UInt TYPE = (UInt) WIRE.fields().getFirst();
  static final UInt LENGTH = WIRE.u8("ipv6.opt.length", "Length");
  static final AddressField HOME_ADDRESS =
      WIRE.ipv6("ipv6.opt.mipv6.home_address", "MIPv6 Home Address");

  static {
    WIRE.total(18);
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 18;

  /** Option type. */
  public static final int TYPE_CODE = 201;

  /** The sender's home address: the source for everything above this option. */
  public IpAddress homeAddress() {
    return HOME_ADDRESS.get(slice);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
