package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Layout;

/**
 * An option of a type that nobody registered, shown as octets; or one too short for its type, shown
 * as far as its fields are there.
 *
 * @param slice the option from its type octet
 */
public record UnknownMobilityOption(Slice slice) implements MobilityOption {
  static final Layout WIRE =
      MobilityOption.layout("roam.mip6.option", "Mobility option", rfc(6275, "6.2.1"));

  static final BytesField DATA = WIRE.rest("data", "Option data");

  static {
    WIRE.total(2);
  }

  @Override
  public int type() {
    return slice.u8(0);
  }

  @Override
  public String title() {
    return MobilityCodePoints.OPTION_TYPES.name(type());
  }

  @Override
  public Layout layout() {
    return OptionLayouts.of(type());
  }
}
