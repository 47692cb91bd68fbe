package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Mobile Node Identifier option (8), RFC 4283 section 3; subtypes RFC 8371.
 *
 * @param slice the option from its type octet
 */
public record MobileNodeIdentifier(Slice slice) implements MobilityOption {
  /** Option type. */
  public static final int TYPE = 8;

  /** By subtype; 0 stands for those without a form of their own. */
  static final List<Layout> BY_SUBTYPE = Identifier.forms(MobileNodeIdentifier::wire);

  static final Layout WIRE = BY_SUBTYPE.getFirst();

  static final UInt SUBTYPE = (UInt) WIRE.fields().get(2);
  static final BytesField IDENTIFIER = (BytesField) WIRE.fields().get(3);

  private static Layout wire(Identifier form) {
    Layout wire =
        MobilityOption.layout(
            "mip6.mnid", "mip6.options.mnid", "Mobile Node Identifier", rfc(4283, "3"));
    wire.u8("subtype", "Subtype").names(MobilityCodePoints.MOBILE_NODE_ID_SUBTYPES);
    form.read(wire.rest("identifier", "Identifier"));
    return wire.total(3);
  }

  /** Kind of identifier, RFC 8371. */
  public int subtype() {
    return SUBTYPE.getInt(slice);
  }

  /**
   * The identifier as text: UTF-8 for a NAI, digits for an IMSI, an address, otherwise octets with
   * colons.
   */
  public String identifier() {
    return Identifier.of(subtype()).text(IDENTIFIER.get(slice));
  }

  @Override
  public int type() {
    return TYPE;
  }

  @Override
  public Layout layout() {
    return slice.holds(0, 3) ? Identifier.pick(BY_SUBTYPE, subtype()) : WIRE;
  }
}
