package org.roamscope.net;

import static org.roamscope.field.FieldType.UINT24;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.BytesField;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.Flag;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Ethernet II, or IEEE 802.3 where the last field is a length.
 *
 * <pre>
 * 0: Destination (48)   6: Source (48)   12: Type or Length (16)
 * </pre>
 *
 * @param slice the header
 * @param parts padding, trailer and check sequence after the packet
 */
public record EthernetHeader(Slice slice, List<Trailer> parts) implements Trailed {
  private static final Clause IEEE = new Clause("IEEE 802.3", "3.2");

  static final Layout WIRE = layout("Ethernet II");
  static final BytesField DESTINATION = destination(WIRE);
  static final BytesField SOURCE = source(WIRE);
  static final UInt TYPE = WIRE.u16("type", "Type").names(NetCodePoints.ETHER_TYPES).hex();

  static final Layout SIZED = layout("IEEE 802.3 Ethernet");

  static final Layout INVALID = layout("Ethernet");

  static {
    WIRE.total(14);
    destination(SIZED);
    source(SIZED);
    SIZED.u16("len", "Length");
    SIZED.total(14);
    destination(INVALID);
    source(INVALID);
    INVALID.u16("invalid_lentype", "Invalid length/type").hex();
    INVALID.total(14);
  }

  /** Octets of the fixed part. */
  public static final int OCTETS = 14;

  /** The largest length; types begin at 1536, what lies between is neither. */
  private static final int MAX_LENGTH = 1500;

  private static final int FIRST_TYPE = 1536;

  /** A header after whose packet nothing is known to follow. */
  public EthernetHeader(Slice slice) {
    this(slice, List.of());
  }

  private static Layout layout(String name) {
    return Layout.of("eth", name, IEEE).protocol("eth");
  }

  private static BytesField destination(Layout wire) {
    BytesField field = wire.octets(6, "dst", "Destination").ether();
    address(wire, field, "dst", "Destination");
    return field;
  }

  private static BytesField source(Layout wire) {
    BytesField field = wire.octets(6, "src", "Source").ether();
    address(wire, field, "src", "Source");
    return field;
  }

  /** The parts of an address, by its own name and by the either-way name. */
  private static void address(Layout wire, BytesField field, String name, String label) {
    Layout second = Layout.of("eth", wire.name(), IEEE);
    UInt oui = second.again(field).uint(24, name + ".oui", label + " OUI").as(UINT24);
    Flag local = second.again(field).skip(6).flag(name + ".lg", "LG bit");
    Flag group = second.again(field).skip(7).flag(name + ".ig", "IG bit");
    wire.alias(oui, "eth." + name + ".oui", label + " OUI")
        .alias(field, "eth.addr", "Address")
        .alias(oui, "eth.addr.oui", "Address OUI")
        .alias(local, "eth." + name + ".lg", "LG bit")
        .alias(local, "eth.lg", "LG bit")
        .alias(group, "eth." + name + ".ig", "IG bit")
        .alias(group, "eth.ig", "IG bit");
  }

  /** EtherType, or a length below 1536. */
  public int type() {
    return TYPE.getInt(slice);
  }

  /** True when the last field is the length of an IEEE 802.3 payload. */
  public boolean sized() {
    return type() > 0 && type() <= MAX_LENGTH;
  }

  /** True when the last field is an EtherType; 0 says nothing, and is none. */
  public boolean typed() {
    return type() == 0 || type() >= FIRST_TYPE;
  }

  /** True when the source is a group address, which the specification forbids. */
  public boolean groupSource() {
    return (slice.u8(6) & 1) == 1;
  }

  @Override
  public Element with(Slice surplus, int before) {
    return new EthernetHeader(slice, Trailer.ethernet(surplus, before, Trailer.ETHERNET));
  }

  @Override
  public Layout layout() {
    return sized() ? SIZED : typed() ? WIRE : INVALID;
  }
}
