package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Layout;

/**
 * CGA Parameters option (12), RFC 4866 section 4.4.
 *
 * @param slice the option from its type octet
 */
public record CgaParameters(Slice slice) implements MobilityOption {
  /** Option type. */
  public static final int TYPE = 12;

  static final Layout WIRE =
      MobilityOption.layout("mip6.cgar", "mip6.options.cgar", "CGA Parameters", rfc(4866, "4.4"));

  static final BytesField PARAMETERS = WIRE.rest("cga_par", "CGA Parameters");

  static {
    WIRE.total(2);
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
