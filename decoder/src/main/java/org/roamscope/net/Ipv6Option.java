package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * IPv6 option.
 *
 * <pre>
 * 0: Option Type (8)   1: Option Length (8)   2: Option Data
 * </pre>
 *
 * @param slice the header
 */
public record Ipv6Option(Slice slice) implements Element {
  static final Layout WIRE = Layout.of("ipv6.opt", "IPv6 option", rfc(8200, "4.2"));

  static final UInt TYPE = WIRE.u8("ipv6.opt.type", "Type").hex();
  static final UInt LENGTH = WIRE.u8("ipv6.opt.length", "Length");
  static final BytesField DATA = WIRE.rest("roam.ipv6.opt.data", "Data");

  static {
    WIRE.total(2);
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 2;

  @Override
  public Layout layout() {
    return WIRE;
  }
}
