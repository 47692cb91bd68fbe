package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Layout;

/**
 * CGA Parameters Request option (11), RFC 4866 section 4.3.
 *
 * @param slice the option from its type octet
 */
public record CgaParametersRequest(Slice slice) implements MobilityOption {
  /** Option type. */
  public static final int TYPE = 11;

  static final Layout WIRE =
      MobilityOption.layout(
          "mip6.cgapr", "mip6.options.cgapr", "CGA Parameters Request", rfc(4866, "4.3"));

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
