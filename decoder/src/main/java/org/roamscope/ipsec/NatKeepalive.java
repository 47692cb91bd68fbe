package org.roamscope.ipsec;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;

/**
 * The octet that keeps a NAT mapping alive, RFC 3948 section 2.3.
 *
 * @param slice the octet
 */
public record NatKeepalive(Slice slice) implements Element {
  static final Layout WIRE =
      Layout.of("udpencap", "NAT-keepalive packet", rfc(3948, "2.3")).protocol("udpencap");

  static {
    WIRE.octets(1, "nat_keepalive", "NAT-keepalive packet")
        .read(FieldType.NONE, FieldValue.Octets::new);
    WIRE.total(1);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
