package org.roamscope.net;

import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Linux cooked capture v1.
 *
 * <pre>
 * 0: Packet type (16)  2: ARPHRD (16)  4: Address length (16)
 * 6: Address (64)      14: Protocol (16)
 * </pre>
 *
 * @param slice the header
 */
public record LinuxSll(Slice slice) implements Element {
  static final Layout WIRE =
      Layout.of("sll", "Linux cooked capture v1", new Clause("LINKTYPE_LINUX_SLL", ""));

  static final UInt PACKET_TYPE = WIRE.u16("pkttype", "Packet type");
  static final UInt ADDRESS_TYPE = WIRE.u16("hatype", "Link-layer address type");
  static final UInt ADDRESS_LENGTH = WIRE.u16("halen", "Link-layer address length");
  static final BytesField ADDRESS = WIRE.octets(8, "sll.src.other", "Source");
  static final UInt PROTOCOL = WIRE.u16("etype", "Protocol").hex();

  static {
    WIRE.total(16);
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 16;

  /** EtherType of what follows. */
  public int type() {
    return PROTOCOL.getInt(slice);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
