package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import java.util.List;
import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * PPP over Ethernet: a session's header, or a discovery message with its tags.
 *
 * <pre>
 * 0: Version = 1 (4) Type = 1 (4)  1: Code (8)  2: Session ID (16)  4: Payload Length (16)
 * </pre>
 *
 * @param slice the header
 * @param discovery true for a message of the discovery stage
 * @param parts the tags of a discovery message
 */
public record PppoeHeader(Slice slice, boolean discovery, List<Element> parts) implements Element {
  static final Layout SESSION =
      Layout.of("pppoe", "PPP-over-Ethernet Session", rfc(2516, "4")).protocol("pppoes");
  static final UInt VERSION = SESSION.uint(4, "version", "Version");
  static final UInt TYPE = SESSION.uint(4, "type", "Type");
  static final UInt CODE = SESSION.u8("code", "Code").names(NetCodePoints.PPPOE_CODES).hex();
  static final UInt SESSION_ID = SESSION.u16("session_id", "Session ID").hex();
  static final UInt LENGTH = SESSION.u16("payload_length", "Payload Length");

  static final Layout DISCOVERY =
      Layout.of("pppoe", "PPP-over-Ethernet Discovery", rfc(2516, "5")).protocol("pppoed");

  static {
    SESSION.total(6);
    DISCOVERY.uint(4, "version", "Version");
    DISCOVERY.uint(4, "type", "Type");
    DISCOVERY.u8("code", "Code").names(NetCodePoints.PPPOE_CODES).hex();
    DISCOVERY.u16("session_id", "Session ID").hex();
    DISCOVERY.u16("payload_length", "Payload Length");
    DISCOVERY.total(6);
  }

  /** Octets of the header. */
  public static final int OCTETS = 6;

  /** Version and type in one octet; 0x11 is the only one defined. */
  public int versionAndType() {
    return slice.u8(0);
  }

  /** Octets after this header. */
  public int payloadLength() {
    return LENGTH.getInt(slice);
  }

  /** Code; 0 in a session. */
  public int code() {
    return CODE.getInt(slice);
  }

  @Override
  public Layout layout() {
    return discovery ? DISCOVERY : SESSION;
  }
}
