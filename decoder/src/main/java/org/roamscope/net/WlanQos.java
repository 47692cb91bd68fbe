package org.roamscope.net;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Clause;
import org.roamscope.field.Element;
import org.roamscope.field.FieldType;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * The QoS control of an IEEE 802.11 data frame, clause 9.2.4.5.
 *
 * <pre>
 * 0: A-MSDU (1) Ack Policy (2) EOSP, or what bits 8 to 15 mean (1) TID (4)
 * 1: TXOP duration or queue size (8, from a station), buffer state of the AP (8, to one)
 * </pre>
 *
 * @param slice the two octets
 * @param form whose frame it is, and whether there is a payload
 */
public record WlanQos(Slice slice, Form form) implements Element {
  /** Whose frame it is decides what the second octet means; only a payload can be aggregated. */
  public enum Form {
    /** From a station. */
    STATION,
    /** From a station, without a payload. */
    EMPTY_STATION,
    /** From an access point. */
    ACCESS_POINT,
    /** From an access point, without a payload. */
    EMPTY_ACCESS_POINT
  }

  private static final Clause DOT11 = new Clause("IEEE 802.11", "9.2.4.5");

  static final Layout TXOP = station(true, "txop_dur_req", "TXOP Duration Requested");
  static final Layout QUEUE = station(true, "queue_size", "Queue Size");
  static final Layout EMPTY_TXOP = station(false, "txop_dur_req", "TXOP Duration Requested");
  static final Layout EMPTY_QUEUE = station(false, "queue_size", "Queue Size");
  static final Layout BUFFER = accessPoint(true);
  static final Layout EMPTY_BUFFER = accessPoint(false);

  /** Octets of the field. */
  public static final int OCTETS = 2;

  private static Layout start(boolean payload, String bit4, String label) {
    Layout wire = Layout.of("wlan", "Qos Control", DOT11);
    UInt whole = LittleEndian.hex(wire.u16("qos", "Qos Control"), FieldType.UINT16);
    wire.again(whole);
    if (payload) {
      wire.flag("wlan.qos.amsdupresent", "Payload Type");
    } else {
      wire.skip(1);
    }
    wire.uint(2, "wlan.qos.ack", "Ack Policy").as(FieldType.UINT16).hex();
    wire.flag(bit4, label);
    UInt tid = wire.uint(4, "wlan.qos.tid", "TID").as(FieldType.UINT16);
    wire.again(tid).skip(1).uint(3, "wlan.qos.priority", "Priority").as(FieldType.UINT16);
    return wire;
  }

  private static Layout station(boolean payload, String field, String label) {
    Layout wire = start(payload, "wlan.qos.bit4", "QoS bit 4");
    wire.u8("wlan.qos." + field, label).as(FieldType.UINT16);
    return wire.total(OCTETS);
  }

  private static Layout accessPoint(boolean payload) {
    Layout wire = start(payload, "wlan.qos.eosp", "EOSP");
    UInt state = wire.u8("wlan.qos.ps_buf_state", "QAP PS Buffer State").as(FieldType.UINT16).hex();
    wire.again(state).skip(6).flag("wlan.qos.buf_state_indicated", "Buffer State Indicated");
    return wire.skip(1).total(OCTETS);
  }

  /** True when the payload is several packets, each with a header of its own. */
  public boolean aggregate() {
    return (form == Form.STATION || form == Form.ACCESS_POINT) && (slice.u8(0) & 0x80) != 0;
  }

  @Override
  public Layout layout() {
    boolean queue = (slice.u8(0) & 0x10) != 0;
    return switch (form) {
      case STATION -> queue ? QUEUE : TXOP;
      case EMPTY_STATION -> queue ? EMPTY_QUEUE : EMPTY_TXOP;
      case ACCESS_POINT -> BUFFER;
      case EMPTY_ACCESS_POINT -> EMPTY_BUFFER;
    };
  }
}
