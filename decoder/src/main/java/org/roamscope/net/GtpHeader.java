package org.roamscope.net;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.CutElement;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * GTP-U, the tunnel of user traffic in a 3GPP core, 3GPP TS 29.281 clause 5.1.
 *
 * <pre>
 * 0: Version = 1 (3) PT = 1 (1) Spare (1) E (1) S (1) PN (1)   1: Message Type (8)
 * 2: Length (16)   4: TEID (32)
 * if E, S or PN:  8: Sequence Number (16)  10: N-PDU Number (8)  11: Next Extension Header (8)
 * </pre>
 *
 * @param slice the header without extension headers
 * @param parts extension headers
 */
public record GtpHeader(Slice slice, List<GtpExtension> parts) implements Element {
  /** By the flags E, S and PN. */
  static final List<Layout> LAYOUTS = layouts();

  private static final UInt MESSAGE = field("message");
  private static final UInt LENGTH = field("length");

  /** UDP port. */
  public static final int PORT = 2152;

  /** Octets of the part that is always there. */
  public static final int OCTETS = 8;

  /** Octets with sequence number, N-PDU number and next extension header. */
  public static final int LONG_OCTETS = 12;

  /** Message type of a user's packet. */
  public static final int T_PDU = 255;

  private static List<Layout> layouts() {
    List<Layout> all = new ArrayList<>();
    for (int flags = 0; flags < 8; flags++) {
      Layout wire = Layout.of("gtp", "GPRS Tunneling Protocol", NetCodePoints.GTP).protocol("gtp");
      UInt octet = wire.u8("flags", "Flags").hex();
      wire.again(octet).uint(3, "gtp.flags.version", "Version");
      wire.uint(1, "gtp.flags.payload", "Protocol type");
      wire.uint(1, "gtp.flags.reserved", "Reserved");
      wire.flag("gtp.flags.e", "Is Next Extension Header present?");
      wire.flag("gtp.flags.s", "Is Sequence Number present?");
      wire.flag("gtp.flags.pn", "Is N-PDU number present?");
      wire.u8("message", "Message Type").names(NetCodePoints.GTP_MESSAGES).hex();
      wire.u16("length", "Length");
      wire.u32("teid", "TEID").hex();
      if (flags != 0) {
        optional(wire, flags);
      }
      all.add(wire.total(flags == 0 ? OCTETS : LONG_OCTETS));
    }
    return List.copyOf(all);
  }

  /** Three fields that are all there when one of the flags is, each meant only by its own flag. */
  private static void optional(Layout wire, int flags) {
    if ((flags & 2) != 0) {
      wire.u16("seq_number", "Sequence number").hex();
    } else {
      wire.skip(16);
    }
    if ((flags & 1) != 0) {
      wire.u8("npdu_number", "N-PDU Number").hex();
    } else {
      wire.skip(8);
    }
    if ((flags & 4) != 0) {
      wire.u8("gtp.ext_hdr.next", "Next extension header type")
          .names(NetCodePoints.GTP_EXTENSIONS)
          .hex();
    } else {
      wire.skip(8);
    }
  }

  private static UInt field(String name) {
    return LAYOUTS.getFirst().fields().stream()
        .filter(UInt.class::isInstance)
        .map(UInt.class::cast)
        .filter(field -> field.filterName().equals("gtp." + name))
        .findFirst()
        .orElseThrow();
  }

  /** Octets of the header that begins with {@code slice}, without extension headers. */
  public static int octets(Slice slice) {
    return (slice.u8(0) & 7) == 0 ? OCTETS : LONG_OCTETS;
  }

  /** True when the octet begins GTP version 1 with protocol type 1. */
  public static boolean starts(Slice slice) {
    return slice.length() > 0 && slice.u8(0) >> 4 == 3;
  }

  /** Message type. */
  public int message() {
    return MESSAGE.getInt(slice);
  }

  /** Octets after the first eight. */
  public int length() {
    return LENGTH.getInt(slice);
  }

  /** The spare bit, which the sender sets to zero. */
  public int spare() {
    return slice.u8(0) >> 3 & 1;
  }

  /** Type of the first extension header; 0 for none. */
  public int next() {
    return (slice.u8(0) & 4) == 0 ? 0 : slice.u8(11);
  }

  /** A header of which only the first octets are there. */
  public static CutElement cut(Slice slice) {
    return new CutElement(slice, LAYOUTS.getFirst());
  }

  @Override
  public Layout layout() {
    return LAYOUTS.get(slice.u8(0) & 7);
  }
}
