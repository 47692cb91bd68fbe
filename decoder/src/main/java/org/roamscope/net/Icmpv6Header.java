package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Internet Control Message Protocol v6. A packet quoted in an error is not dissected: it is not on
 * its way.
 *
 * <pre>
 * 0: Type (8)  1: Code (8)  2: Checksum (16)  4: Message body
 * </pre>
 *
 * @param slice the whole message
 */
public record Icmpv6Header(Slice slice) implements Element {
  static final Layout WIRE =
      Layout.of("icmpv6", "Internet Control Message Protocol v6", rfc(4443, "2.1"));

  static final UInt TYPE = WIRE.u8("type", "Type");
  static final UInt CODE = WIRE.u8("code", "Code");
  static final UInt CHECKSUM = WIRE.u16("checksum", "Checksum").hex();
  static final BytesField BODY = WIRE.rest("roam.icmpv6.body", "Message body");

  static {
    WIRE.total(4);
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 4;

  @Override
  public Layout layout() {
    return WIRE;
  }
}
