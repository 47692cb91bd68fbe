package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Mobility Header Link-Layer Address option (7), RFC 5568 section 6.4.3.
 *
 * @param slice the option from its type octet
 */
public record LinkLayerAddress(Slice slice) implements MobilityOption {
  /** Option type. */
  public static final int TYPE = 7;

  static final Layout WIRE =
      MobilityOption.layout(
          "mip6.lla",
          "mip6.options.mhlla",
          "Mobility Header Link-Layer Address",
          rfc(5568, "6.4.3"));

  static final UInt CODE =
      WIRE.u8("optcode", "Option-Code").names(OptionCodePoints.LINK_LAYER_CODES);
  static final BytesField ADDRESS = WIRE.rest("mip6.lla", "Link-layer address").colons();

  static {
    WIRE.total(3);
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
