package org.roamscope.net;

import static org.roamscope.field.Clause.rfc;

import org.roamscope.bytes.Slice;
import org.roamscope.field.Element;
import org.roamscope.field.Layout;
import org.roamscope.field.UInt;

/**
 * What may stand between a label stack and its payload: the control word of an Ethernet pseudowire,
 * or an associated channel header.
 *
 * <pre>
 * control word:  0: 0000 (4) Reserved (12)              2: Sequence Number (16)
 * channel:       0: 0001 (4) Version (4) Reserved (8)   2: Channel Type (16)
 * </pre>
 *
 * @param slice the word
 */
public record PseudowireHeader(Slice slice) implements Element {
  static final Layout CONTROL =
      Layout.of("pwethcw", "PW Ethernet Control Word", rfc(4448, "4.6"))
          .protocol("pwethcw")
          .skip(4);
  static final UInt RESERVED = CONTROL.uint(12, "roam.pwethcw.reserved", "Reserved").hex();
  static final UInt SEQUENCE = CONTROL.u16("pweth.cw.sequence_number", "PW sequence number");

  static final Layout CHANNEL =
      Layout.of("pwach", "PW Associated Channel Header", rfc(4385, "5")).protocol("pwach").skip(4);
  static final UInt VERSION = CHANNEL.uint(4, "ver", "Channel Version");
  static final UInt CHANNEL_RESERVED = CHANNEL.u8("res", "Reserved").hex();
  static final UInt TYPE = CHANNEL.u16("channel_type", "Channel Type").hex();

  static {
    CONTROL.total(4);
    CHANNEL.total(4);
  }

  /** Octets of the word. */
  public static final int OCTETS = 4;

  /** True for an associated channel header. */
  public boolean channel() {
    return slice.u8(0) >> 4 == 1;
  }

  /** Channel type of an associated channel header; values of PPP protocols carry IP. */
  public int type() {
    return TYPE.getInt(slice);
  }

  /** The reserved bits, which the sender sets to zero. */
  public int reserved() {
    return channel() ? CHANNEL_RESERVED.getInt(slice) : RESERVED.getInt(slice);
  }

  @Override
  public Layout layout() {
    return channel() ? CHANNEL : CONTROL;
  }
}
