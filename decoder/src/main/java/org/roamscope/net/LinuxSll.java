package org.roamscope.net;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;

/**
 * Linux cooked capture v1.
 *
 * <pre>
 * 0: Packet type (16)  2: ARPHRD (16)  4: Address length (16)
 * 6: Address (64)      14: Protocol (16)
 * </pre>
 *
 * @param slice the header
 * @param parts trailer after the packet
 */
public record LinuxSll(Slice slice, List<Trailer> parts) implements Trailed {
  /** By length of the address; a protocol that is an EtherType and one that is none in turn. */
  static final List<Layout> LAYOUTS = layouts();

  /** Octets of the fixed part. */
  public static final int OCTETS = 16;

  /** A header after whose packet nothing is known to follow. */
  public LinuxSll(Slice slice) {
    this(slice, List.of());
  }

  private static List<Layout> layouts() {
    List<Layout> all = new ArrayList<>();
    for (int octets = 0; octets <= Cooked.ADDRESS_OCTETS; octets++) {
      for (String field : List.of("etype", "ltype")) {
        Layout wire =
            Layout.of("sll", "Linux cooked capture v1", new Clause("LINKTYPE_LINUX_SLL", ""))
                .protocol("sll");
        wire.u16("pkttype", "Packet type").names(NetCodePoints.COOKED_TYPES);
        wire.u16("hatype", "Link-layer address type");
        wire.u16("halen", "Link-layer address length");
        Cooked.address(wire, octets);
        wire.u16(field, "Protocol").names(NetCodePoints.ETHER_TYPES).hex();
        all.add(wire.total(OCTETS));
      }
    }
    return List.copyOf(all);
  }

  /** EtherType of what follows; smaller numbers are not EtherTypes. */
  public int type() {
    return slice.u16(14);
  }

  @Override
  public Element with(Slice surplus, int before) {
    return new LinuxSll(slice, List.of(new Trailer(surplus, Trailer.COOKED)));
  }

  @Override
  public Layout layout() {
    int octets = Math.min(slice.u16(4), Cooked.ADDRESS_OCTETS);
    return LAYOUTS.get(octets * 2 + (type() < Cooked.FIRST_ETHER_TYPE ? 1 : 0));
  }
}
