package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Pad1.
 *
 * <pre>
 * 0: Option Type = 0 (8)
 * </pre>
 *
 * @param slice the header
 */
public record Pad1Option(Slice slice) implements Element {
  static final Layout WIRE = Layout.of("ipv6.opt", "Pad1", rfc(8200, "4.2"));

  static final UInt TYPE = WIRE.u8("ipv6.opt.type", "Type").hex();

  static {
    WIRE.total(1);
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 1;

  @Override
  public Layout layout() {
    return WIRE;
  }
}
