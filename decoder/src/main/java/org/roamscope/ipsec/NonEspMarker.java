package org.roamscope.ipsec;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.FieldValue;
import org.roamscope.field.Layout;

/**
 * The four zero octets that tell IKE from ESP on port 4500, RFC 3948 section 2.2.
 *
 * @param slice the marker
 */
public record NonEspMarker(Slice slice) implements Element {
  static final Layout WIRE =
      Layout.of("udpencap", "UDP encapsulation of IPsec", rfc(3948, "2.2")).protocol("udpencap");

  static {
    WIRE.octets(UdpEncapsulation.MARKER_OCTETS, "non_esp_marker", "Non-ESP marker")
        .read(FieldType.NONE, FieldValue.Octets::new);
    WIRE.total(UdpEncapsulation.MARKER_OCTETS);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
