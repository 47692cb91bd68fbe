package org.roamscope.ike;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;

/**
 * One of the SPIs a Delete payload lists.
 *
 * @param slice the SPI
 */
public record Spi(Slice slice) implements Element {
  /** Octets of the longest SPI: both cookies of an IKEv1 phase 1 SA. */
  static final int MOST = 16;

  static final Layout WIRE = Layout.of("isakmp.delete", "Deleted SPI", rfc(5996, "3.11"));

  static {
    WIRE.rest("spi", "SPI");
    WIRE.total(0);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
