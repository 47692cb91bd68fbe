package org.roamscope.net;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Logical-Link Control, with the Subnetwork Access Protocol where the addresses say so.
 *
 * <pre>
 * 0: DSAP (8)  1: SSAP (8)  2: Control (8, or 16 in information and supervisory frames)
 * SNAP only:  3: Organization (24)  6: Type or Protocol ID (16)
 * </pre>
 *
 * @param slice the header
 */
public record LlcHeader(Slice slice) implements Element {
  private static final Clause IEEE = new Clause("IEEE 802.2", "3.2");

  static final Layout UNNUMBERED = unnumbered();
  static final Layout SNAP = snap("type", "Type");
  static final Layout ORGANIZATION = snap("pid", "Protocol ID");
  static final Layout NUMBERED = numbered();

  private static final UInt DSAP = (UInt) UNNUMBERED.fields().getFirst();
  private static final int SNAP_SAP = 0xaa;
  private static final int UI = 3;

  private static Layout addresses() {
    Layout wire = Layout.of("llc", "Logical-Link Control", IEEE).protocol("llc");
    UInt dsap = wire.u8("dsap", "DSAP").hex();
    wire.again(dsap).uint(7, "llc.dsap.sap", "SAP");
    wire.flag("llc.dsap.ig", "IG Bit");
    UInt ssap = wire.u8("ssap", "SSAP").hex();
    wire.again(ssap).uint(7, "llc.ssap.sap", "SAP");
    wire.flag("llc.ssap.cr", "CR Bit");
    return wire;
  }

  private static Layout unnumbered() {
    Layout wire = addresses();
    wire.u8("control", "Control").as(FieldType.UINT16).hex();
    return wire.total(3);
  }

  private static Layout numbered() {
    Layout wire = addresses();
    LittleEndian.hex(wire.u16("control", "Control"), FieldType.UINT16);
    return wire.total(4);
  }

  private static Layout snap(String field, String label) {
    Layout wire = addresses();
    wire.u8("control", "Control").as(FieldType.UINT16).hex();
    wire.uint(24, "oui", "Organization Code");
    UInt type = wire.u16(field, label).hex();
    if (field.equals("type")) {
      type.names(NetCodePoints.ETHER_TYPES);
    }
    return wire.total(8);
  }

  /** Octets of the header that begins here, or -1 when there are too few to tell. */
  public static int octets(Slice slice) {
    if (!slice.holds(0, 3)) {
      return -1;
    }
    if ((slice.u8(2) & 3) != 3) {
      return 4;
    }
    return slice.u8(0) == SNAP_SAP && slice.u8(1) == SNAP_SAP && slice.u8(2) == UI ? 8 : 3;
  }

  /** True when a SNAP header names what follows by its EtherType (RFC 1042, 802.1H). */
  public boolean etherType() {
    return slice.length() == 8 && (organization() == 0 || organization() == 0xf8);
  }

  /** EtherType of what follows, when {@link #etherType} says that there is one. */
  public int type() {
    return slice.u16(6);
  }

  /** Destination service access point. */
  public int destination() {
    return DSAP.getInt(slice);
  }

  private int organization() {
    return slice.u8(3) << 16 | slice.u16(4);
  }

  @Override
  public Layout layout() {
    return switch (slice.length()) {
      case 3 -> UNNUMBERED;
      case 4 -> NUMBERED;
      default -> etherType() ? SNAP : ORGANIZATION;
    };
  }
}
