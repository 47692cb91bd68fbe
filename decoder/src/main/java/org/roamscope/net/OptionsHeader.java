package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.CutElement;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Hop-by-Hop or Destination Options header, RFC 8200 sections 4.3 and 4.6.
 *
 * <pre>
 * 0: Next Header (8)  1: Hdr Ext Len (8, units of 8 octets after the first 8)  2: Options
 * </pre>
 *
 * @param slice the header with its options
 * @param hopByHop which of the two it is
 * @param options options in wire order
 */
public record OptionsHeader(Slice slice, boolean hopByHop, List<Element> options)
    implements Element {
  static final Layout HOP_BY_HOP =
      Layout.of("ipv6.hopopts", "IPv6 Hop-by-Hop Option", rfc(8200, "4.3"))
          .protocol("ipv6.hopopts");
  static final UInt HOP_NEXT = next(HOP_BY_HOP);
  static final UInt HOP_LENGTH = length(HOP_BY_HOP);

  static final Layout DESTINATION =
      Layout.of("ipv6.dstopts", "Destination Options for IPv6", rfc(8200, "4.6"))
          .protocol("ipv6.dstopts");
  static final UInt NEXT = next(DESTINATION);
  static final UInt LENGTH = length(DESTINATION);

  static {
    HOP_BY_HOP.total(2);
    DESTINATION.total(2);
  }

  /** The first field of extension headers. */
  static UInt next(Layout wire) {
    return wire.u8(wire.prefix() + ".nxt", "Next Header").names(NetCodePoints.PROTOCOLS);
  }

  /** The length of extension headers, once in units of eight octets and once in octets. */
  static UInt length(Layout wire) {
    UInt units = wire.u8(wire.prefix() + ".len", "Length");
    wire.again(units)
        .u8(wire.prefix() + ".len_oct", "Length in octets")
        .read(FieldType.UINT16, value -> new FieldValue.Numeric((value + 1) * 8))
        .shownAs(value -> Long.toString((value + 1) * 8));
    return units;
  }

  /** A header of which only the first octets are there, with the options that are. */
  public static CutElement cut(Slice slice, int protocol, List<Element> options) {
    return new CutElement(
        slice, protocol == IpProtocol.HOP_BY_HOP ? HOP_BY_HOP : DESTINATION, options);
  }

  /** Protocol number of what follows. */
  public int nextHeader() {
    return NEXT.getInt(slice);
  }

  @Override
  public List<Element> parts() {
    return options;
  }

  @Override
  public Layout layout() {
    return hopByHop ? HOP_BY_HOP : DESTINATION;
  }
}
