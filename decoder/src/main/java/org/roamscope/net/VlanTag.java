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
 * 802.1Q Virtual LAN: a customer tag.
 *
 * <pre>
 * 0: Priority (3) DEI (1) VLAN id (12)   2: Type or Length (16)
 * </pre>
 *
 * @param slice the header
 * @param parts padding, trailer and check sequence after the packet
 */
public record VlanTag(Slice slice, List<Trailer> parts) implements Trailed {
  private static final Clause IEEE = new Clause("IEEE 802.1Q", "9.6");

  static final Layout WIRE = start();
  static final UInt TYPE = WIRE.u16("etype", "Type").names(NetCodePoints.ETHER_TYPES).hex();

  static final Layout SIZED = start();

  static {
    WIRE.total(4);
    SIZED.u16("len", "Length");
    SIZED.total(4);
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 4;

  private static final int MAX_LENGTH = 1500;

  /** A tag after whose packet nothing is known to follow. */
  public VlanTag(Slice slice) {
    this(slice, List.of());
  }

  private static Layout start() {
    Layout wire = Layout.of("vlan", "802.1Q Virtual LAN", IEEE).protocol("vlan");
    wire.uint(3, "priority", "Priority").as(FieldType.UINT16);
    wire.flag("dei", "DEI");
    wire.uint(12, "id", "ID");
    return wire;
  }

  /** EtherType of what follows, or a length up to 1500. */
  public int type() {
    return TYPE.getInt(slice);
  }

  /** True when the last field is the length of an IEEE 802.3 payload. */
  public boolean sized() {
    return type() > 0 && type() <= MAX_LENGTH;
  }

  @Override
  public Element with(Slice surplus, int before) {
    return new VlanTag(slice, Trailer.ethernet(surplus, before, Trailer.VLAN));
  }

  /** A header of which only the first octets are there. */
  public static CutElement cut(Slice slice) {
    return new CutElement(slice, WIRE);
  }

  @Override
  public Layout layout() {
    return sized() ? SIZED : WIRE;
  }
}
