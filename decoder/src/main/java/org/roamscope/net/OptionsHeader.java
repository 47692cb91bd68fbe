package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
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
      Layout.of("ipv6.hopopts", "IPv6 Hop-by-Hop Option", rfc(8200, "4.3"));
  static final UInt HOP_NEXT = HOP_BY_HOP.u8("ipv6.hopopts.nxt", "Next Header");
  static final UInt HOP_LENGTH = HOP_BY_HOP.u8("ipv6.hopopts.len", "Length");

  static final Layout DESTINATION =
      Layout.of("ipv6.dstopts", "Destination Options for IPv6", rfc(8200, "4.6"));
  static final UInt NEXT = DESTINATION.u8("ipv6.dstopts.nxt", "Next Header");
  static final UInt LENGTH = DESTINATION.u8("ipv6.dstopts.len", "Length");

  static {
    HOP_BY_HOP.total(2);
    DESTINATION.total(2);
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
