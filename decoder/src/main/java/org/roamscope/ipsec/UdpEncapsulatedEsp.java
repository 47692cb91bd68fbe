package org.roamscope.ipsec;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;

/**
 * The place between a UDP header and the ESP packet in it, RFC 3948 section 2.1. It has no octets
 * of its own: ESP is told by its SPI, which is not zero.
 *
 * @param slice no octets, where the ESP packet begins
 */
public record UdpEncapsulatedEsp(Slice slice) implements Element {
  static final Layout WIRE =
      Layout.of("udpencap", "UDP encapsulation of IPsec", rfc(3948, "2.1")).protocol("udpencap");

  static {
    WIRE.total(0);
  }

  /** The encapsulation of the ESP packet that begins with {@code packet}. */
  public static UdpEncapsulatedEsp of(Slice packet) {
    return new UdpEncapsulatedEsp(packet.part(0, 0));
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
