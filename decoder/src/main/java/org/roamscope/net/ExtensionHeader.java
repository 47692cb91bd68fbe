package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.CutElement;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * IPv6 Extension Header. One this version does not look into: HIP, Shim6, experimental.
 *
 * <pre>
 * 0: Next Header (8)  1: Hdr Ext Len (8, units of 8 octets after the first 8)
 * 2: Header-specific data
 * </pre>
 *
 * @param slice the header
 */
public record ExtensionHeader(Slice slice) implements Element {
  static final Layout WIRE = Layout.of("roam.ipv6.ext", "IPv6 Extension Header", rfc(6564, "4"));

  static final UInt NEXT_HEADER = WIRE.u8("nxt", "Next Header");
  static final UInt LENGTH = WIRE.u8("len", "Length");
  static final BytesField DATA = WIRE.rest("data", "Data");

  static {
    WIRE.total(2);
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 2;

  /** A header of which only the first octets are there. */
  public static CutElement cut(Slice slice) {
    return new CutElement(slice, WIRE);
  }

  /** Protocol number of what follows. */
  public int nextHeader() {
    return NEXT_HEADER.getInt(slice);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
