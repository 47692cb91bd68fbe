package org.roamscope.ipsec;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * ESP header, RFC 4303 section 2.
 *
 * @param slice the whole packet
 */
public record EspHeader(Slice slice) implements Element {
  static final Layout WIRE = Layout.of("esp", "Encapsulating Security Payload", rfc(4303, "2"));
  static final UInt SPI = WIRE.u32("spi", "ESP SPI").hex();
  static final UInt SEQUENCE = WIRE.u32("sequence", "ESP Sequence");

  static {
    WIRE.total(8);
  }

  public long spi() {
    return SPI.get(slice);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
