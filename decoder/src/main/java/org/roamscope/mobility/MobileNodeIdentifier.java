package org.roamscope.mobility;

import static org.roamscope.field.Clause.rfc;

import java.nio.charset.StandardCharsets;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Mobile Node Identifier option (8), RFC 4283 section 3.
 *
 * @param slice the option from its type octet
 */
public record MobileNodeIdentifier(Slice slice) implements MobilityOption {
  /** Option type. */
  public static final int TYPE = 8;

  static final Layout WIRE =
      MobilityOption.layout("mip6.mnid", "Mobile Node Identifier", rfc(4283, "3"));

  static final UInt SUBTYPE =
      WIRE.u8("subtype", "Subtype").names(MobilityCodePoints.MOBILE_NODE_ID_SUBTYPES);
  static final BytesField IDENTIFIER =
      WIRE.rest("identifier", "Identifier").shownAs(MobileNodeIdentifier::printable);

  static {
    WIRE.total(3);
  }

  /** Kind of identifier, RFC 8371. */
  public int subtype() {
    return SUBTYPE.getInt(slice);
  }

  /** The identifier as text: UTF-8 for a NAI, digits for an IMSI, otherwise octets. */
  public String identifier() {
    Slice value = IDENTIFIER.get(slice);
    return subtype() == 3 ? imsi(value) : subtype() == 1 ? text(value) : BytesField.hex(value);
  }

  private static String printable(Slice value) {
    for (int i = 0; i < value.length(); i++) {
      int c = value.u8(i);
      if (c < 0x20 || c > 0x7e) {
        return BytesField.hex(value);
      }
    }
    return text(value);
  }

  private static String text(Slice value) {
    return new String(value.bytes(), StandardCharsets.UTF_8);
  }

  /** TS 29.274 section 8.3: two digits an octet, low nibble first, 0xF ends. */
  private static String imsi(Slice value) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      for (int nibble : new int[] {value.u8(i) & 15, value.u8(i) >>> 4}) {
        if (nibble > 9) {
          return digits.isEmpty() ? BytesField.hex(value) : digits.toString();
        }
        digits.append((char) ('0' + nibble));
      }
    }
    return digits.toString();
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
