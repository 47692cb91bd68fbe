package org.roamscope.net;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Clause;
import org.roamscope.field.CutElement;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * 802.1ad Virtual LAN: the service tag of a provider.
 *
 * <pre>
 * 0: Priority (3) DEI (1) VLAN id (12)   2: Type (16)
 * </pre>
 *
 * @param slice the header
 * @param parts padding, trailer and check sequence after the packet
 */
public record ServiceTag(Slice slice, List<Trailer> parts) implements Trailed {
  static final Layout WIRE =
      Layout.of("ieee8021ad", "802.1ad Virtual LAN", new Clause("IEEE 802.1Q", "9.6"))
          .protocol("ieee8021ad");

  static final UInt PRIORITY = WIRE.uint(3, "priority", "Priority").as(FieldType.UINT16);
  static final UInt DEI = WIRE.uint(1, "dei", "DEI").as(FieldType.UINT16);
  static final UInt ID = WIRE.uint(12, "id", "ID");
  static final UInt TYPE =
      WIRE.u16("ieee8021ah.etype", "Type").names(NetCodePoints.ETHER_TYPES).hex();

  static {
    WIRE.total(4);
  }

  /** A tag after whose packet nothing is known to follow. */
  public ServiceTag(Slice slice) {
    this(slice, List.of());
  }

  /** EtherType of what follows. */
  public int type() {
    return TYPE.getInt(slice);
  }

  @Override
  public Element with(Slice surplus, int before) {
    return new ServiceTag(slice, Trailer.ethernet(surplus, before, Trailer.ETHERNET));
  }

  /** A header of which only the first octets are there. */
  public static CutElement cut(Slice slice) {
    return new CutElement(slice, WIRE);
  }

  @Override
  public Layout layout() {
    return WIRE;
  }
}
