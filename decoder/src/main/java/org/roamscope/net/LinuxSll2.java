package org.roamscope.net;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.Layout;

/**
 * Linux cooked capture v2.
 *
 * <pre>
 * 0: Protocol (16)  2: Reserved (16)  4: Interface index (32)
 * 8: ARPHRD (16)   10: Packet type (8)  11: Address length (8)  12: Address (64)
 * </pre>
 *
 * @param slice the header
 * @param parts trailer after the packet
 */
public record LinuxSll2(Slice slice, List<Trailer> parts) implements Trailed {
  /** By length of the address; a protocol that is an EtherType and one that is none in turn. */
  static final List<Layout> LAYOUTS = layouts();

  /** Octets of the fixed part. */
  public static final int OCTETS = 20;

  /** A header after whose packet nothing is known to follow. */
  public LinuxSll2(Slice slice) {
    this(slice, List.of());
  }

  private static List<Layout> layouts() {
    List<Layout> all = new ArrayList<>();
    for (int octets = 0; octets <= Cooked.ADDRESS_OCTETS; octets++) {
      for (String field : List.of("etype", "ltype")) {
        Layout wire =
            Layout.of("sll", "Linux cooked capture v2", new Clause("LINKTYPE_LINUX_SLL2", ""))
                .protocol("sll");
        wire.u16(field, "Protocol").names(NetCodePoints.ETHER_TYPES).hex();
        wire.u16("roam.sll.reserved", "Reserved");
        wire.u32("ifindex", "Interface index");
        wire.u16("hatype", "Link-layer address type");
        wire.u8("pkttype", "Packet type").names(NetCodePoints.COOKED_TYPES).as(FieldType.UINT16);
        wire.u8("halen", "Link-layer address length").as(FieldType.UINT16);
        Cooked.address(wire, octets);
        all.add(wire.total(OCTETS));
      }
    }
    return List.copyOf(all);
  }

  /** EtherType of what follows; smaller numbers are not EtherTypes. */
  public int type() {
    return slice.u16(0);
  }

  /** The reserved field, which the capturing host sets to zero. */
  public int reserved() {
    return slice.u16(2);
  }

  @Override
  public Element with(Slice surplus, int before) {
    return new LinuxSll2(slice, List.of(new Trailer(surplus, Trailer.COOKED)));
  }

  @Override
  public Layout layout() {
    int octets = Math.min(slice.u8(11), Cooked.ADDRESS_OCTETS);
    return LAYOUTS.get(octets * 2 + (type() < Cooked.FIRST_ETHER_TYPE ? 1 : 0));
  }
}
