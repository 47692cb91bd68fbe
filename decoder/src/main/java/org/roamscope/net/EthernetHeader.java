package org.roamscope.net;

import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Ethernet II.
 *
 * <pre>
 * 0: Destination (48)   6: Source (48)   12: Type or Length (16)
 * </pre>
 *
 * @param slice the header
 */
public record EthernetHeader(Slice slice) implements Element {
  static final Layout WIRE = Layout.of("eth", "Ethernet II", new Clause("IEEE 802.3", "3.2"));

  static final BytesField DESTINATION = WIRE.octets(6, "dst", "Destination");
  static final BytesField SOURCE = WIRE.octets(6, "src", "Source");
  static final UInt TYPE = WIRE.u16("type", "Type").hex();

  static {
    WIRE.total(14);
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 14;

  /** EtherType, or a length below 1536. */
  public int type() {
    return TYPE.getInt(slice);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
