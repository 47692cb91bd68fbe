package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Layout;

/**
 * Binding Refresh Request, RFC 6275 section 6.1.2.
 *
 * <pre>
 * 6:  Reserved (16)
 * 8:  Mobility options
 * </pre>
 *
 * @param slice the whole Mobility Header
 * @param options mobility options in wire order
 */
public record BindingRefreshRequest(Slice slice, List<MobilityOption> options)
    implements MobilityMessage {
  static final Layout WIRE =
      Layout.of("mip6.brr", "Binding Refresh Request", rfc(6275, "6.1.2")).startAtByte(6);

  static final BytesField RESERVED =
      WIRE.octets(2, "mip6.binding_refresh_request", ReservedFields.LABEL);

  static {
    WIRE.total(8);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
