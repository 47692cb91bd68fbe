package org.roamscope.net;

import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Linux cooked capture v2.
 *
 * <pre>
 * 0: Protocol (16)  2: Reserved (16)  4: Interface index (32)
 * 8: ARPHRD (16)   10: Packet type (8)  11: Address length (8)  12: Address (64)
 * </pre>
 *
 * @param slice the header
 */
public record LinuxSll2(Slice slice) implements Element {
  static final Layout WIRE =
      Layout.of("sll", "Linux cooked capture v2", new Clause("LINKTYPE_LINUX_SLL2", ""));

  static final UInt PROTOCOL = WIRE.u16("etype", "Protocol").hex();
  static final UInt RESERVED = WIRE.u16("unused", "Unused");
  static final UInt INTERFACE = WIRE.u32("ifindex", "Interface index");
  static final UInt ADDRESS_TYPE = WIRE.u16("hatype", "Link-layer address type");
  static final UInt PACKET_TYPE = WIRE.u8("pkttype", "Packet type");
  static final UInt ADDRESS_LENGTH = WIRE.u8("halen", "Link-layer address length");
  static final BytesField ADDRESS = WIRE.octets(8, "sll.src.other", "Source");

  static {
    WIRE.total(20);
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 20;

  /** EtherType of what follows. */
  public int type() {
    return PROTOCOL.getInt(slice);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
