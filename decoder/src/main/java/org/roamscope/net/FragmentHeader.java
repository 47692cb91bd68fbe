package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.CutElement;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.Flag;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Fragment Header for IPv6.
 *
 * <pre>
 * 0: Next Header (8)  1: Reserved (8)  2: Offset (13) Reserved (2) M (1)
 * 4: Identification (32)
 * </pre>
 *
 * @param slice the header
 */
public record FragmentHeader(Slice slice) implements Element {
  static final Layout WIRE =
      Layout.of("ipv6.fraghdr", "Fragment Header for IPv6", rfc(8200, "4.5"))
          .protocol("ipv6.fraghdr");

  static final UInt NEXT_HEADER = OptionsHeader.next(WIRE);
  static final UInt RESERVED = WIRE.u8("ipv6.fraghdr.reserved_octet", "Reserved octet").hex();
  static final UInt OFFSET =
      WIRE.uint(13, "ipv6.fraghdr.offset", "Offset").shownAs(units -> Long.toString(units * 8));
  static final UInt RESERVED_BITS =
      WIRE.uint(2, "ipv6.fraghdr.reserved_bits", "Reserved bits").as(FieldType.UINT16);
  static final Flag MORE = WIRE.flag("ipv6.fraghdr.more", "More Fragments");
  static final UInt IDENTIFICATION = WIRE.u32("ipv6.fraghdr.ident", "Identification").hex();

  static {
    WIRE.total(8);
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 8;

  /** A header of which only the first octets are there. */
  public static CutElement cut(Slice slice) {
    return new CutElement(slice, WIRE);
  }

  /** Protocol number of the reassembled payload. */
  public int nextHeader() {
    return NEXT_HEADER.getInt(slice);
  }

  /** Place of the fragment in the fragmentable part, in octets. */
  public int offset() {
    return OFFSET.getInt(slice) * 8;
  }

  /** More fragments follow. */
  public boolean more() {
    return MORE.get(slice);
  }

  /** The reserved octet and bits, which the sender sets to zero. */
  public int reserved() {
    return RESERVED.getInt(slice) << 2 | RESERVED_BITS.getInt(slice);
  }

  /** Identification. */
  public long identification() {
    return IDENTIFICATION.get(slice);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
