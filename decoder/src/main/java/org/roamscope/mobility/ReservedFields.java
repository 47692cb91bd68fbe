package org.roamscope.mobility;

import static org.roamscope.field.ProblemKind.RESERVED;

import java.util.List;
import org.roamscope.bytes.Hex;
import org.roamscope.bytes.Slice;
import org.roamscope.field.AddressField;
import org.roamscope.field.BytesField;
import org.roamscope.field.Element;
import org.roamscope.field.Field;
import org.roamscope.field.Flag;
import org.roamscope.field.Problem;
import org.roamscope.field.UInt;

/**
 * Reserved fields: the sender MUST set them to zero, the receiver MUST ignore them (RFC 6275
 * section 6.1.1 and the sections of the messages). A field is reserved when it has the label {@link
 * #LABEL}.
 */
final class ReservedFields {
  /** Label of a reserved field. */
  static final String LABEL = "Reserved";

  private ReservedFields() {}

  /** Reports the reserved fields of the element itself, not of its parts, that are not zero. */
  static void check(Element element, List<Problem> problems) {
    Slice slice = element.slice();
    for (Field field : element.layout().fields()) {
      if (field.label().equals(LABEL) && field.in(slice) && !zero(field, slice)) {
        problems.add(
            Problem.of(
                RESERVED,
                field.span(slice),
                field.filterName(),
                "Reserved bits in "
                    + element.title()
                    + " are "
                    + digits(field, slice)
                    + "; senders set them to zero."));
      }
    }
  }

  private static boolean zero(Field field, Slice slice) {
    return switch (field) {
      case UInt number -> number.get(slice) == 0;
      case Flag flag -> !flag.get(slice);
      case BytesField octets -> zero(octets.get(slice).bytes());
      case AddressField address -> address.get(slice).unspecified();
    };
  }

  private static boolean zero(byte[] octets) {
    for (byte octet : octets) {
      if (octet != 0) {
        return false;
      }
    }
    return true;
  }

  private static String digits(Field field, Slice slice) {
    return switch (field) {
      case UInt number -> "0x" + Long.toHexString(number.get(slice));
      case BytesField octets -> "0x" + Hex.plain(octets.get(slice).bytes());
      case Flag flag -> flag.text(slice);
      case AddressField address -> address.text(slice);
    };
  }
}
