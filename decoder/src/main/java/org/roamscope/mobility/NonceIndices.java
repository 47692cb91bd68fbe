package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Nonce Indices option (4), RFC 6275 section 6.2.6.
 *
 * @param slice the option from its type octet
 */
public record NonceIndices(Slice slice) implements MobilityOption {
  /** Option type. */
  public static final int TYPE = 4;

  static final Layout WIRE =
      MobilityOption.layout("mip6.ni", "mip6.options.ni", "Nonce Indices", rfc(6275, "6.2.6"));

  static final UInt HOME = WIRE.u16("hni", "Home nonce index");
  static final UInt CARE_OF = WIRE.u16("cni", "Care-of nonce index");

  static {
    WIRE.total(6);
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
