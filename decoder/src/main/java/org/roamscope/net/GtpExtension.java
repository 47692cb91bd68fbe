package org.roamscope.net;

import java.util.ArrayList;
import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * An extension header of GTP-U, 3GPP TS 29.281 clause 5.2.
 *
 * <pre>
 * 0: Length (8, units of 4 octets)  1: Content  last: Next Extension Header Type (8)
 * </pre>
 *
 * @param slice the extension header
 * @param type its type, which the header before it says
 */
public record GtpExtension(Slice slice, int type) implements Element {
  private static final int UDP_PORT = 0x40;
  private static final int PDU_SESSION = 0x85;
  private static final int PDCP_NUMBER = 0xc0;

  static final Layout PORT = start("UDP Port");
  static final Layout PDCP = start("PDCP PDU Number");
  static final Layout DOWNLINK = session("PDU Session Container (downlink)");
  static final Layout UPLINK = session("PDU Session Container (uplink)");

  static final Layout OTHER = other(4);

  /** Other lengths, in units of four octets; what is longer shows no next type. */
  static final List<Layout> LONG = lengths();

  private static final int LONGEST = 9;

  static {
    PORT.u16("gtp.ext_hdr.udp_port", "UDP Port");
    next(PORT).total(4);
    PDCP.u16("gtp.ext_hdr.pdcp_sn", "PDCP Sequence Number");
    next(PDCP).total(4);
    DOWNLINK.flag("gtp.ext_hdr.pdu_ses_cont.ppp", "Paging Policy Presence (PPP)");
    DOWNLINK.flag("gtp.ext_hdr.pdu_ses_cont.rqi", "Reflective QoS Indicator (RQI)");
    DOWNLINK.uint(6, "gtp.ext_hdr.pdu_ses_con.qos_flow_id", "QoS Flow Identifier (QFI)");
    next(DOWNLINK).total(4);
    UPLINK.uint(2, "gtp.spare.b7b6", "Spare").hex();
    UPLINK.uint(6, "gtp.ext_hdr.pdu_ses_con.qos_flow_id", "QoS Flow Identifier (QFI)");
    next(UPLINK).total(4);
  }

  private static Layout start(String name) {
    Layout wire = Layout.of("gtp.ext_hdr", name, NetCodePoints.GTP).structure("gtp.ext_hdr");
    wire.u8("gtp.ext_hdr.length", "Extension Header Length");
    return wire;
  }

  private static Layout other(int octets) {
    Layout wire = start("Extension header");
    wire.octets(octets - 2, "roam.gtp.ext_hdr.content", "Content");
    return next(wire).total(octets);
  }

  private static List<Layout> lengths() {
    List<Layout> all = new ArrayList<>();
    for (int octets = 8; octets <= 32; octets += 4) {
      all.add(other(octets));
    }
    Layout rest = start("Extension header");
    rest.rest("roam.gtp.ext_hdr.content", "Content");
    all.add(rest.total(1));
    return List.copyOf(all);
  }

  private static Layout session(String name) {
    Layout wire = start(name);
    wire.uint(4, "gtp.ext_hdr.pdu_ses_con.pdu_type", "PDU Type");
    wire.uint(4, "gtp.spare.h1", "Spare").hex();
    return wire;
  }

  private static Layout next(Layout wire) {
    UInt next = wire.u8("gtp.ext_hdr.next", "Next extension header type");
    next.names(NetCodePoints.GTP_EXTENSIONS).hex();
    return wire;
  }

  /** Octets by the length field; 0 is forbidden. */
  public static int octets(Slice slice) {
    return slice.u8(0) * 4;
  }

  /** Type of the next extension header; 0 for none. */
  public int next() {
    return slice.u8(slice.length() - 1);
  }

  @Override
  public Layout layout() {
    if (slice.length() == 4) {
      switch (type) {
        case UDP_PORT -> {
          return PORT;
        }
        case PDCP_NUMBER -> {
          return PDCP;
        }
        case PDU_SESSION -> {
          if (slice.u8(1) >> 4 <= 1) {
            return slice.u8(1) >> 4 == 0 ? DOWNLINK : UPLINK;
          }
        }
        default -> {}
      }
    }
    return slice.length() == 4 ? OTHER : LONG.get(Math.min(slice.length() / 4, LONGEST) - 2);
  }
}
