package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Layout;

/**
 * Pad1 (0), one octet without a length, or PadN (1), RFC 6275 sections 6.2.2 and 6.2.3.
 *
 * @param slice the option from its type octet
 */
public record PadOption(Slice slice) implements MobilityOption {
  static final Layout PAD1 =
      Layout.of("mip6.pad1", "Pad1", rfc(6275, "6.2.2")).protocol("mip6.options.pad1");

  static {
    PAD1.u8("roam.mip6.option.type", "Option type").names(MobilityCodePoints.OPTION_TYPES);
    PAD1.total(1);
  }

  static final Layout PADN =
      MobilityOption.layout("mip6.padn", "mip6.options.padn", "PadN", rfc(6275, "6.2.3"));

  static final BytesField PADDING = PADN.rest("mip6.padn", "PadN");

  static {
    PADN.total(2);
  }

  @Override
  public int type() {
    return slice.u8(0);
  }

  @Override
  public Layout layout() {
    return type() == 0 ? PAD1 : PADN;
  }
}
