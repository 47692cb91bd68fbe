package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.AddressField;
import org.roamscope.field.IpAddress;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Binding Error, RFC 6275 section 6.1.9.
 *
 * <pre>
 * 6:  Status (8)
 * 7:  Reserved (8)
 * 8:  Home Address (128)
 * 24: Mobility options
 * </pre>
 *
 * @param slice the whole Mobility Header
 * @param options mobility options in wire order
 */
public record BindingError(Slice slice, List<MobilityOption> options) implements MobilityMessage {
  static final Layout WIRE =
      Layout.of("mip6.be", "Binding Error", rfc(6275, "6.1.9")).startAtByte(6);

  static final UInt STATUS =
      WIRE.u8("status", "Status").names(MobilityCodePoints.BINDING_ERROR_STATUS);

  static final UInt RESERVED = WIRE.u8("roam.mip6.be.reserved", ReservedFields.LABEL).hex();

  static final AddressField HOME_ADDRESS = WIRE.ipv6("haddr", "Home Address");

  static {
    WIRE.total(24);
  }

  /** Status. */
  public int status() {
    return STATUS.getInt(slice);
  }

  /** The home address of the packet that caused the error; unspecified when it had none. */
  public IpAddress homeAddress() {
    return HOME_ADDRESS.get(slice);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
