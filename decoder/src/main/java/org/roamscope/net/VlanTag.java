package org.roamscope.net;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.Flag;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * 802.1Q Virtual LAN.
 *
 * <pre>
 * 0: Priority (3) DEI (1) VLAN id (12)   2: Type (16)
 * </pre>
 *
 * @param slice the header
 */
public record VlanTag(Slice slice) implements Element {
  static final Layout WIRE =
      Layout.of("vlan", "802.1Q Virtual LAN", new Clause("IEEE 802.1Q", "9.6"));

  static final UInt PRIORITY = WIRE.uint(3, "priority", "Priority");
  static final Flag DEI = WIRE.flag("dei", "DEI");
  static final UInt ID = WIRE.uint(12, "id", "ID");
  static final UInt TYPE = WIRE.u16("etype", "Type").hex();

  static {
    WIRE.total(4);
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 4;

  /** EtherType of what follows. */
  public int type() {
    return TYPE.getInt(slice);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
