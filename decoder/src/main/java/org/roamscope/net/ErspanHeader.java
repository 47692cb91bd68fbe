package org.roamscope.net;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * Encapsulated Remote Switch Packet Analysis: a mirrored frame inside GRE.
 *
 * <pre>
 * II:  0: Version = 1 (4) VLAN (12)  2: COS (3) Encap (2) T (1) Session ID (10)
 *      4: Reserved (12) Index (20)
 * III: 0: Version = 2 (4) VLAN (12)  2: COS (3) BSO (2) T (1) Session ID (10)
 *      4: Timestamp (32)  8: Security Group Tag (16)
 *      10: P (1) Frame Type (5) Hardware ID (6) D (1) Granularity (2) O (1)
 *      if O: 12: Platform ID (6) and 58 bits for that platform
 * </pre>
 *
 * @param slice the header
 */
public record ErspanHeader(Slice slice) implements Element {
  private static final Clause DRAFT = new Clause("draft-foschiano-erspan-03", "4");

  static final Layout TYPE_II = type2();
  static final Layout TYPE_III = type3().total(12);
  static final Layout TYPE_III_PLATFORM = platform();

  private static Layout start(String name, String bits, String label) {
    Layout wire = Layout.of("erspan", name, DRAFT).protocol("erspan");
    wire.uint(4, "version", "Version").as(FieldType.UINT16);
    wire.uint(12, "vlan", "Vlan");
    wire.uint(3, "cos", "COS").as(FieldType.UINT16);
    wire.uint(2, bits, label).as(FieldType.UINT16);
    wire.uint(1, "truncated", "Truncated").as(FieldType.UINT16);
    wire.uint(10, "spanid", "SpanID");
    return wire;
  }

  private static Layout type2() {
    Layout wire = start("Encapsulated Remote Switch Packet Analysis Type II", "encap", "Encap");
    wire.uint(12, "reserved", "Reserved").as(FieldType.UINT32);
    wire.uint(20, "index", "Index").as(FieldType.UINT32);
    return wire.total(8);
  }

  private static Layout type3() {
    Layout wire =
        start("Encapsulated Remote Switch Packet Analysis Type III", "bso", "Bad/Short/Oversized");
    wire.u32("timestamp", "Timestamp");
    wire.u16("sgt", "Security Group Tag");
    wire.uint(1, "p", "Has Ethernet PDU").as(FieldType.UINT16);
    wire.uint(5, "ft", "Frame Type").as(FieldType.UINT16);
    wire.uint(6, "hw", "Hardware ID").as(FieldType.UINT16);
    wire.flag("direction", "Direction");
    wire.uint(2, "gra", "Timestamp granularity").as(FieldType.UINT16);
    wire.uint(1, "o", "Optional Sub headers").as(FieldType.UINT16);
    return wire;
  }

  private static Layout platform() {
    Layout wire = type3();
    UInt id = wire.uint(6, "platid", "Platform ID").as(FieldType.UINT32);
    wire.again(id).octets(8, "roam.erspan.platform", "Platform subheader");
    return wire.total(20);
  }

  /** Octets of the header that begins here; 0 for a version that is not known; -1: too few. */
  public static int octets(Slice slice) {
    if (!slice.holds(0, 1)) {
      return -1;
    }
    int octets =
        switch (slice.u8(0) >> 4) {
          case 1 -> 8;
          case 2 -> slice.holds(0, 12) && (slice.u8(11) & 1) == 1 ? 20 : 12;
          default -> 0;
        };
    return slice.holds(0, octets) ? octets : -1;
  }

  /** True when a frame with its Ethernet header follows, false for an IP packet. */
  public boolean ethernet() {
    return slice.length() == 8 || (slice.u8(10) >> 2 & 31) == 0;
  }

  /** True when an IP packet follows (frame type 2 of type III). */
  public boolean ip() {
    return slice.length() != 8 && (slice.u8(10) >> 2 & 31) == 2;
  }

  @Override
  public Layout layout() {
    return switch (slice.length()) {
      case 8 -> TYPE_II;
      case 12 -> TYPE_III;
      default -> TYPE_III_PLATFORM;
    };
  }
}
